import { appendFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { controlSandbox, type SandboxControl } from "../e2e/sandbox-control.ts";
import { bindByTheWords, must } from "./cardholder.ts";
import { type CoreDesk, sitDown } from "./desk.ts";
import { type Line, openLine } from "./line.ts";
import { CODE } from "./secrets.ts";
import type { FaultServers } from "./servers.ts";

/** Where a case happens: somebody at the app, the line, the backend, Solaris' sandbox, and all that they leave behind. */
export interface Ground {
  /** Everything that is written is below this. */
  readonly folder: string;
  readonly person: string;
  readonly desk: CoreDesk;
  readonly line: Line;
  readonly servers: FaultServers;
  readonly sandbox: SandboxControl;
}

/** Opens a ground at these servers, with somebody signed in at a computer that is not bound. */
export async function openGround(folder: string, servers: FaultServers, person = "Ada Single"): Promise<Ground> {
  const line = await openLine(servers.backendUrl);
  const own = path.join(folder, "app");
  await mkdir(own, { recursive: true });
  const sandbox = controlSandbox(servers.sandboxUrl);
  await sandbox.settings({ code: CODE });
  const ground = { folder, person, desk: sitDown(own, line.url), line, servers, sandbox };
  must(await ground.desk.bridge.signIn(person));
  return ground;
}

export async function openBoundGround(folder: string, servers: FaultServers): Promise<Ground> {
  const ground = await openGround(folder, servers);
  await bindByTheWords(ground.desk.bridge);
  return ground;
}

export async function closeGround({ line, servers }: Ground): Promise<void> {
  await line.close();
  await servers.close();
}

/** Has what this process would write to stderr, the core's log among it, go to a file instead. */
export function keepStderr(file: string): () => void {
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (text: string | Uint8Array) => {
    appendFileSync(file, text);
    return true;
  };
  return () => {
    process.stderr.write = write;
  };
}
