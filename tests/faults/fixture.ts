import { appendFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { controlSandbox, type SandboxControl } from "../../src-testing/sandbox-control.ts";
import type { RunningServers } from "../../src-testing/servers-here.ts";
import { must } from "./cardholder.ts";
import { type CoreApp, startCoreApp } from "./core-app.ts";
import { type Line, openLine } from "./line.ts";
import { CODE, LETTER_CODE } from "./secrets.ts";
import type { TokenInMemory } from "./token-in-memory.ts";

/** What a case runs on: the app with somebody signed in, the line, the backend, Solaris' sandbox, and the folder of their files. */
export interface Fixture {
  /** All that they write is in it. */
  readonly folder: string;
  readonly person: string;
  /** The person's card. */
  readonly cardId: string;
  readonly app: CoreApp;
  readonly line: Line;
  readonly servers: RunningServers;
  readonly sandbox: SandboxControl;
}

/** Starts the app against these servers, with somebody signed in at a computer that is not bound. @param token startCoreApp's */
export async function openFixture(
  folder: string,
  servers: RunningServers,
  person = "Ada Single",
  token: TokenInMemory | null = null,
): Promise<Fixture> {
  const line = await openLine(servers.backendUrl);
  const own = path.join(folder, "app");
  await mkdir(own, { recursive: true });
  const sandbox = controlSandbox(servers.sandboxUrl);
  await sandbox.settings({ code: CODE, activation_code: LETTER_CODE });
  const app = startCoreApp(own, line.url, token);
  must(await app.bridge.signIn(person));
  const [card] = must(await app.bridge.listCards()).cards;
  if (card === undefined) throw new Error(`${person} has no card`);
  return { folder, person, cardId: card.id, app, line, servers, sandbox };
}

export async function closeFixture({ line, servers }: Fixture): Promise<void> {
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
