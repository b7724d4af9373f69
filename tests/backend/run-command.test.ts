// How a command is called, and what it says that is called otherwise. What each does has a test of its own.
import { expect, it } from "vitest";
import { runCommandOn } from "./run-command-on.ts";

const usage = "With one it works on the database";

it.each([["unknown"], ["backup"], ["backup", "one", "two"], ["mark-restored", "one"], ["Backup", "one"], [""]])(
  "a call of no command, or with another number of operands, gets the list of commands: %j",
  async (...words) => {
    const refusal = expect.objectContaining({ name: "CommandRefused", message: expect.stringContaining(usage) });
    await expect(runCommandOn({}, ...words)).rejects.toEqual(refusal);
  },
);

it("the list names each command with its operands", async () => {
  await expect(runCommandOn({}, "help")).rejects.toThrow(/^ {2}backup FILE +copies .*\n {2}mark-restored +says /m);
});
