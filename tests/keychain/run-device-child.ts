import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { build } from "vite";
import { outputOf } from "../../build/child-process.mjs";
import type { Command } from "./device-child.ts";

/** One per worker: a build empties its folder first, and would take the program from another test file that runs it. */
const folder = path.resolve("out/tests/device-child", process.env.VITEST_POOL_ID ?? "0");

/** Bundles device-child.ts for plain Node. */
export async function buildDeviceChild(): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    define: { __RELEASE__: "false" },
    build: { ssr: path.resolve("tests/keychain/device-child.ts"), outDir: folder, target: "node20.18" },
  });
}

export interface ChildEnd {
  /** What killed it, if anything did. */
  readonly signal: NodeJS.Signals | null;
  // biome-ignore lint/suspicious/noExplicitAny: what the child answers depends on the command
  readonly answer: any;
}

/** Runs one command in a process of its own. @param env of a session keyring, or none */
export async function runDeviceChild(command: Command, env: Record<string, string>): Promise<ChildEnd> {
  const { DBUS_SESSION_BUS_ADDRESS: _, XDG_RUNTIME_DIR: __, DISPLAY: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(folder, "device-child.js"), JSON.stringify(command)], {
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => (stdout += chunk));
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const [code, signal] = await once(child, "close");
  if (signal === null && code !== 0) throw new Error(`the child ended with ${code}: ${stderr}`);
  return { signal, answer: stdout === "" ? undefined : JSON.parse(stdout) };
}

/** Locks the keyring as the desktop does. */
export async function lockKeyring(env: Record<string, string>): Promise<void> {
  const service = ["--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets"];
  const lock = ["org.freedesktop.Secret.Service.Lock", "array:objpath:/org/freedesktop/secrets/collection/login"];
  await outputOf("dbus-send", [...service, ...lock], { env: { ...process.env, ...env } });
}

/** Has the keyring answer nothing, as one does whose question nobody has seen. @returns what lets it go on */
export async function silenceKeyring(env: Record<string, string>): Promise<() => void> {
  const bus = ["--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"];
  const who = ["org.freedesktop.DBus.GetConnectionUnixProcessID", "string:org.freedesktop.secrets"];
  const answer = await outputOf("dbus-send", [...bus, ...who], { env: { ...process.env, ...env } });
  const id = Number(/uint32 (\d+)/.exec(answer)?.[1]);
  process.kill(id, "SIGSTOP");
  return () => void process.kill(id, "SIGCONT");
}
