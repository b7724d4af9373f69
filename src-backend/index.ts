// The partner backend as a process: reads the environment, starts, prints its address, and stops when told to. Or runs a
// command.
import { performance } from "node:perf_hooks";
import process from "node:process";
import { CommandRefused } from "./command-refused.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { DatabaseFailed } from "./database/database-failed.ts";
import { runCommand } from "./run-command.ts";
import { createLog, errorName, systemCode } from "./server-log.ts";
import { type RunningBackend, startBackend } from "./start-backend.ts";

/** In characters. */
const MOST_INPUT = 10_000;

async function run(): Promise<void> {
  const command = process.argv.slice(2);
  if (command.length > 0) {
    const { said, exitCode } = await runCommand(command, { variables: process.env, readInput });
    process.stdout.write(`${said}\n`);
    process.exitCode = exitCode;
    return;
  }
  const config = readConfig(process.env);
  const starting = startBackend(config);
  const isStopping = stopWhenTold(starting, config.drainSeconds);
  const { url } = await starting;
  // The only line on stdout: the starting process waits for it and reads the address.
  if (!isStopping()) process.stdout.write(`Partner backend listening at ${url}\n`);
}

/** In milliseconds. Ctrl+C arrives twice: from the terminal, and from whoever started this process and passes it on. */
const SAME_SIGNAL_MS = 1000;

/**
 * Listens during the start already, so an early stop works too. A second signal ends at once, as `kill -9` would: what was
 * under way is in the ledger. @returns whether it was told to stop
 */
function stopWhenTold(starting: Promise<RunningBackend>, drainSeconds: number): () => boolean {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    starting.then((backend) => backend.close(drainSeconds)).then(() => process.exit(0), fail);
  };
  let toldAt: number | undefined;
  const onSignal = (): void => {
    toldAt ??= performance.now();
    if (performance.now() - toldAt > SAME_SIGNAL_MS) process.exit(1);
    stop();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  // The starting process, which had a channel, has ended, perhaps by `kill -9`: end too, and release the database.
  process.on("disconnect", stop);
  return () => stopping;
}

/** Reads what a command is told by standard input, of which a line is enough; more is cut. */
async function readInput(): Promise<string> {
  let text = "";
  process.stdin.setEncoding("utf8");
  for await (const part of process.stdin) {
    text += part;
    if (text.length > MOST_INPUT) break;
  }
  return text.slice(0, MOST_INPUT);
}

/** Gives the reason in our own words: another error's message may repeat what a caller sent. */
function fail(error: unknown): void {
  process.stderr.write(wordsFor(error));
  process.exit(1);
}

/** The same for an error that nobody took, which the log must say too: its reader may see nothing else. */
function failUnasked(error: unknown): void {
  const code = systemCode(error);
  const ofDatabase = error instanceof DatabaseFailed && { reason: error.reason };
  createLog("error")({ event: "process_failed", error: errorName(error), ...(code && { code }), ...ofDatabase });
  fail(error);
}

function wordsFor(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof CommandRefused) return `${error.message}\n`;
  return `The partner backend cannot run: ${reasonOf(error)}\n`;
}

function reasonOf(error: unknown): string {
  if (error instanceof DatabaseFailed)
    return `the database failed (${error.reason}); what that means is in docs/operations.md.`;
  const { code, port } = error instanceof Error ? (error as NodeJS.ErrnoException & { port?: number }) : {};
  const named = Number.isInteger(port) ? `port ${port}` : "its port"; // PORT or METRICS_PORT
  if (code === "EADDRINUSE") return `another program listens on ${named}.`;
  if (code === "EACCES") return `${named} may not be listened on.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return "this computer does not have the address HOST.";
  return `an unexpected error (${error instanceof Error ? error.name : typeof error}).`;
}

process.on("uncaughtException", failUnasked);
process.on("unhandledRejection", failUnasked);
run().catch(fail);
