import { describe, expect, it } from "vitest";
import type { PinChangeStage } from "../../../src-contract/bridge/views.ts";
import { AppError } from "../../../src-main/app-error.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { ascii } from "../by-hand.ts";
import { answered, neverSent, record, solaris, takeSteps, unclear } from "./scripted-steps.ts";

type Steps = ReturnType<typeof takeSteps>["steps"];

const outdated = () => new BackendError("ERR_PIN_KEY_OUTDATED", "answered", { problem: "pin_key_outdated" });
/** What a call that is handed to the network says; the script passes its last argument on. */
const handedOver = (...args: never[]) => (args.at(-1) as unknown as () => void)();

/** The steps over a backend whose calls change hands one after the other, so that each stage can be seen. */
function setUp({ withKey = true } = {}) {
  const taken = takeSteps();
  const { next } = taken;
  /** Lets whoever follows ask again before the change goes on. */
  const pause = () => new Promise((resolve) => setImmediate(resolve));
  const key = async () => {
    await pause();
    return solaris.jwk;
  };
  const send = (method: "changePin" | "createChangeRequest" | "confirmChange", failure?: Error) =>
    next(method, async (...args) => {
      await pause();
      handedOver(...args);
      await pause();
      if (failure !== undefined) throw failure;
    });
  const journal = taken.journal.write;
  Object.assign(taken.journal, {
    write: async (scope: string, id: string) => {
      await pause();
      await journal(scope, id);
    },
  });
  if (withKey) next("getPinKey", key);
  const text = () => next("authorizeChange", async () => ({ validForMs: 300_000, string_to_sign: "9e2d45df" }));
  return { ...taken, key, send, text };
}

/** Follows as the window does, until nothing is under way. */
async function follow(steps: Steps): Promise<PinChangeStage[]> {
  const seen: PinChangeStage[] = [];
  for (;;) {
    const stage = await steps.follow(seen.at(-1) ?? null);
    if (stage === null) return seen;
    seen.push(stage);
  }
}

describe("the stages of each way to change a PIN", () => {
  it("signed: key, encrypted, signed, sent", async () => {
    const { change, send, steps } = setUp();
    send("changePin");
    const ended = change("signed");
    expect(await follow(steps)).toEqual(["fetching-key", "encrypted", "signed", "sent"]);
    expect(await ended).toEqual({ outcome: "changed" });
  });

  it("signed as a change request: key, encrypted, requested, signed, sent", async () => {
    const { change, send, steps, text } = setUp();
    send("createChangeRequest");
    text();
    send("confirmChange");
    const ended = change("device_signing");
    expect(await follow(steps)).toEqual(["fetching-key", "encrypted", "requested", "signed", "sent"]);
    expect(await ended).toEqual({ outcome: "changed" });
  });

  it("by a text message: key, encrypted, requested; and, once the TAN is entered, sent", async () => {
    const { change, send, steps } = setUp();
    send("createChangeRequest");
    const waiting = change("sms");
    expect(await follow(steps)).toEqual(["fetching-key", "encrypted", "requested"]);
    expect(await waiting).toMatchObject({ outcome: "tan-awaited" });
    expect(await steps.follow(null)).toBeNull();
    send("confirmChange");
    const ended = steps.confirmTan(ascii("048213"));
    expect(await follow(steps)).toEqual(["sent"]);
    expect(await ended).toEqual({ outcome: "changed" });
  });

  it("a new TAN for a request that has ended: requested again", async () => {
    const { change, fail, send, steps } = setUp();
    await change("sms");
    fail("authorizeChange", answered({ problem: "change_request_ended" }));
    send("createChangeRequest");
    const waiting = steps.resendTan();
    expect(await follow(steps)).toEqual(["requested"]);
    expect(await waiting).toMatchObject({ outcome: "tan-awaited" });
  });

  it("begin anew where Solaris had changed its key", async () => {
    const { change, key, next, send, steps } = setUp();
    send("changePin", outdated());
    next("getPinKey", key);
    send("changePin");
    const ended = change("signed");
    const attempt = ["fetching-key", "encrypted", "signed", "sent"];
    expect(await follow(steps)).toEqual([...attempt, ...attempt]);
    expect(await ended).toEqual({ outcome: "changed" });
  });
});

describe("the stages of a change that does not succeed", () => {
  const fault = () => new AppError("ERR_INTERNAL");
  it.each<[string, () => unknown]>([
    ["there is no key", () => Promise.reject(neverSent())],
    ["the key is not safe", () => ({})],
  ])("end with the key: %s", async (_name, key) => {
    const { change, next, steps } = setUp({ withKey: false });
    next("getPinKey", key);
    const ended = change("signed").catch(() => "failed");
    expect(await follow(steps)).toEqual(["fetching-key"]);
    expect(await ended).toBe("failed");
  });

  it.each<[string, (given: ReturnType<typeof setUp>) => void, PinChangeStage[]]>([
    [
      "the journal cannot be written",
      ({ journal }) => Object.assign(journal, { write: () => Promise.reject(fault()) }),
      ["fetching-key", "encrypted"],
    ],
    ["it never leaves the computer", ({ fail }) => fail("changePin", neverSent()), ["encrypted", "signed"]],
    ["it is refused", ({ send }) => send("changePin", answered({ problem: "pin_refused" })), ["sent", "settling"]],
    ["no answer comes", ({ send }) => send("changePin", unclear()), ["sent", "settling"]],
  ])("end there: %s", async (_name, arrange, last) => {
    const given = setUp();
    const { change, next, steps } = given;
    arrange(given);
    next("settleChange", () => record("unknown"));
    const ended = change("signed").catch(() => "failed");
    const seen = await follow(steps);
    expect(seen.slice(-last.length)).toEqual(last);
    await ended;
    expect(await steps.follow(null)).toBeNull();
  });

  it.each([
    ["breaks a rule", "1234"],
    ["is no PIN", "12"],
  ])("are none where the PIN %s", async (_name, pin) => {
    const { change, steps } = setUp();
    const ended = change("signed", ascii(pin)).catch(() => "failed");
    expect(await follow(steps)).toEqual([]);
    expect(await ended).toBe("failed");
  });

  it("are none without the passcode", async () => {
    const { steps } = setUp();
    const ended = steps.change("a-card", ascii("1928"), "signed").catch(() => "failed");
    expect(await follow(steps)).toEqual([]);
    expect(await ended).toBe("failed");
  });
});

describe("a session that ends midway", () => {
  it.each(["forget", "leave"] as const)("ends what is told, though the change may still arrive (%s)", async (how) => {
    const { change, next, steps } = setUp();
    let answer = () => {};
    next("changePin", (...args) => {
      handedOver(...args);
      return new Promise<void>((resolve) => (answer = resolve));
    });
    const ended = change("signed");
    let seen: PinChangeStage | null = null;
    while (seen !== "sent") seen = await steps.follow(seen);
    const asking = steps.follow("sent");
    await steps[how]();
    expect(await asking).toBeNull();
    expect(await steps.follow(null)).toBeNull();
    answer();
    expect(await ended).toEqual({ outcome: "changed" });
  });
});
