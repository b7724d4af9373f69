import { describe, expect, it } from "vitest";
import type { PinChangeStage } from "../../../src-contract/bridge/views.ts";
import { AppError } from "../../../src-main/app-error.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { ascii } from "../by-hand.ts";
import { answered, neverSent, record, takeSteps, unclear } from "./scripted-change.ts";

const outdated = () => new BackendError("ERR_PIN_KEY_OUTDATED", "answered");
/** What a call that is handed to the network says; the script passes its last argument on. */
const handedOver = (...args: never[]) => (args.at(-1) as unknown as () => void)();

/** The steps over a backend whose calls say that they were handed to the network. */
function setUp() {
  const taken = takeSteps();
  const { next } = taken;
  const send = (method: "changePin" | "createChangeRequest" | "confirmChange", failure?: Error) =>
    next(method, async (...args) => {
      handedOver(...args);
      if (failure !== undefined) throw failure;
    });
  const text = () => next("authorizeChange", async () => ({ validForMs: 300_000, string_to_sign: "9e2d45df" }));
  return { ...taken, send, text };
}

describe("the stages of each way to change a PIN", () => {
  it("signed: key, encrypted, signed, sent", async () => {
    const { change, send, stages } = setUp();
    send("changePin");
    expect(await change("signed")).toMatchObject({ outcome: "changed" });
    expect(stages).toEqual(["fetching-key", "encrypted", "signed", "sent"]);
  });

  it("signed as a change request: key, encrypted, requested, signed, sent", async () => {
    const { change, send, stages, text } = setUp();
    send("createChangeRequest");
    text();
    send("confirmChange");
    expect(await change("device_signing")).toMatchObject({ outcome: "changed" });
    expect(stages).toEqual(["fetching-key", "encrypted", "requested", "signed", "sent"]);
  });

  it("by a text message: key, encrypted, requested; and, once the TAN is entered, sent", async () => {
    const { change, send, stages, steps } = setUp();
    send("createChangeRequest");
    expect(await change("sms")).toMatchObject({ outcome: "tan-awaited" });
    expect(stages.splice(0)).toEqual(["fetching-key", "encrypted", "requested"]);
    send("confirmChange");
    expect(await steps.confirmTan(ascii("048213"))).toMatchObject({ outcome: "changed" });
    expect(stages).toEqual(["sent"]);
  });

  it("a new TAN for a request that has ended: requested again", async () => {
    const { change, fail, send, stages, steps } = setUp();
    await change("sms");
    stages.length = 0;
    fail("authorizeChange", answered("ERR_CHANGE_REQUEST_ENDED"));
    send("createChangeRequest");
    expect(await steps.resendTan()).toMatchObject({ outcome: "tan-awaited" });
    expect(stages).toEqual(["requested"]);
  });

  it("begin anew where Solaris had changed its key", async () => {
    const { change, send, stages } = setUp();
    send("changePin", outdated());
    send("changePin");
    expect(await change("signed")).toMatchObject({ outcome: "changed" });
    const attempt = ["fetching-key", "encrypted", "signed", "sent"];
    expect(stages).toEqual([...attempt, ...attempt]);
  });
});

describe("the stages of a change that does not succeed", () => {
  const fault = () => new AppError("ERR_INTERNAL");
  it.each<[string, () => unknown]>([
    ["there is no key", () => Promise.reject(neverSent())],
    ["the key is not safe", () => ({})],
  ])("end with the key: %s", async (_name, key) => {
    const { change, next, stages } = setUp();
    next("getPinKey", key);
    await expect(change("signed")).rejects.toThrow();
    expect(stages).toEqual(["fetching-key"]);
  });

  it.each<[string, (given: ReturnType<typeof setUp>) => void, PinChangeStage[]]>([
    [
      "the journal cannot be written",
      ({ journal }) => Object.assign(journal, { write: () => Promise.reject(fault()) }),
      ["fetching-key"],
    ],
    ["it never leaves the computer", ({ fail }) => fail("changePin", neverSent()), ["encrypted", "signed"]],
    ["it is refused", ({ send }) => send("changePin", answered("ERR_PIN_REFUSED")), ["sent", "settling"]],
    ["no answer comes", ({ send }) => send("changePin", unclear()), ["sent", "settling"]],
  ])("end there: %s", async (_name, arrange, last) => {
    const given = setUp();
    const { change, next, stages } = given;
    arrange(given);
    next("settleChange", () => record("unknown"));
    await change("signed").catch(() => "failed");
    expect(stages.slice(-last.length)).toEqual(last);
  });

  it.each([
    ["breaks a rule", "1234"],
    ["is no PIN", "12"],
  ])("are none where the PIN %s", async (_name, pin) => {
    const { change, stages } = setUp();
    await expect(change("signed", ascii(pin))).rejects.toThrow();
    expect(stages).toEqual([]);
  });

  it("are none without the passcode", async () => {
    const { stages, steps } = setUp();
    await expect(steps.change("a-card", ascii("1928"), "signed")).rejects.toThrow();
    expect(stages).toEqual([]);
  });
});

describe("a session that ends midway", () => {
  it("leaves the stages to the next change, for which an older one that still runs does not speak", async () => {
    const { change, next, send, stages, steps } = setUp();
    let refuse = (_failure: Error) => {};
    const isAsked = new Promise<void>((resolve) => {
      next("changePin", () => {
        resolve();
        return new Promise<void>((_, reject) => (refuse = reject));
      });
    });
    const older = change("signed");
    await isAsked;
    steps.forget();
    stages.length = 0;
    refuse(unclear()); // whose ledger is asked now
    send("changePin");
    expect(await change("signed")).toMatchObject({ outcome: "changed" });
    await older;
    expect(stages).toEqual(["fetching-key", "encrypted", "signed", "sent"]);
  });

  it.each(["forget", "leave"] as const)("ends what is told, though the change may still arrive (%s)", async (how) => {
    const { change, next, stages, steps } = setUp();
    let answer = (_failure: Error) => {};
    const isSent = new Promise<void>((resolve) => {
      next("changePin", (...args) => {
        handedOver(...args);
        resolve();
        return new Promise<void>((_, reject) => (answer = reject));
      });
    });
    const ended = change("signed");
    await isSent;
    await steps[how]();
    answer(unclear());
    expect(await ended).toMatchObject({ outcome: "refused" }); // the ledger was asked, and that is told to nobody
    expect(stages.at(-1)).toBe("sent");
  });
});
