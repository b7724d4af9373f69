import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { build } from "vite";
import { keychainLibraries } from "../../build/keychain-library.ts";
import type { Command } from "./device-child.ts";

/** One per worker: a build empties its folder first, and would take the program from another test file that runs it. */
const folder = path.resolve("out/tests/device-child", process.env.VITEST_POOL_ID ?? "0");

/** Bundles device-child.ts for plain Node. */
export async function buildDeviceChild(): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    define: {
      __RELEASE__: "false",
      __HARDWARE_KEY__: "true",
      __KEYCHAIN_LIBRARY__: JSON.stringify(keychainLibraries(process.cwd())),
    },
    ssr: { noExternal: true, external: ["keytar"] }, // one file starts in half the time of a hundred
    build: { ssr: path.resolve("tests/keychain/device-child.ts"), outDir: folder, target: "node20.18" },
  });
}

export interface CommandEnd {
  /** What killed the process in the midst of it, if anything did. */
  readonly signal: NodeJS.Signals | null;
  // biome-ignore lint/suspicious/noExplicitAny: what the child answers depends on the command
  readonly answer: any;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

export type DeviceProgram = ReturnType<typeof openDeviceProgram>;

/**
 * Runs commands in a process of its own, each as a program that has just started. The process begins with the first command,
 * and anew with the one after a command that has killed it.
 * @param service the name under which its entries stand
 * @param env of a session keyring, or none
 */
export function openDeviceProgram(service: string, env: Record<string, string>) {
  let child: Child | undefined;
  return {
    async run(command: Command): Promise<CommandEnd> {
      child ??= startChild(service, env);
      const end = await ask(child, command);
      if (end.signal !== null) child = undefined;
      return end;
    },
    /** Ends the process: the next command has another one. */
    async end(): Promise<void> {
      if (child === undefined) return;
      const ended = once(child, "close");
      child.stdin.end();
      await ended;
      child = undefined;
    },
  };
}

function startChild(service: string, env: Record<string, string>): Child {
  const { DBUS_SESSION_BUS_ADDRESS: _, XDG_RUNTIME_DIR: __, DISPLAY: ___, ...inherited } = process.env;
  return spawn(process.execPath, [path.join(folder, "device-child.js"), service], {
    env: { ...inherited, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
}

function ask(child: Child, command: Command): Promise<CommandEnd> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    const onAnswer = (chunk: Buffer) => {
      stdout += chunk;
      if (stdout.endsWith("\n")) end(() => resolve({ signal: null, answer: JSON.parse(stdout) }));
    };
    const onComplaint = (chunk: Buffer) => {
      stderr += chunk;
    };
    const onClose = (code: number | null, signal: NodeJS.Signals | null) => {
      if (signal === null) end(() => reject(new Error(`the child ended with ${code}: ${stderr}`)));
      else end(() => resolve({ signal, answer: undefined }));
    };
    const end = (settle: () => void) => {
      child.stdout.off("data", onAnswer);
      child.stderr.off("data", onComplaint);
      child.off("close", onClose);
      settle();
    };
    child.stdout.on("data", onAnswer);
    child.stderr.on("data", onComplaint);
    child.on("close", onClose);
    child.stdin.write(`${JSON.stringify(command)}\n`);
  });
}
