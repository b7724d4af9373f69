import { describe, expect, it, vi } from "vitest";
import { ascii } from "../by-hand.ts";
import { begunSecondsAgo } from "./fake-journal.ts";
import { answered, neverSent, record, takeSteps } from "./scripted-change.ts";

describe("a change with a TAN", () => {
  const waiting = { outcome: "tan-awaited", sent: { id: expect.any(String), validForMs: 300_000 } };

  it("waits for it, and is confirmed with it under its id", async () => {
    const { change, steps, argsOf, open } = takeSteps();
    expect(await change("sms")).toEqual(waiting);
    expect(await steps.confirmTan(ascii("048213"))).toMatchObject({ outcome: "changed" });
    expect(argsOf("confirmChange")).toEqual([[open[0], { route: "sms", tan: "048213" }]]);
  });

  it("has changed nothing when no TAN can be sent", async () => {
    const { change, fail } = takeSteps();
    fail("authorizeChange", answered("ERR_TOO_MANY_REQUESTS", { retryAfterMs: 90_000 }));
    expect(await change("sms")).toMatchObject({ outcome: "refused", retryAfterMs: 90_000 });
  });

  it.each([
    "ERR_TAN_REFUSED",
    "ERR_CHANGE_REQUEST_ENDED",
    "ERR_TOO_MANY_REQUESTS",
    "ERR_SOLARIS_UNAVAILABLE",
    "ERR_NOT_RECORDED",
  ] as const)("stays where it is after %s", async (problem) => {
    const { change, steps, fail } = takeSteps();
    await change("sms");
    fail("confirmChange", answered(problem));
    await expect(steps.confirmTan(ascii("048213"))).rejects.toMatchObject({ code: problem });
    expect(await steps.confirmTan(ascii("048214"))).toMatchObject({ outcome: "changed" });
  });

  it("has a new TAN sent for the same request", async () => {
    const { change, steps, argsOf, open } = takeSteps();
    await change("sms");
    expect(await steps.resendTan()).toEqual(waiting);
    expect(argsOf("authorizeChange").map(([id]) => id)).toEqual([open[0], open[0]]);
    expect(argsOf("createChangeRequest")).toHaveLength(1);
  });

  it("begins a new request with the same encryption where the first has ended; it alone is open then", async () => {
    const { change, steps, fail, argsOf, open } = takeSteps();
    await change("sms");
    const [before] = open;
    fail("authorizeChange", answered("ERR_CHANGE_REQUEST_ENDED"));
    expect(await steps.resendTan()).toEqual(waiting);
    const [[, first], [, second]] = argsOf("createChangeRequest") as never as [[string, object], [string, object]];
    expect(second).toEqual({ ...first, request_id: open[0] });
    expect(open).toHaveLength(1);
    expect(open[0]).not.toBe(before);
    expect(await steps.confirmTan(ascii("048213"))).toMatchObject({ outcome: "changed" });
    expect(argsOf("confirmChange").map(([id]) => id)).toEqual([open[0]]);
  });

  it("whose new request cannot have a TAN sent goes on with it, and leaves nothing else open", async () => {
    const { change, steps, fail, next, argsOf, open } = takeSteps();
    await change("sms");
    fail("authorizeChange", answered("ERR_CHANGE_REQUEST_ENDED"));
    fail("authorizeChange", answered("ERR_TOO_MANY_REQUESTS"));
    await expect(steps.resendTan()).rejects.toMatchObject({ code: "ERR_TOO_MANY_REQUESTS" });
    expect(open).toHaveLength(1);
    expect(await steps.resendTan()).toEqual(waiting);
    expect(argsOf("createChangeRequest")).toHaveLength(2);
    next("settleChange", () => record("refused", { problem: "ERR_PIN_CHANGE_CLOSED" }));
    await steps.leave();
    expect(open).toEqual([]);
  });

  it("given up before the TAN is closed at the bank and no longer open", async () => {
    const { change, steps, next, argsOf, open } = takeSteps();
    await change("sms");
    const [id] = open;
    next("settleChange", () => record("refused", { problem: "ERR_PIN_CHANGE_CLOSED" }));
    await steps.leave();
    expect([argsOf("settleChange"), open]).toEqual([[[id, begunSecondsAgo]], []]);
    await expect(steps.confirmTan(ascii("048213"))).rejects.toMatchObject({ code: "ERR_CHANGE_REQUEST_ENDED" });
  });

  it.each(["changed", "in_progress"])("given up, of which the ledger says %s after all, stays open", async (state) => {
    const { change, steps, next, open } = takeSteps();
    await change("sms");
    next("settleChange", () => record(state));
    await steps.leave();
    expect(open).toHaveLength(1);
  });

  it.each(["forget", "leave"] as const)("has no TAN sent to a cardholder who has gone on (%s)", async (how) => {
    const { change, steps, next, argsOf, open } = takeSteps();
    let accept = () => {};
    const isSent = new Promise<void>((resolve) => {
      next("createChangeRequest", () => {
        resolve();
        return new Promise<void>((accepted) => (accept = accepted));
      });
    });
    const begun = change("sms");
    await isSent;
    await steps[how]();
    accept();
    expect(await begun).toMatchObject({ outcome: "refused" });
    expect([argsOf("authorizeChange"), open.length]).toEqual([[], 1]);
  });

  it("has no new request made for a cardholder who has gone", async () => {
    const { change, steps, next, argsOf, open } = takeSteps();
    await change("sms");
    let refuse = () => {};
    const isAsked = new Promise<void>((resolve) => {
      next("authorizeChange", () => {
        resolve();
        return new Promise((_, reject) => (refuse = () => reject(answered("ERR_CHANGE_REQUEST_ENDED"))));
      });
    });
    const resent = steps.resendTan().catch((error: unknown) => error);
    await isAsked;
    steps.forget();
    refuse();
    expect(await resent).toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    expect([argsOf("createChangeRequest").length, open.length]).toEqual([1, 1]);
  });

  it("has no new request made where the cardholder goes while it is noted, and does not keep the note", async () => {
    const { change, steps, fail, journal, argsOf, open } = takeSteps();
    await change("sms");
    const [first] = open;
    fail("authorizeChange", answered("ERR_CHANGE_REQUEST_ENDED"));
    const { write } = journal;
    vi.spyOn(journal, "write").mockImplementation(async (...note) => {
      await write(...note);
      steps.forget();
    });
    await expect(steps.resendTan()).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    expect([argsOf("createChangeRequest").length, open]).toEqual([1, [first]]);
  });

  it("given up while the bank is away stays open, to be closed later", async () => {
    const { change, steps, fail, open } = takeSteps();
    await change("sms");
    fail("settleChange", neverSent());
    await steps.leave();
    expect(open).toHaveLength(1);
  });
});
