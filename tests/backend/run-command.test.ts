// How a command is called, and what it says that is called otherwise. What each does has a test of its own.
import { expect, it } from "vitest";
import { runCommandOn } from "./run-command-on.ts";

const usage = "With one it works on the database";

it.each([
  ['no command "unknown"', "unknown"],
  ['no command "Backup"', "Backup", "one"],
  ['no command ""', ""],
  ['no command "--version"', "--version"],
  ["It is `backup FILE`", "backup"],
  ["It is `backup FILE`", "backup", "one", "two"],
  ["It is `mark-restored`", "mark-restored", "one"],
  ["It is `audit verify [LOG]`", "audit"],
  ["It is `erase --person`", "erase"],
])("a call that does not fit is refused, says %j, and lists the commands: %j %j %j", async (why, ...words) => {
  const refused = await runCommandOn({}, ...words).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: "CommandRefused", message: expect.stringContaining(usage) });
  expect(String(refused)).toContain(why);
});

it.each(["help", "--help", "-h"])("%s says the list, and is no refusal", async (word) => {
  await expect(runCommandOn({}, word)).resolves.toContain(usage);
});

it("the list names each command with its operands", async () => {
  await expect(runCommandOn({}, "help")).resolves.toMatch(/^ {2}backup FILE +copies .*\n {2}mark-restored +says /m);
});
