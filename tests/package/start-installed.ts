import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import type { ThrowAwayRoot } from "./throw-away-root.ts";

/** Four times what a start takes on a busy machine. */
const START_LIMIT_MS = 60_000;

/** The program, as an ordinary user has started it from /usr/bin. */
export interface RunningInstalled {
  readonly pid: number;
  /** One of its limits, as in /proc/PID/limits. */
  readonly limit: (name: string) => string | undefined;
  /** Ends it as a session's end does. */
  readonly end: () => Promise<void>;
}

/**
 * Starts the installed program.
 * @param name the command
 * @param env beyond a display
 * @throws Error with all that it has said, if its window does not come
 */
export async function startInstalled(
  root: ThrowAwayRoot,
  name: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningInstalled> {
  const { DISPLAY = "", XAUTHORITY = "" } = process.env;
  const child = root.start([`/usr/bin/${name}`], { DISPLAY, XAUTHORITY, ...env });
  let said = "";
  let limit: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    limit = setTimeout(() => reject(new Error(`no window came:\n${said}`)), START_LIMIT_MS);
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('"event":"app_started"')) resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => reject(new Error(`it ended with ${code}:\n${said}`)));
  }).finally(() => clearTimeout(limit));
  const pid = child.pid ?? 0;
  return {
    pid,
    limit: (wanted) => new RegExp(`^${wanted}\\s+(\\S+)`, "m").exec(readFileSync(`/proc/${pid}/limits`, "utf8"))?.[1],
    async end() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The renderers below a process, and how each is held. Processes come and go meanwhile. */
export function sandboxedRenderers(pid: number) {
  return descendantsOf(pid)
    .filter((one) => readProc(one, "cmdline").includes("--type=renderer"))
    .map((one) => {
      const status = readProc(one, "status");
      const ids = /^NSpid:\s+(.*)$/m.exec(status)?.[1]?.split(/\s+/) ?? [];
      return { seccomp: /^Seccomp:\s+(\d)$/m.exec(status)?.[1], namespaces: ids.length };
    });
}

function descendantsOf(pid: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

const parentOf = (pid: string) => Number(/\) \S (\d+) /.exec(readProc(Number(pid), "stat"))?.[1]);

/** @returns nothing for a process that has ended */
function readProc(pid: number, file: "stat" | "status" | "cmdline"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return "";
  }
}
