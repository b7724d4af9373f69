// The partner backend as a process: read the environment, start, say where, and go quietly when told to.
import process from "node:process";
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { type RunningBackend, startBackend } from "./start-backend.ts";

async function run(): Promise<void> {
  const backend = await startBackend(readConfig(process.env));
  stopWhenTold(backend);
  // The one line on stdout: whoever starts the backend waits for it and reads the address from it.
  process.stdout.write(`Partner backend listening at ${backend.url}\n`);
}

function stopWhenTold(backend: RunningBackend): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    backend.close().then(() => process.exit(0), fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** Says why in words of ours: another error's message may repeat what a caller sent. */
function fail(error: unknown): void {
  const said = error instanceof ConfigError ? error.message : `The partner backend cannot run: ${reasonOf(error)}\n`;
  process.stderr.write(said);
  process.exit(1);
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
