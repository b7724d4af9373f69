import { describe, expect, it } from "vitest";
import { answered, answeredByLater, record, takeSteps, unclear } from "./scripted-change.ts";

describe.each(["signed", "device_signing", "sms"] as const)("what is not certain of a change: %s", (route) => {
  const send = route === "signed" ? "changePin" : "createChangeRequest";

  it("asks the ledger where only a later backend knows why it was refused", async () => {
    const { change, fail, next } = takeSteps();
    for (const [state, outcome] of [
      ["changed", { outcome: "changed" }],
      ["not_received", { outcome: "not-sent" }],
      ["unknown", { outcome: "unknown" }],
    ] as const) {
      fail(send, answeredByLater());
      next("settleChange", () => record(state));
      expect(await change(route)).toMatchObject(outcome);
    }
    fail(send, answeredByLater());
    fail("settleChange", unclear());
    expect(await change(route)).toEqual({ outcome: "unknown" });
  });

  it.each([["changed"], ["unknown"], ["in_progress", "in-progress"]])(
    "is not said to be refused where the ledger says %s",
    async (state, outcome = state) => {
      const { change, fail, next } = takeSteps();
      fail(send, answered("ERR_ATTEMPT_REFUSED"));
      next("settleChange", () => record(state));
      expect(await change(route)).toMatchObject({ outcome });
    },
  );

  it("refused while the ledger is away stays open, to be closed there later", async () => {
    const { change, fail, open, steps } = takeSteps();
    fail(send, answered("ERR_ATTEMPT_REFUSED"));
    fail("settleChange", unclear());
    expect(await change(route)).toMatchObject({ outcome: "refused" });
    fail("settleChange", unclear());
    await steps.leave();
    expect(open).toHaveLength(1);
  });
});
