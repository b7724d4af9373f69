import { describe, expect, it } from "vitest";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { bearerCredentials } from "../../../src-main/backend/credentials.ts";
import { describeOverview } from "../../../src-main/bridge/overview.ts";
import type { PinChanges } from "../../../src-main/change-pin/change.ts";
import { type CodeSaid, createCodeTimes } from "../../../src-main/keys/code-times.ts";
import { createPresence } from "../../../src-main/keys/presence.ts";
import { createLeftKeys } from "../../../src-main/keys/remove-this-computer.ts";
import { createBankRules } from "../../../src-main/sign-in/bank-rules.ts";
import { createCurrentCustomer } from "../../../src-main/sign-in/current-customer.ts";
import { createSessionLock } from "../../../src-main/sign-in/session-lock.ts";
import { createFakeJournal } from "../change-pin/fake-journal.ts";
import { createFakeEnrolment, markerOf, noMarker, recordAt } from "../keys/fake-enrolment.ts";

const ada = { customer_id: "customer-0000000001", name: "Ada Single" };
const demo = { listNames: async () => ["Ada Single"], signIn: () => expect.fail("not asked") };
const lockTimes = { quietMs: 240_000, warningMs: 60_000 };

function setUp(signedIn = true) {
  const customer = createCurrentCustomer();
  if (signedIn) customer.set(ada, bearerCredentials("a-token"));
  const enrolment = createFakeEnrolment();
  const { journal } = createFakeJournal();
  const pinChanges: { paused: PinChanges["paused"] } = { paused: () => null };
  const ignore = () => undefined;
  const lock = createSessionLock({
    times: lockTimes,
    browserMs: 0,
    customer,
    leave: ignore,
    forget: ignore,
    reloadWindow: ignore,
  });
  const presence = createPresence();
  const rules = createBankRules({} as BackendClient, () => 0);
  const clock = {
    now: () => Date.UTC(2030, 0, 1),
    msUntil: (expiry: string) => (expiry === "2031-01-01T00:00:00Z" ? 77_000 : 0),
  };
  const codeTimes: { of: (challengeId: string) => CodeSaid | null } = createCodeTimes();
  const own = {
    clock,
    codeTimes,
    letters: { view: () => expect.fail("no letter is offered") },
    deviceConsents: { view: () => null },
    demo,
    customer,
    enrolment: () => enrolment,
    hasTokens: false,
    journal,
    leftKeys: createLeftKeys(),
    lock,
    lockTimes,
    noteProtection: () => undefined,
    codeCoolDownMs: 30_000,
    pinChanges,
    presence,
    rules,
  };
  const dependencies = { ...own, version: "1.2.3" };
  return {
    codeTimes,
    enrolment,
    journal,
    presence,
    pinChanges,
    dependencies,
    deviceFor: async (host: string) => (await describeOverview(dependencies, host)).device,
  };
}

describe("how things stand", () => {
  it("without anybody signed in: the demonstration's names, and no device", async () => {
    const { dependencies } = setUp(false);
    expect(await describeOverview(dependencies, "host")).toEqual({
      version: "1.2.3",
      demoCustomers: ["Ada Single"],
      signInBy: "names",
      customer: null,
      device: null,
      hasOpenChange: false,
      pausedChange: null,
      unusableFolder: null,
      pinChangeRoutes: [],
      waits: { pin_change: null, binding: null, code: null },
      letters: null,
      deviceConsent: null,
      lockedBecause: null,
      lock: lockTimes,
      codeCoolDownMs: 30_000,
      browserHintMs: 20_000,
      protection: "keychain_passcode",
      bankTime: Date.UTC(2030, 0, 1),
    });
  });

  it("without a demonstration there are no names", async () => {
    const overview = await describeOverview({ ...setUp(false).dependencies, demo: null }, "host");
    expect(overview).toMatchObject({ demoCustomers: null, customer: null });
  });

  it("says who is signed in, by name only, and does not ask for names then", async () => {
    const dependencies = { ...setUp().dependencies, demo: { ...demo, listNames: () => expect.fail("not asked") } };
    const overview = await describeOverview(dependencies, "host");
    expect(overview).toMatchObject({ demoCustomers: null, customer: { name: "Ada Single" } });
    expect(JSON.stringify(overview)).not.toContain(ada.customer_id);
  });

  it("says that a change is open, to whom it belongs", async () => {
    const { dependencies, journal, enrolment } = setUp();
    expect(await describeOverview(dependencies, "host")).toMatchObject({ hasOpenChange: false });
    await journal.write(enrolment.scope, "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10");
    expect(await describeOverview(dependencies, "host")).toMatchObject({ hasOpenChange: true });
    expect(await describeOverview({ ...dependencies, customer: createCurrentCustomer() }, "host")).toMatchObject({
      hasOpenChange: false,
    });
  });

  it("says that a change is paused, and does not count it among the open ones, which would close it", async () => {
    const { dependencies, journal, enrolment, pinChanges } = setUp();
    const requestId = "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10";
    await journal.write(enrolment.scope, requestId);
    pinChanges.paused = (scope) =>
      scope === enrolment.scope ? { requestId, cardId: "a-card", route: "signed" as const } : null;
    const overview = await describeOverview(dependencies, "host");
    expect(overview).toMatchObject({ hasOpenChange: false, pausedChange: { cardId: "a-card", route: "signed" } });
    expect(JSON.stringify(overview)).not.toContain(requestId);
    await journal.write(enrolment.scope, "6b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a11");
    expect(await describeOverview(dependencies, "host")).toMatchObject({ hasOpenChange: true });
  });

  it.each<[string, CodeSaid, object]>([
    ["until when it is valid", { is: "valid", until: "2030-01-01T00:00:10Z" }, { id: "a-challenge", validForMs: 0 }],
    ["that it is over", { is: "over" }, { id: "a-challenge", validForMs: 77_000, isOver: true }],
  ])("what Solaris says of the awaited code: %s", async (_name, said, sent) => {
    const { codeTimes, enrolment, deviceFor } = setUp();
    enrolment.entry = JSON.stringify(recordAt("challenged"));
    codeTimes.of = (challengeId) => (challengeId === "a-challenge" ? said : null);
    expect(await deviceFor("host")).toMatchObject({ step: "code" });
    expect(await deviceFor("host")).toHaveProperty("sent", sent);
  });

  it.each([
    ["requested", { state: "binding", step: "request", computerName: "A computer" }],
    [
      "challenged",
      { state: "binding", step: "code", computerName: "A computer", sent: { id: "a-challenge", validForMs: 77_000 } },
    ],
    ["verified", { state: "binding", step: "passcode", computerName: "A computer" }],
    ["keyed", { state: "binding", step: "key", computerName: "A computer" }],
    ["bound", { state: "bound", computerName: "A computer", passcodeAttemptsLeft: 5 }],
    ["erased", { state: "erased", computerName: "A computer" }],
  ] as const)("a record at stage %s, with no key and no id in it", async (stage, view) => {
    const { enrolment, deviceFor } = setUp();
    enrolment.entry = JSON.stringify(recordAt(stage));
    enrolment.marker = markerOf("a-device");
    expect(await deviceFor("host")).toEqual(view);
  });

  it.each(["bound", "erased"] as const)("a computer that Solaris no longer knows, %s here", async (stage) => {
    const { enrolment, presence, deviceFor } = setUp();
    enrolment.entry = JSON.stringify(recordAt(stage));
    enrolment.marker = markerOf("a-device");
    presence.note("a-device", false);
    expect(await deviceFor("host")).toEqual({ state: "removed", computerName: "A computer" });
    presence.note("a-device", true);
    expect(await deviceFor("host")).toMatchObject({ state: stage });
  });

  it.each([
    ["no-marker", noMarker],
    ["other-device", markerOf("another-device")],
  ] as const)("a key that may not be this computer's: %s", async (why, marker) => {
    const { enrolment, deviceFor } = setUp();
    enrolment.entry = JSON.stringify(recordAt("bound"));
    enrolment.marker = marker;
    expect(await deviceFor("host")).toEqual({ state: "unconfirmed", why, computerName: "A computer" });
  });

  it("a removal that was begun, with no id in it", async () => {
    const { enrolment, deviceFor } = setUp();
    enrolment.entry = JSON.stringify(recordAt("bound"));
    enrolment.marker = markerOf("a-device", "for-good");
    expect(await deviceFor("host")).toEqual({ state: "removing" });
  });

  it.each(["locked", "unavailable"] as const)("a keychain that is %s", async (condition) => {
    const { enrolment, deviceFor } = setUp();
    enrolment.condition = condition;
    expect(await deviceFor("host")).toEqual({ state: condition });
  });

  it("an entry that cannot be read", async () => {
    const { enrolment, deviceFor } = setUp();
    enrolment.entry = "?";
    expect(await deviceFor("host")).toEqual({ state: "unreadable" });
  });

  it.each([
    [noMarker, "absent"],
    [markerOf("a-device"), "lost"],
  ])("an empty keychain, with the marker %o: %s", async (marker, state) => {
    const { enrolment, deviceFor } = setUp();
    enrolment.marker = marker;
    expect(await deviceFor("host")).toEqual({ state, suggestedName: "host" });
  });

  it.each([
    ["ada-laptop.home.example", "ada-laptop"],
    ["192.168.1.10", null],
  ])("proposes for host %s the name %s", async (host, suggestedName) => {
    expect(await setUp().deviceFor(host)).toEqual({ state: "absent", suggestedName });
  });
});

describe("who is signed in", () => {
  it("is nobody at first, and nobody again after signing out", () => {
    const customer = createCurrentCustomer();
    for (const _ of [1, 2]) {
      expect([customer.get(), customer.credentials()]).toEqual([null, null]);
      expect(() => customer.require()).toThrow("ERR_NOT_SIGNED_IN");
      customer.set(ada, bearerCredentials("a-token"));
      expect([customer.get(), customer.require(), customer.session()]).toEqual([ada, ada, expect.any(Object)]);
      customer.clear();
    }
    expect(customer.get()).toBeNull();
  });
});
