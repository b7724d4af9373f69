// The sandbox as a process: reads the environment, starts, prints its address, and stops when told to.
import process from "node:process";
import { readEnvironment } from "./environment.ts";
import { startSandbox } from "./start-sandbox.ts";

async function run(): Promise<void> {
  const starting = startSandbox(readEnvironment(process.env));
  let closing = false;
  // Listens for signals during the start already, so an early one ends it quietly too.
  const stop = (): void => {
    if (closing) return;
    closing = true;
    starting.then((sandbox) => sandbox.close()).then(() => process.exit(0), fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // The starting process, which had a channel, has ended: nobody needs the sandbox any more.
  process.on("disconnect", stop);
  const { url } = await starting;
  // The only line on stdout: the starting process waits for it and reads the address.
  if (!closing) process.stdout.write(`Solaris sandbox listening at ${url}\n`);
}

function fail(cause: unknown): void {
  process.stderr.write(`The Solaris sandbox cannot run: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
}

run().catch(fail);
