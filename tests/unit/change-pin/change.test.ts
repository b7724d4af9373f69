import { describe, expect, it } from "vitest";
import type { PinChangeRoute } from "../../../src-contract/rules/pin-change-route.ts";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { ascii } from "../by-hand.ts";
import { allRoutes, record, takeSteps, unclear } from "./scripted-change.ts";

const outdated = () => new BackendError("ERR_PIN_KEY_OUTDATED", "answered");

describe("what is kept of a success", () => {
  it("is its time and the id that the ledger knows", async () => {
    const { change, steps, argsOf } = takeSteps();
    const end = await change("signed");
    const reference = argsOf("changePin")[0]?.[1].request_id;
    expect(end).toEqual({ outcome: "changed", reference, changedAt: "2027-03-08T09:30:00.000Z" });
    expect(steps.reference()).toBe(reference);
  });

  it.each([
    [
      "with the time that the ledger has",
      { changed_at: "2027-03-08T09:12:00Z" },
      { changedAt: "2027-03-08T09:12:00Z" },
    ],
    ["with none if that says none", {}, {}],
  ])("looked up later, it has its id, %s", async (_name, recorded, told) => {
    const { change, steps, fail, next, open } = takeSteps();
    fail("changePin", unclear());
    next("settleChange", () => record("in_progress"));
    await change("signed");
    next("settleChange", () => record("changed", recorded));
    expect(await steps.settleOpen()).toEqual({ outcome: "changed", reference: open[0], ...told });
  });

  it("there is none before a change has ended, or once it was left", async () => {
    const { change, steps } = takeSteps();
    expect(() => steps.reference()).toThrow("ERR_NOT_FOUND");
    await change("signed");
    await steps.leave();
    expect(() => steps.reference()).toThrow("ERR_NOT_FOUND");
  });
});

describe("a signed change", () => {
  it("needs the passcode each time", async () => {
    const { steps, change, calls } = takeSteps();
    expect(await change("signed")).toMatchObject({ outcome: "changed" });
    const before = calls.length;
    await expect(steps.change("a-card", ascii("1928"), "signed")).rejects.toMatchObject({
      code: "ERR_PASSCODE_NEEDED",
    });
    expect(calls).toHaveLength(before);
  });

  it("is signed anew for the second attempt, without the passcode being asked again", async () => {
    const { change, fail, signed, argsOf } = takeSteps();
    fail("changePin", outdated());
    expect(await change("signed")).toMatchObject({ outcome: "changed" });
    expect(argsOf("changePin").map(([, request]) => request.encrypted_pin)).toEqual(signed);
  });

  it.each<[string, readonly PinChangeRoute[], PinChangeRoute | undefined]>([
    ["a text message", allRoutes, "sms"],
    ["another signature, where there are no text messages", ["signed", "device_signing"], "device_signing"],
    ["nothing, where the partner has nothing else", ["signed"], undefined],
  ])("refused for the device's sake offers %s", async (_name, routes, alternative) => {
    const { change, fail } = takeSteps(routes);
    fail("changePin", new BackendError("ERR_DEVICE_REFUSED", "answered"));
    const end = await change("signed");
    expect(end).toEqual({ outcome: "refused", code: "ERR_DEVICE_REFUSED", ...(alternative && { alternative }) });
  });
});

describe("a change that the device signs as a change request", () => {
  it("signs the text that was asked for and confirms with it", async () => {
    const { change, next, signed, argsOf, open } = takeSteps();
    next("authorizeChange", () => ({ validForMs: 300_000, string_to_sign: "9e2d45df-9b00" }));
    expect(await change("device_signing")).toMatchObject({ outcome: "changed" });
    expect(signed).toEqual(["9e2d45df-9b00"]);
    const confirmation = { route: "device_signing", device_id: "a-device", signature: "signature 1" };
    expect(argsOf("confirmChange")).toEqual([[open[0], confirmation]]);
  });

  it.each<[string, () => unknown]>([
    ["there is nothing to sign", () => ({ validForMs: 300_000 })],
    ["it is not authorised", () => Promise.reject(unclear())],
  ])("has changed nothing when %s, and confirms nothing", async (_name, answer) => {
    const { change, next, argsOf } = takeSteps();
    next("authorizeChange", answer);
    expect(await change("device_signing")).toMatchObject({ outcome: "refused" });
    expect(argsOf("confirmChange")).toEqual([]);
  });

  it("may have changed it when the confirmation has no answer", async () => {
    const { change, next, fail } = takeSteps();
    next("authorizeChange", () => ({ validForMs: 300_000, string_to_sign: "9e2d45df" }));
    fail("confirmChange", unclear());
    next("settleChange", () => record("unknown", { solaris_error_id: "84b61ex" }));
    expect(await change("device_signing")).toEqual({ outcome: "unknown", supportId: "84b61ex" });
  });
});

describe("an end", () => {
  it("that was shown is over when the cardholder goes on", async () => {
    const { change, steps, open } = takeSteps();
    await change("signed");
    expect(open).toHaveLength(1);
    await steps.leave();
    expect(open).toEqual([]);
  });

  it("that is still being carried out is not, and is asked for again", async () => {
    const { change, steps, fail, next, open } = takeSteps();
    fail("changePin", unclear());
    next("settleChange", () => record("in_progress"));
    await change("signed");
    await steps.noteSeen();
    expect(open).toHaveLength(1);
    next("settleChange", () => record("changed"));
    expect(await steps.settleOpen()).toMatchObject({ outcome: "changed" });
    await steps.leave();
    expect(open).toEqual([]);
  });

  it("that came after the session was locked is not taken as seen", async () => {
    const { change, steps, next, open, argsOf } = takeSteps();
    let answer: () => void = () => undefined;
    next("changePin", () => new Promise<void>((resolve) => (answer = resolve)));
    const pending = change("signed");
    await expect.poll(() => argsOf("changePin").length).toBe(1); // sent: what is left before that is not
    steps.forget();
    answer();
    await pending;
    await steps.leave();
    expect(open).toHaveLength(1);
    next("settleChange", () => record("changed"));
    expect(await steps.settleOpen()).toMatchObject({ outcome: "changed" });
    await steps.leave();
    expect(open).toEqual([]);
  });

  const byTan = async ({ change, steps }: ReturnType<typeof takeSteps>, then: "resendTan" | "confirmTan") => {
    await change("sms");
    return then === "resendTan" ? steps.resendTan() : steps.confirmTan(ascii("048213"));
  };
  it.each<[string, keyof BackendClient, number, (given: ReturnType<typeof takeSteps>) => Promise<unknown>]>([
    ["a change by the device", "changePin", 0, ({ change }) => change("signed")],
    ["a change by a request that the device signs", "confirmChange", 0, ({ change }) => change("device_signing")],
    ["a change by TAN", "createChangeRequest", 0, ({ change }) => change("sms")],
    ["sending the TAN", "authorizeChange", 0, ({ change }) => change("sms")],
    ["sending a new TAN", "authorizeChange", 1, (given) => byTan(given, "resendTan")],
    ["confirming with the TAN", "confirmChange", 0, (given) => byTan(given, "confirmTan")],
    [
      "asking the ledger",
      "settleChange",
      0,
      async ({ journal, steps }) => {
        await journal.write("a-scope", "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10");
        return steps.settleOpen();
      },
    ],
  ])("of %s that comes after a lock is nobody's, and stays in the journal", async (_name, method, before, begin) => {
    const given = takeSteps();
    const { steps, next, calls, open } = given;
    const text = { validForMs: 300_000, string_to_sign: "9e2d45df" };
    const said = method === "settleChange" ? record("changed") : text;
    for (let call = 0; call < before; call++) next(method, () => said);
    if (method === "confirmChange") next("authorizeChange", () => text);
    let answer = () => {};
    const isHeld = new Promise<void>((resolve) => {
      next(method, () => {
        resolve();
        return new Promise((give) => (answer = () => give(said)));
      });
    });
    const step = begin(given).catch(() => undefined); // told to a window that has been loaded anew
    await isHeld;
    steps.forget();
    answer();
    await step;
    calls.length = 0;
    await expect(steps.confirmTan(ascii("048213"))).rejects.toMatchObject({ code: "ERR_CHANGE_REQUEST_ENDED" });
    await steps.noteSeen();
    await steps.leave();
    expect([calls, open.length]).toEqual([[], 1]);
  });

  it("of a change before a restart is told with its card, as far as the list can be had", async () => {
    const { steps, next, fail, journal } = takeSteps();
    await journal.write("a-scope", "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10");
    const card = {
      id: "a-card",
      status: "ACTIVE",
      type: "VISA_DEBIT",
      masked_pan: "4532",
      name_on_card: "",
      expires: "",
    };
    next("settleChange", () => record("refused", { problem: "ERR_PIN_REFUSED", card_id: "a-card" }));
    next("listCards", () => ({ cards: [card], cards_left_out: 0, accounts_left_out: 0, truncated: false }));
    expect(await steps.settleOpen()).toMatchObject({
      outcome: "refused",
      code: "ERR_PIN_REFUSED",
      card: { id: "a-card" },
    });
    next("settleChange", () => record("changed", { card_id: "a-card" }));
    fail("listCards", unclear());
    expect(await steps.settleOpen()).toMatchObject({ outcome: "changed" });
  });

  it("cannot be asked for where nothing is open", async () => {
    await expect(takeSteps().steps.settleOpen()).rejects.toMatchObject({ code: "ERR_NOT_FOUND" });
  });
});

it("a locked session has no unlocked key", async () => {
  const { change, steps, unlocked, calls } = takeSteps();
  await change("signed");
  unlocked.put({ deviceId: "a-device", signEncryptedPin: () => "", signStringToSign: () => "", end() {} });
  steps.forget();
  const before = calls.length;
  await expect(steps.change("a-card", ascii("1928"), "signed")).rejects.toMatchObject({ code: "ERR_PASSCODE_NEEDED" });
  expect(calls).toHaveLength(before);
});
