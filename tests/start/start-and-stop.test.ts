import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openDemonstration } from "../../build/demonstration/kept-demonstration.mjs";
import { runs } from "../long-form.ts";

if (process.platform !== "linux") console.warn("SKIPPED: counting the processes that are left needs Linux' /proc.");

/** Every process below this one, as Linux lists them. */
function descendants(of: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const parent = Number(/^PPid:\s+(\d+)$/m.exec(statusOf(Number(entry)))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(of);
}

/** Empty once the process is gone; a zombie only waits for somebody to ask how it ended. */
function statusOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return /^State:\s+Z/m.test(status) ? "" : status;
  } catch {
    return "";
  }
}

describe.skipIf(process.platform !== "linux")("npm start", () => {
  let child: ChildProcess;
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), "cardbound-start-"));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    if (child.exitCode === null && child.signalCode === null && child.pid) process.kill(-child.pid, "SIGKILL");
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });

  /** The command in a home of its own: the world and the keychain of whoever runs the tests are left alone. */
  function run(...words: string[]): ChildProcess {
    const own = { HOME: home, XDG_CONFIG_HOME: path.join(home, ".config"), XDG_DATA_HOME: path.join(home, "data") };
    return spawn(process.execPath, ["build/run.mjs", "start", ...words], {
      env: { ...process.env, CARDBOUND_IS_BUILT: "1", ...own },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
  }

  async function start(): Promise<{ output: string; processes: number[] }> {
    child = run();
    let output = "";
    await new Promise<void>((resolve, reject) => {
      child.once("exit", () => reject(new Error(`it ended at once: ${output}`)));
      child.stderr?.on("data", (chunk) => {
        output += chunk;
        if (output.includes('"event":"app_started"')) resolve();
      });
    });
    return { output, processes: descendants(child.pid ?? 0) };
  }

  const ends: [string, () => void][] = [
    ["Ctrl+C in the terminal", () => void process.kill(-(child.pid ?? 0), "SIGINT")],
    ["the app going away", () => void process.kill(electronOf(child), "SIGTERM")],
  ];
  const more: typeof ends = [["SIGTERM to it alone", () => void child.kill("SIGTERM")]];
  test.each([...ends, ...runs([], more)])("leaves no process behind after %s", async (_, stop) => {
    const { processes } = await start();
    expect(processes.length).toBeGreaterThan(5);
    stop();
    await once(child, "exit");
    await expect.poll(() => processes.filter((pid) => statusOf(pid) !== "")).toEqual([]);
  });

  test("killed with kill -9 it leaves nothing behind that keeps the next start from the same world", async () => {
    const first = await start();
    child.kill("SIGKILL");
    const isLeft = (pid: number) => statusOf(pid) !== "";
    await expect.poll(() => first.processes.filter(isLeft), { timeout: 20_000 }).toEqual([]);
    const second = await start();
    expect(addressesIn(second.output)).toEqual(addressesIn(first.output));
    child.kill("SIGTERM");
    await once(child, "exit");
  });

  test("says which Electron runs and where the sandbox is, and begins anew where npm has taken --fresh for its own", async () => {
    const first = await start();
    expect(first.output).toMatch(/Electron \d+\.\d+\.\d+/);
    const [sandbox] = addressesIn(first.output);
    expect(await (await fetch(`${sandbox}/sandbox/inbox`)).json()).toEqual({ messages: [] });
    child.kill("SIGTERM");
    await once(child, "exit");
    vi.stubEnv("npm_config_fresh", "true");
    const second = await start();
    expect(second.output).toContain("beginning anew");
    expect(addressesIn(second.output)).not.toEqual(addressesIn(first.output));
    child.kill("SIGTERM");
    await once(child, "exit");
  });

  test("a second one beside it is refused, and says why", async () => {
    const demonstration = await openDemonstration({
      fresh: false,
      env: { ...process.env, XDG_DATA_HOME: path.join(home, "data") },
    });
    child = run("--fresh");
    let said = "";
    child.stderr?.on("data", (chunk) => (said += chunk));
    expect(await once(child, "close")).toEqual([1, null]);
    expect(said).toContain("Another `npm start` is running");
    demonstration.close();
  });
});

/** The two addresses that a start has said. */
function addressesIn(output: string): (string | undefined)[] {
  return [/sandbox.*(http:\/\/127\.0\.0\.1:\d+)/, /backend: (http:\/\/127\.0\.0\.1:\d+)/].map(
    (said) => said.exec(output)?.[1],
  );
}

/** Electron's main process: the only one of its processes without a `--type`. */
function electronOf(child: ChildProcess): number {
  const isMain = (pid: number) => {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return /electron/.test(command.split("\0")[0] ?? "") && !command.includes("--type=");
  };
  const pid = descendants(child.pid ?? 0).find(isMain);
  if (pid === undefined) throw new Error("the app does not run");
  return pid;
}
