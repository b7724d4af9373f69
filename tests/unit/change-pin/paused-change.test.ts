import { describe, expect, it } from "vitest";
import type { PinChangeRoute } from "../../../src-contract/rules/pin-change-route.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { ascii } from "../by-hand.ts";
import { answered, neverSent, record, takeSteps, unclear } from "./scripted-change.ts";

/** The routes, and the call that is refused for want of a sign-in. */
const routes: [PinChangeRoute, "changePin" | "createChangeRequest"][] = [
  ["signed", "changePin"],
  ["device_signing", "createChangeRequest"],
  ["sms", "createChangeRequest"],
];
const codes = ["ERR_NOT_SIGNED_IN", "ERR_SIGN_IN_AGAIN"] as const;
const everyWay = routes.flatMap(([route, method]) => codes.map((code) => ({ route, method, code })));
const again = { outcome: "sign-in-again" };
const successOf = {
  signed: { outcome: "changed" },
  device_signing: { outcome: "changed" },
  sms: { outcome: "tan-awaited" },
};

/** A change that is paused, with the PIN's bytes wiped, as the bridge does. */
async function pause(route: PinChangeRoute, method: "changePin" | "createChangeRequest", code = codes[0] as string) {
  const set = takeSteps();
  const pin = ascii("1928");
  set.fail(method, answered(code as (typeof codes)[number]));
  const step = await set.change(route, pin);
  pin.fill(0);
  set.next("authorizeChange", () => ({ string_to_sign: "a text", validForMs: 300_000 }));
  /** As the window does: where the key signs only afterwards, with the passcode once more. */
  const send = () => {
    if (route === "device_signing") set.unlocked.put(set.signer);
    return set.steps.sendPaused();
  };
  return { ...set, step, send };
}

describe("a change that the backend refuses for want of a sign-in", () => {
  it.each(everyWay)("is paused, and says so ($route, $code)", async ({ route, method, code }) => {
    const { step, steps, calls, open } = await pause(route, method, code);
    expect(step).toEqual(again);
    expect(steps.paused("a-scope")).toEqual({ cardId: "a-card", route, requestId: open[0] });
    expect(calls.map((call) => call.method)).not.toContain("settleChange"); // which would close it
  });

  it.each(everyWay)("is sent once more as it was, and only when told to ($route, $code)", async (way) => {
    const { route, method, code } = way;
    const { steps, argsOf, signed, send } = await pause(route, method, code);
    expect(argsOf(method)).toHaveLength(1);
    expect(await send()).toMatchObject(successOf[route]);
    const [first, second, ...more] = argsOf(method);
    expect(second).toEqual(first);
    expect(more).toEqual([]);
    expect(signed.length).toBeLessThanOrEqual(1);
    await expect(steps.sendPaused()).rejects.toMatchObject({ code: "ERR_NOT_FOUND" });
  });

  it.each(routes)("stays paused while the sign-in is still refused (%s)", async (route, method) => {
    const { send, fail } = await pause(route, method);
    fail(method, answered("ERR_SIGN_IN_AGAIN"));
    expect(await send()).toEqual(again);
    expect(await send()).toMatchObject(successOf[route]);
  });

  it.each(routes)("stays paused where it could not be sent (%s)", async (route, method) => {
    const { send, fail, open } = await pause(route, method);
    fail(method, neverSent());
    await expect(send()).rejects.toMatchObject({ code: "ERR_BACKEND_UNREACHABLE" });
    expect(open).toHaveLength(1);
    expect(await send()).toMatchObject(successOf[route]);
  });

  it.each(routes)("is asked about like any other once it was sent without an answer (%s)", async (route, method) => {
    const { steps, send, fail, next } = await pause(route, method);
    fail(method, unclear());
    next("settleChange", () => record("unknown"));
    expect(await send()).toMatchObject({ outcome: "unknown" });
    expect(steps.paused("a-scope")).toBeNull();
  });

  it.each(routes)("is closed at the bank and forgotten when the cardholder leaves it (%s)", async (route, method) => {
    const { steps, next, open, argsOf } = await pause(route, method);
    next("settleChange", () => record("not_received"));
    await steps.leave();
    expect(argsOf("settleChange")).toHaveLength(1);
    expect(open).toEqual([]);
    await expect(steps.sendPaused()).rejects.toMatchObject({ code: "ERR_NOT_FOUND" });
  });

  it("needs the key once more where that signs only afterwards: without it nothing is sent, and it stays paused", async () => {
    const { steps, send, argsOf, signed } = await pause("device_signing", "createChangeRequest");
    await expect(steps.sendPaused()).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
    expect([argsOf("createChangeRequest").length, signed]).toEqual([1, []]);
    expect(await send()).toMatchObject({ outcome: "changed" });
    expect(signed).toEqual(["a text"]);
  });

  it("is kept for the same customer's next sign-in, and forgotten at anybody else's", async () => {
    const { steps, open } = await pause("signed", "changePin");
    steps.forgetAllBut("a-scope");
    expect(steps.paused("a-scope")).not.toBeNull();
    expect(steps.paused("another-scope")).toBeNull();
    steps.forgetAllBut("another-scope");
    expect(steps.paused("a-scope")).toBeNull();
    expect(open).toHaveLength(1); // its owner is told at the next sign-in
  });

  it("is forgotten by a lock", async () => {
    const { steps } = await pause("signed", "changePin");
    steps.forget();
    await expect(steps.sendPaused()).rejects.toMatchObject({ code: "ERR_NOT_FOUND" });
  });
});

describe("a change is not paused", () => {
  it("by the 401 of a gateway, which may have passed it on", async () => {
    const { change, fail, next } = takeSteps();
    fail("changePin", new BackendError("ERR_NETWORK_SIGN_IN", "unclear"));
    next("settleChange", () => record("changed"));
    expect(await change("signed")).toMatchObject({ outcome: "changed" });
  });

  it.each(routes)("where there is no key yet to encrypt the PIN for, which is said (%s)", async (route) => {
    const { change, fail, steps, open, calls } = takeSteps();
    fail("getPinKey", answered("ERR_NOT_SIGNED_IN"));
    await expect(change(route)).rejects.toMatchObject({ code: "ERR_PIN_NOT_KEPT" });
    expect([steps.paused("a-scope"), open, calls.length]).toEqual([null, [], 1]);
  });

  it.each(routes)("once the bank has recorded its first attempt (%s)", async (route, method) => {
    const { change, fail, next } = takeSteps();
    fail(method, answered("ERR_PIN_KEY_OUTDATED"));
    fail(method, answered("ERR_NOT_SIGNED_IN"));
    next("settleChange", () => record("refused", { problem: "ERR_PIN_KEY_OUTDATED" }));
    expect(await change(route)).toMatchObject({ outcome: "refused" });
  });
});
