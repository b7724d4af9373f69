import { CommandRefused } from "./command-refused.ts";
import { verifyAuditCommand } from "./commands/audit-commands.ts";
import { backupCommand } from "./commands/backup-command.ts";
import { type Command, type CommandEnd, done, type Surroundings } from "./commands/command.ts";
import { eraseCommand } from "./commands/erase-command.ts";
import { markRestoredCommand } from "./commands/mark-restored-command.ts";
import { migrateCommand } from "./commands/migrate-command.ts";
import { probeCommand } from "./commands/probe-command.ts";

/** All commands, in the order in which the usage lists them. */
const commands: readonly Command[] = [
  migrateCommand,
  backupCommand,
  markRestoredCommand,
  verifyAuditCommand,
  eraseCommand,
  probeCommand,
];

const asksForHelp: ReadonlySet<string> = new Set(["help", "--help", "-h"]);

/**
 * Runs the command that these words call, with the operands that follow it.
 * Asked for help it says the usage.
 * @throws CommandRefused, also with the usage if they call none; ConfigError
 */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<CommandEnd> {
  for (const command of commands) {
    const operands = operandsOf(command, words);
    if (operands !== null) return command.run(operands, surroundings);
  }
  const usage = usageOf(commands);
  const [first = ""] = words;
  if (words.length === 1 && asksForHelp.has(first)) return done(usage);
  const known = commands.find((command) => command.usage.split(" ")[0] === first);
  throw new CommandRefused(
    known === undefined
      ? `There is no command ${JSON.stringify(first)}: nothing was done.\n${usage}`
      : `It is \`${known.usage}\`: nothing was done.\n${usage}`,
  );
}

/** The operands, if these words call the command with as many as it takes; otherwise null. */
function operandsOf({ usage }: Command, words: readonly string[]): readonly string[] | null {
  const parts = usage.split(" ");
  const names = parts.filter(isName);
  const most = parts.length - names.length;
  const least = parts.filter((part) => !isName(part) && !part.startsWith("[")).length;
  const given = words.length - names.length;
  if (given < least || given > most || names.some((name, at) => name !== words[at])) return null;
  return words.slice(names.length);
}

/** Whether a part of a usage is typed as it stands there; an operand is in capitals. */
function isName(part: string): boolean {
  return part === part.toLowerCase();
}

function usageOf(all: readonly Command[]): string {
  const width = Math.max(...all.map(({ usage }) => usage.length));
  const lines = all.map(({ usage, does }) => `  ${usage.padEnd(width)}   ${does}`);
  return [
    "Without a command the backend serves. With one it works on the database in DATABASE_FILE or DATABASE_URL (probe: on",
    "Solaris) and ends:",
    ...lines,
  ].join("\n");
}
