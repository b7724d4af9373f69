import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import type { Writable } from "node:stream";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";

const { DISPLAY = "", XAUTHORITY = "" } = process.env;
/** Where a program can show its window, if anywhere. */
export const desktop = { DISPLAY, XAUTHORITY };

/** What Node says when a debugger may come, or when it wanted one and its port was taken. */
export const inspector = /Debugger listening|Starting inspector/;

/** What is started: a packaged program, or Electron with a program. */
export interface Program {
  readonly executable: string;
  readonly args: readonly string[];
}

export interface Started {
  readonly child: ChildProcess;
  /** Standard output and error so far. */
  readonly output: () => string;
  /** Resolves with the first part of the output that matches. @throws where the program ends without it */
  readonly says: (form: RegExp) => Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** What came over the pipe of `--remote-debugging-pipe`. */
  readonly piped: () => string;
}

/** A program in the tests' Electron. @param place a folder with package.json, or a file */
export async function inElectron(place: string): Promise<Program> {
  const electron = await installedElectron();
  if (electron === undefined) throw new Error("no Electron is installed");
  return { executable: electron.executable, args: [place] };
}

/**
 * Starts it with something added, in an environment of its own.
 * @param home where its files are
 * @param display none: then nothing can be shown, as on a server
 */
export function start(
  { executable, args }: Program,
  added: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> },
  home: string,
  display: Readonly<Record<string, string>> = {},
): Started {
  mkdirSync(home, { recursive: true });
  const env = { PATH: process.env.PATH ?? "", HOME: home, LANGUAGE: "en", ...display, ...added.env };
  const child = spawn(executable, [...args, ...(added.args ?? [])], {
    env: { ...env, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? "" },
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
  });
  let output = "";
  let piped = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
      for (const look of waiting) look();
    });
  }
  const [, , , toPipe, fromPipe] = child.stdio;
  toPipe?.on("error", () => undefined); // it has ended without reading
  fromPipe?.on("data", (chunk) => (piped += chunk));
  (toPipe as Writable).write('{"id":1,"method":"Browser.getVersion"}\0');
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal }));
  const says = (form: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const [found] = form.exec(output) ?? [];
        if (found !== undefined) resolve(found);
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended without saying ${form}: ${output}`)));
    });
  return { child, output: () => output, says, ended, piped: () => piped };
}
