import { describe, expect, it } from "vitest";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import type { Handlers } from "../../src-main/bridge/handlers.ts";
import type { DeviceKeychain } from "../../src-main/keys/device-keychain.ts";
import type { EnrolmentRecord } from "../../src-main/keys/enrolment-record.ts";
import { catchOutput } from "../security/quiet-stderr.ts";
import { ascii } from "./by-hand.ts";
import { createFakeJournal } from "./change-pin/fake-journal.ts";
import { createMain } from "./create-main.ts";
import { createFakeEnrolment, markerOf, passcode, recordAt, wrongPasscode } from "./keys/fake-enrolment.ts";
import { createFakeSolaris } from "./keys/fake-solaris.ts";

catchOutput();
const ada = { customer_id: "customer-0000000001", name: "Ada Single" };

/** Main around a keychain whose every call is counted, as each can have the system ask for its password. */
function setUp(stage: EnrolmentRecord["stage"] | null) {
  const solaris = createFakeSolaris();
  const record = stage === null ? null : recordAt(stage);
  if (record !== null && "device_id" in record) {
    const restricted = "restricted" in record && stage === "bound" ? record.restricted.public_key : null;
    solaris.add(record.device_id, record.unrestricted.public_key, restricted);
  }
  const backend = {
    ...solaris.backend,
    listCards: async () => ({ cards: [], cards_left_out: 0, accounts_left_out: 0, truncated: false }),
    createChangeRequest: async () => {},
    authorizeChange: () => Promise.reject(new BackendError("ERR_DEVICE_REFUSED", "answered", { problem: "refused" })),
    settleChange: async (request_id: string) => ({ request_id, state: "refused" }),
    getPolicy: async () => ({ pin_change_routes: ["signed", "sms"], accepted_protection_levels: [] }),
    getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
  } as unknown as BackendClient;
  const demo = { listNames: async () => ["Ada Single"], signIn: async () => ({ token: "a-token", customer: ada }) };
  const fake = createFakeEnrolment(record);
  const calls: string[] = [];
  const counted =
    <Args extends unknown[], T>(name: string, call: (account: string, ...rest: Args) => Promise<T>) =>
    (account: string, ...rest: Args) => {
      calls.push(account === fake.scope ? name : `${name} ${account.slice(fake.scope.length)}`);
      return call(account, ...rest);
    };
  const keychain: DeviceKeychain = {
    read: counted("read", fake.keychain.read),
    write: counted("write", fake.keychain.write),
    remove: counted("remove", fake.keychain.remove),
    setAside: counted("set aside", fake.keychain.setAside),
  };
  const { journal } = createFakeJournal();
  const enrolment = { keychain, markers: fake.markers, scope: fake.scope };
  const { handlers } = createMain({ backend, demo, enrolment, journal });
  return { handlers, calls, fake, solaris };
}

type Step = (handlers: Handlers) => Promise<unknown>;
const steps: readonly (readonly [string, EnrolmentRecord["stage"] | null, Step])[] = [
  ["signing in", "bound", (handlers) => handlers.signIn("Ada Single")],
  ["looking how things stand", "bound", (handlers) => handlers.getOverview()],
  ["asking for a code", null, (handlers) => handlers.requestCode("A computer")],
  ["asking for a code again", "challenged", (handlers) => handlers.requestCode("A computer")],
  ["going on", "keyed", (handlers) => handlers.continueDevice()],
  ["setting a passcode", "verified", (handlers) => handlers.setPasscode(passcode())],
  ["giving a binding up", "verified", (handlers) => handlers.abandonBinding()],
  ["starting anew", "bound", (handlers) => handlers.startAnew()],
  ["adopting a key", "bound", (handlers) => handlers.adoptDevice()],
  ["listing the devices", "bound", (handlers) => handlers.listDevices()],
  ["removing another device", "bound", (handlers) => handlers.removeDevice("another-device")],
  ["removing this computer", "bound", (handlers) => handlers.removeThisComputer()],
  ["unlocking the key", "bound", (handlers) => handlers.enterPasscode(passcode())],
  ["a wrong passcode", "bound", (handlers) => handlers.enterPasscode(wrongPasscode())],
  ["changing the passcode", "bound", (handlers) => handlers.changePasscode(passcode(), ascii("another-1-good"))],
  ["a PIN change that is refused", "bound", (handlers) => handlers.changePin("a-card", ascii("1928"), "sms")],
];

/** Signs in first, which is a step of its own. */
async function begin(stage: EnrolmentRecord["stage"] | null, name: string) {
  const set = setUp(stage);
  if (name !== "signing in") await set.handlers.signIn("Ada Single");
  if (name === "adopting a key") set.fake.marker = markerOf("another-device");
  if (name === "removing another device")
    set.solaris.add("another-device", recordAt("bound").unrestricted.public_key, null);
  set.calls.length = 0;
  return set;
}

describe("K2: the keychain", () => {
  it.each(steps)("is read once for a step: %s", { timeout: 60_000 }, async (name, stage, step) => {
    const { handlers, calls } = await begin(stage, name);
    await step(handlers).catch(() => undefined);
    const reads = calls.filter((call) => call.startsWith("read"));
    expect(reads.length).toBe(new Set(reads).size);
    expect(reads.filter((read) => read === "read").length).toBeLessThanOrEqual(1);
  });

  it.each(steps)("that was answered with Cancel is asked nothing more in that step: %s", async (name, stage, step) => {
    const { handlers, calls, fake } = await begin(stage, name);
    fake.condition = "locked";
    await step(handlers).catch(() => undefined);
    expect(calls.length).toBeLessThanOrEqual(1);
  });

  it("that is closed shows as locked after one question", async () => {
    const { handlers, calls, fake } = setUp("bound");
    fake.condition = "locked";
    expect(await handlers.signIn("Ada Single")).toMatchObject({ device: { state: "locked" } });
    expect(calls).toEqual(["read"]);
  });
});
