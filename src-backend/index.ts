// The partner backend as a process: read the environment, start, say where, and go quietly when told to. Or run a command.
import process from "node:process";
import { CommandRefused } from "./command-refused.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { runCommand } from "./run-command.ts";
import { type RunningBackend, startBackend } from "./start-backend.ts";

async function run(): Promise<void> {
  const command = process.argv.slice(2);
  if (command.length > 0) {
    process.stdout.write(`${await runCommand(command, process.env)}\n`);
    return;
  }
  const starting = startBackend(readConfig(process.env));
  const isStopping = stopWhenTold(starting);
  const { url } = await starting;
  // The one line on stdout: the process that starts the backend waits for it and reads the address from it.
  if (!isStopping()) process.stdout.write(`Partner backend listening at ${url}\n`);
}

/** Listening before the start has ended, so that a stop that comes early is one, too. @returns whether it was told to */
function stopWhenTold(starting: Promise<RunningBackend>): () => boolean {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    starting.then((backend) => backend.close()).then(() => process.exit(0), fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // The process that started this with a channel has ended, be it by `kill -9`: this one ends too and frees the database.
  process.on("disconnect", stop);
  return () => stopping;
}

/** Says why in words of ours: another error's message may repeat what a caller sent. */
function fail(error: unknown): void {
  process.stderr.write(wordsFor(error));
  process.exit(1);
}

function wordsFor(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof CommandRefused) return `${error.message}\n`;
  return `The partner backend cannot run: ${reasonOf(error)}\n`;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return "another program listens on this PORT.";
  if (code === "EACCES") return "this PORT may not be listened on.";
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "this computer does not have the address HOST.";
  return `an unexpected error (${error instanceof Error ? error.name : typeof error}).`;
}

process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
run().catch(fail);
