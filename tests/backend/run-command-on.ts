// A command of the backend, run in this process.
import { runCommand } from "../../src-backend/run-command.ts";

/** Runs a command whose environment is this, without standard input. @returns what it says */
export async function runCommandOn(
  variables: Record<string, string | undefined>,
  ...words: readonly string[]
): Promise<string> {
  const { said } = await runCommand(words, { variables, readInput: async () => "" });
  return said;
}
