import { describe, expect, it } from "vitest";
import { BackendError } from "../../src-main/backend/backend-error.ts";
import type { Handlers } from "../../src-main/bridge/handlers.ts";
import type { EnrolmentRecord } from "../../src-main/keys/enrolment-record.ts";
import { catchOutput } from "../security/quiet-stderr.ts";
import { ascii } from "./by-hand.ts";
import { createFakeComputer, type FakeComputer } from "./fake-computer.ts";
import { passcode, recordAt, wrongPasscode } from "./keys/fake-enrolment.ts";
import { createFakeSolaris } from "./keys/fake-solaris.ts";
import { startCore } from "./start-core.ts";

catchOutput();

/** The program on a computer whose keychain can have the system ask for its password at every call. */
function setUp(stage: EnrolmentRecord["stage"] | null) {
  const solaris = createFakeSolaris();
  const record = stage === null ? null : recordAt(stage);
  if (record !== null && "device_id" in record) {
    const restricted = "restricted" in record && stage === "bound" ? record.restricted.public_key : null;
    solaris.add(record.device_id, record.unrestricted.public_key, restricted);
  }
  const computer = createFakeComputer(record);
  const { handlers } = startCore({
    computer,
    backend: {
      ...solaris.backend,
      listCards: async () => ({ cards: [], cards_left_out: 0, accounts_left_out: 0, truncated: false }),
      createChangeRequest: async () => {},
      authorizeChange: () => Promise.reject(new BackendError("ERR_REFUSED", "answered")),
      settleChange: async (request_id) => ({ request_id, state: "refused" }),
      getPolicy: async () => ({ pin_change_routes: ["signed", "sms"], accepted_protection_levels: [] }),
      getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
    },
  });
  return { handlers, computer, solaris };
}

/**
 * Which entries were read, in order: each reading finds out first whether the keychain is open (device-keychain.ts,
 * `tryWriting`). Giving an entry another name does so too, and then reads what it stores under that name.
 */
const readsIn = ({ keychainCalls }: FakeComputer) =>
  keychainCalls.filter((call, index) => {
    const isRead = call.startsWith("get") && keychainCalls[index - 1] === "delete canary";
    return isRead && !keychainCalls[index + 1]?.startsWith(`${call.replace("get", "set")}-`);
  });

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
  ["listing the devices", "bound", (handlers) => handlers.listDevices(true)],
  ["removing another device", "bound", (handlers) => handlers.removeDevice("another-device")],
  ["removing this computer", "bound", (handlers) => handlers.removeThisComputer()],
  ["unlocking the key", "bound", (handlers) => handlers.enterPasscode(passcode(), null)],
  ["a wrong passcode", "bound", (handlers) => handlers.enterPasscode(wrongPasscode(), null)],
  ["changing the passcode", "bound", (handlers) => handlers.changePasscode(passcode(), ascii("another-1-good"))],
  ["a PIN change that is refused", "bound", (handlers) => handlers.changePin("a-card", ascii("1928"), "sms")],
];

/** Signs in first, which is a step of its own. */
async function begin(stage: EnrolmentRecord["stage"] | null, name: string) {
  const set = setUp(stage);
  if (name !== "signing in") await set.handlers.signIn("Ada Single");
  if (name === "adopting a key") set.computer.mark("another-device");
  if (name === "removing another device")
    set.solaris.add("another-device", recordAt("bound").unrestricted.public_key, null);
  set.computer.keychainCalls.length = 0;
  return set;
}

describe("the keychain", () => {
  it.each(steps)("is read once for a step: %s", { timeout: 60_000 }, async (name, stage, step) => {
    const { handlers, computer } = await begin(stage, name);
    await step(handlers).catch(() => undefined);
    const reads = readsIn(computer);
    expect(reads.length).toBe(new Set(reads).size);
  });

  it.each(steps)("that was answered with Cancel is asked nothing more in that step: %s", async (name, stage, step) => {
    const { handlers, computer } = await begin(stage, name);
    computer.lockKeychain();
    await step(handlers).catch(() => undefined);
    expect(computer.keychainCalls.length).toBeLessThanOrEqual(1);
  });

  it("that is closed shows as locked after one question", async () => {
    const { handlers, computer } = setUp("bound");
    computer.lockKeychain();
    expect(await handlers.signIn("Ada Single")).toMatchObject({ device: { state: "locked" } });
    expect(computer.keychainCalls).toEqual(["set canary"]);
  });
});
