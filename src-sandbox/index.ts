// The sandbox as a process: read the environment, start, say where, and go quietly when told to.
import process from "node:process";
import { readEnvironment } from "./environment.ts";
import { startSandbox } from "./start-sandbox.ts";

async function run(): Promise<void> {
  const starting = startSandbox(readEnvironment(process.env));
  let closing = false;
  // Listening for the signals before the start has ended, so that one that comes early ends it as quietly.
  const stop = (): void => {
    if (closing) return;
    closing = true;
    starting.then((sandbox) => sandbox.close()).then(() => process.exit(0), fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // The process that started this with a channel has ended, however it ended: nobody needs the sandbox any more.
  process.on("disconnect", stop);
  const { url } = await starting;
  // The one line on stdout: the process that starts the sandbox waits for it and reads the address from it.
  if (!closing) process.stdout.write(`Solaris sandbox listening at ${url}\n`);
}

function fail(cause: unknown): void {
  process.stderr.write(`The Solaris sandbox cannot run: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
}

run().catch(fail);
