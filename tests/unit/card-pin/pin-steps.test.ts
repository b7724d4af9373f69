import { beforeAll, describe, expect, it } from "vitest";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { createPinSteps } from "../../../src-main/card-pin/pin-steps.ts";
import type { RestrictedSigner } from "../../../src-main/device/restricted-signer.ts";
import { createUnlockedKey } from "../../../src-main/device/unlocked-key.ts";
import type { PinChangeRoute } from "../../../src-preload/contract/views.ts";
import { ascii, makeRsaKey, openByHand, type RsaKey } from "../by-hand.ts";
import { createFakeJournal } from "./fake-journal.ts";
import { scriptBackend } from "./scripted-backend.ts";

const allRoutes: readonly PinChangeRoute[] = ["signed", "device_signing", "sms"];
const answered = (problem: ConstructorParameters<typeof BackendError>[2] & object) =>
  new BackendError("ERR_REFUSED", "answered", problem);
const outdated = () => new BackendError("ERR_PIN_KEY_OUTDATED", "answered", { problem: "pin_key_outdated" });
const unclear = () => new BackendError("ERR_BACKEND_TIMEOUT", "unclear");
const neverSent = () => new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent");
const record = (state: string, more: object = {}) => ({ request_id: "any", state, ...more });

let solaris: RsaKey;
let newer: RsaKey;
beforeAll(() => {
  solaris = makeRsaKey("a-key");
  newer = makeRsaKey("a-newer-key");
});

function setUp(routes = allRoutes) {
  const script = scriptBackend(solaris);
  const { journal, open } = createFakeJournal();
  const unlocked = createUnlockedKey();
  const signed: string[] = [];
  const signer: RestrictedSigner = {
    deviceId: "a-device",
    signEncryptedPin: ({ compact }) => `signature ${signed.push(compact)}`,
    signStringToSign: (text) => `signature ${signed.push(text)}`,
  };
  const steps = createPinSteps({
    parts: () => ({ backend: script.backend, journal, scope: "a-scope" }),
    unlocked,
    reading: "documented",
    routes: () => routes,
  });
  const change = (route: PinChangeRoute, pin = ascii("1928")) => {
    if (route !== "sms") unlocked.put(signer);
    return steps.change("a-card", pin, route);
  };
  return { ...script, steps, change, journal, open, signed, unlocked };
}

describe.each(["signed", "device_signing", "sms"] as const)("every way to change a PIN: %s", (route) => {
  const send = route === "signed" ? "changePin" : "createChangeRequest";

  it.each([
    ["breaks a rule", "1234", "ERR_PIN_SEQUENCE"],
    ["is no PIN", "12", "ERR_PIN_DIGITS"],
  ])("asks for nothing and notes nothing when the PIN %s", async (_name, pin, code) => {
    const { change, calls, open } = setUp();
    await expect(change(route, ascii(pin))).rejects.toMatchObject({ code });
    expect([calls, open]).toEqual([[], []]);
  });

  it("is refused where the partner does not offer it", async () => {
    const { change, calls } = setUp(allRoutes.filter((other) => other !== route));
    await expect(change(route)).rejects.toMatchObject({ code: "ERR_ROUTE_REFUSED" });
    expect(calls).toEqual([]);
  });

  it("is in the journal before anything is sent, and not before there is a key", async () => {
    const { change, next, journal, open } = setUp();
    const seen: number[] = [];
    next("getPinKey", () => {
      seen.push(open.length);
      return solaris.jwk;
    });
    next(send, () => void seen.push(open.length));
    await change(route);
    expect(seen).toEqual([0, 1]);
    expect(await journal.list("a-scope")).toHaveLength(1);
  });

  it("sends nothing when the journal cannot be written", async () => {
    const { change, journal, argsOf } = setUp();
    Object.assign(journal, { write: () => Promise.reject(neverSent()) });
    await expect(change(route)).rejects.toThrow();
    expect(argsOf(send)).toEqual([]);
  });

  it("goes with the id, the attempt and an encryption for the fetched key", async () => {
    const { change, argsOf, open } = setUp();
    await change(route);
    const [[cardId, request]] = argsOf(send) as [[string, { request_id: string; encrypted_pin: string }]];
    expect(cardId).toBe("a-card");
    expect(request).toMatchObject({ request_id: open[0], attempt: 1, key_id: "a-key" });
    expect(openByHand(request.encrypted_pin, solaris.privateKey).toString()).toBe('{"pin": "1928"}');
  });

  it("is encrypted anew, once, when Solaris had changed its key; under the same id, as the second attempt", async () => {
    const { change, fail, next, argsOf } = setUp();
    next("getPinKey", () => solaris.jwk);
    fail(send, outdated());
    next("getPinKey", () => newer.jwk);
    await change(route);
    const [first, second] = argsOf(send).map(([, request]) => request);
    expect(second).toMatchObject({ request_id: first.request_id, attempt: 2, key_id: "a-newer-key" });
    expect(openByHand(second.encrypted_pin, newer.privateKey).toString()).toBe('{"pin": "1928"}');
  });

  it("has no third attempt", async () => {
    const { change, fail, argsOf } = setUp();
    fail(send, outdated());
    fail(send, outdated());
    expect(await change(route)).toMatchObject({ outcome: "refused", code: "ERR_PIN_KEY_OUTDATED" });
    expect(argsOf(send)).toHaveLength(2);
  });

  it("stays refused when no newer key can be had for the second attempt", async () => {
    const { change, fail, next, argsOf } = setUp();
    next("getPinKey", () => solaris.jwk);
    fail(send, outdated());
    fail("getPinKey", neverSent());
    expect(await change(route)).toMatchObject({ outcome: "refused", code: "ERR_PIN_KEY_OUTDATED" });
    expect(argsOf(send)).toHaveLength(1);
  });

  it("fails, and leaves nothing open, when it was never sent", async () => {
    const { change, fail, open } = setUp();
    fail(send, neverSent());
    await expect(change(route)).rejects.toMatchObject({ code: "ERR_BACKEND_UNREACHABLE" });
    expect(open).toEqual([]);
  });

  it("asks the ledger when no answer came, and sends nothing again", async () => {
    for (const [state, outcome] of [
      ["changed", { outcome: "changed" }],
      ["not_received", { outcome: "not-sent" }],
      ["in_progress", { outcome: "in-progress" }],
      ["unknown", { outcome: "unknown" }],
    ] as const) {
      const { change, fail, next, argsOf, open } = setUp();
      fail(send, unclear());
      next("settleChange", () => record(state));
      expect(await change(route)).toEqual(outcome);
      expect([argsOf(send).length, argsOf("settleChange")]).toEqual([1, [[open[0]]]]);
    }
  });

  it("claims nothing when the ledger does not answer either, and can be asked for later", async () => {
    const { change, fail, open } = setUp();
    fail(send, unclear());
    fail("settleChange", unclear());
    expect(await change(route)).toEqual({ outcome: "unknown" });
    expect(open).toHaveLength(1);
  });

  it("ends as refused with the reason, Solaris' id and the time to wait", async () => {
    const { change, fail } = setUp();
    fail(send, answered({ problem: "card_not_eligible", supportId: "84b61ex", retryAt: "2031-01-01T00:00:00Z" }));
    const end = { outcome: "refused", code: "ERR_REFUSED", supportId: "84b61ex", retryAt: "2031-01-01T00:00:00Z" };
    expect(await change(route)).toEqual(end);
  });
});

describe("a signed change", () => {
  it("needs the passcode each time", async () => {
    const { steps, change, calls } = setUp();
    expect(await change("signed")).toEqual({ outcome: "changed" });
    const before = calls.length;
    await expect(steps.change("a-card", ascii("1928"), "signed")).rejects.toMatchObject({
      code: "ERR_PASSCODE_NEEDED",
    });
    expect(calls).toHaveLength(before);
  });

  it("is signed anew for the second attempt, without the passcode being asked again", async () => {
    const { change, fail, signed, argsOf } = setUp();
    fail("changePin", outdated());
    expect(await change("signed")).toEqual({ outcome: "changed" });
    expect(argsOf("changePin").map(([, request]) => request.encrypted_pin)).toEqual(signed);
  });

  it.each<[string, readonly PinChangeRoute[], PinChangeRoute | undefined]>([
    ["a text message", allRoutes, "sms"],
    ["another signature, where there are no text messages", ["signed", "device_signing"], "device_signing"],
    ["nothing, where the partner has nothing else", ["signed"], undefined],
  ])("refused for the device's sake offers %s", async (_name, routes, alternative) => {
    const { change, fail } = setUp(routes);
    fail("changePin", new BackendError("ERR_DEVICE_REFUSED", "answered", { problem: "device_refused" }));
    const end = await change("signed");
    expect(end).toEqual({ outcome: "refused", code: "ERR_DEVICE_REFUSED", ...(alternative && { alternative }) });
  });
});

describe("a change that the device signs as a change request", () => {
  it("signs the text that was asked for and confirms with it", async () => {
    const { change, next, signed, argsOf, open } = setUp();
    next("authorizeChange", () => ({ expires_at: "2031-01-01T00:00:00Z", string_to_sign: "9e2d45df-9b00" }));
    expect(await change("device_signing")).toEqual({ outcome: "changed" });
    expect(signed).toEqual(["9e2d45df-9b00"]);
    const confirmation = { route: "device_signing", device_id: "a-device", signature: "signature 1" };
    expect(argsOf("confirmChange")).toEqual([[open[0], confirmation]]);
  });

  it.each<[string, () => unknown]>([
    ["there is nothing to sign", () => ({ expires_at: "2031-01-01T00:00:00Z" })],
    ["it is not authorised", () => Promise.reject(unclear())],
  ])("has changed nothing when %s, and confirms nothing", async (_name, answer) => {
    const { change, next, argsOf } = setUp();
    next("authorizeChange", answer);
    expect(await change("device_signing")).toMatchObject({ outcome: "refused" });
    expect(argsOf("confirmChange")).toEqual([]);
  });

  it("may have changed it when the confirmation has no answer", async () => {
    const { change, next, fail } = setUp();
    next("authorizeChange", () => ({ expires_at: "2031-01-01T00:00:00Z", string_to_sign: "9e2d45df" }));
    fail("confirmChange", unclear());
    next("settleChange", () => record("unknown", { solaris_error_id: "84b61ex" }));
    expect(await change("device_signing")).toEqual({ outcome: "unknown", supportId: "84b61ex" });
  });
});

describe("a change with a TAN", () => {
  const waiting = { outcome: "tan-awaited", expiresAt: "2031-01-01T00:00:00Z" };

  it("waits for it, and is confirmed with it under its id", async () => {
    const { change, steps, argsOf, open } = setUp();
    expect(await change("sms")).toEqual(waiting);
    expect(await steps.confirmTan(ascii("048213"))).toEqual({ outcome: "changed" });
    expect(argsOf("confirmChange")).toEqual([[open[0], { route: "sms", tan: "048213" }]]);
  });

  it("has changed nothing when no TAN can be sent", async () => {
    const { change, fail } = setUp();
    fail("authorizeChange", answered({ problem: "too_many_requests", retryAt: "2031-01-01T00:00:00Z" }));
    expect(await change("sms")).toMatchObject({ outcome: "refused", retryAt: "2031-01-01T00:00:00Z" });
  });

  it.each(["tan_refused", "change_request_ended", "too_many_requests", "solaris_unavailable", "not_recorded"] as const)(
    "stays where it is after %s",
    async (problem) => {
      const { change, steps, fail } = setUp();
      await change("sms");
      fail("confirmChange", answered({ problem }));
      await expect(steps.confirmTan(ascii("048213"))).rejects.toMatchObject({ code: "ERR_REFUSED" });
      expect(await steps.confirmTan(ascii("048214"))).toEqual({ outcome: "changed" });
    },
  );

  it("has a new TAN sent for the same request", async () => {
    const { change, steps, argsOf, open } = setUp();
    await change("sms");
    expect(await steps.resendTan()).toEqual(waiting);
    expect(argsOf("authorizeChange").map(([id]) => id)).toEqual([open[0], open[0]]);
    expect(argsOf("createChangeRequest")).toHaveLength(1);
  });

  it("begins a new request with the same encryption where the first has ended; it alone is open then", async () => {
    const { change, steps, fail, argsOf, open } = setUp();
    await change("sms");
    const [before] = open;
    fail("authorizeChange", answered({ problem: "change_request_ended" }));
    expect(await steps.resendTan()).toEqual(waiting);
    const [[, first], [, second]] = argsOf("createChangeRequest") as never as [[string, object], [string, object]];
    expect(second).toEqual({ ...first, request_id: open[0] });
    expect(open).toHaveLength(1);
    expect(open[0]).not.toBe(before);
    expect(await steps.confirmTan(ascii("048213"))).toEqual({ outcome: "changed" });
    expect(argsOf("confirmChange").map(([id]) => id)).toEqual([open[0]]);
  });

  it("whose new request cannot have a TAN sent goes on with it, and leaves nothing else open", async () => {
    const { change, steps, fail, next, argsOf, open } = setUp();
    await change("sms");
    fail("authorizeChange", answered({ problem: "change_request_ended" }));
    fail("authorizeChange", answered({ problem: "too_many_requests" }));
    await expect(steps.resendTan()).rejects.toMatchObject({ problem: "too_many_requests" });
    expect(open).toHaveLength(1);
    expect(await steps.resendTan()).toEqual(waiting);
    expect(argsOf("createChangeRequest")).toHaveLength(2);
    next("settleChange", () => record("refused", { problem: "pin_change_closed" }));
    await steps.leave();
    expect(open).toEqual([]);
  });

  it("given up before the TAN is closed at the bank and no longer open", async () => {
    const { change, steps, next, argsOf, open } = setUp();
    await change("sms");
    const [id] = open;
    next("settleChange", () => record("refused", { problem: "pin_change_closed" }));
    await steps.leave();
    expect([argsOf("settleChange"), open]).toEqual([[[id]], []]);
    await expect(steps.confirmTan(ascii("048213"))).rejects.toMatchObject({ code: "ERR_CHANGE_REQUEST_ENDED" });
  });

  it("given up while the bank is away stays open, to be closed later", async () => {
    const { change, steps, fail, open } = setUp();
    await change("sms");
    fail("settleChange", neverSent());
    await steps.leave();
    expect(open).toHaveLength(1);
  });
});

describe("an end", () => {
  it("that was shown is over when the cardholder goes on", async () => {
    const { change, steps, open } = setUp();
    await change("signed");
    expect(open).toHaveLength(1);
    await steps.leave();
    expect(open).toEqual([]);
  });

  it("that is still being carried out is not, and is asked for again", async () => {
    const { change, steps, fail, next, open } = setUp();
    fail("changePin", unclear());
    next("settleChange", () => record("in_progress"));
    await change("signed");
    next("settleChange", () => record("changed"));
    expect(await steps.settleOpen()).toEqual({ outcome: "changed" });
    await steps.leave();
    expect(open).toEqual([]);
  });

  it("that came after the session was locked is not taken as seen", async () => {
    const { change, steps, next, open } = setUp();
    let answer: () => void = () => undefined;
    next("changePin", () => new Promise<void>((resolve) => (answer = resolve)));
    const pending = change("signed");
    await expect.poll(() => open.length).toBe(1);
    steps.forget();
    answer();
    await pending;
    await steps.leave();
    expect(open).toHaveLength(1);
    next("settleChange", () => record("changed"));
    expect(await steps.settleOpen()).toEqual({ outcome: "changed" });
    await steps.leave();
    expect(open).toEqual([]);
  });

  it("of a change before a restart is told with its card, as far as the list can be had", async () => {
    const { steps, next, fail, journal } = setUp();
    await journal.write("a-scope", "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10");
    const card = {
      id: "a-card",
      status: "ACTIVE",
      type: "VISA_DEBIT",
      masked_pan: "4532",
      name_on_card: "",
      expires: "",
    };
    next("settleChange", () => record("refused", { problem: "pin_refused", card_id: "a-card" }));
    next("listCards", () => [card]);
    expect(await steps.settleOpen()).toMatchObject({
      outcome: "refused",
      code: "ERR_PIN_REFUSED",
      card: { id: "a-card" },
    });
    next("settleChange", () => record("changed", { card_id: "a-card" }));
    fail("listCards", unclear());
    expect(await steps.settleOpen()).toEqual({ outcome: "changed" });
  });

  it("cannot be asked for where nothing is open", async () => {
    await expect(setUp().steps.settleOpen()).rejects.toMatchObject({ code: "ERR_NOT_FOUND" });
  });
});

it("a locked session has no unlocked key", async () => {
  const { change, steps, unlocked, calls } = setUp();
  await change("signed");
  unlocked.put({ deviceId: "a-device", signEncryptedPin: () => "", signStringToSign: () => "" });
  steps.forget();
  const before = calls.length;
  await expect(steps.change("a-card", ascii("1928"), "signed")).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
  expect(calls).toHaveLength(before);
});
