import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";

const prepare = path.resolve("build/prepare/node-runtime.mjs");

/** Goes on with another Node, as the commands do where the running one is too old. */
const goesOn = `
  const { runUnder } = await import(${JSON.stringify(prepare)});
  await runUnder(process.execPath, ["-e", "console.log(process.pid); setInterval(() => {}, 1000)"]);`;

describe.skipIf(process.platform === "win32")("a command that goes on with another Node", () => {
  test("takes what it went on with along when it is killed with kill -9", async () => {
    const command = spawn(process.execPath, ["--input-type=module", "-e", goesOn], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(command.stdout, "data");
    const wentOnWith = Number(said);
    onTestFinished(() => void (runs(wentOnWith) && process.kill(wentOnWith)));
    expect(runs(wentOnWith)).toBe(true);
    command.kill("SIGKILL");
    await expect.poll(() => runs(wentOnWith), { timeout: 20_000 }).toBe(false);
  });
});

const watchdog = path.resolve("build/end-with-parent.mjs");

/** Has a program that writes into a folder until it is told to end, and one last time then; both are to go with it. */
const leaves = (folder: string) => `
  const { endWithParent, removeWithParent } = await import(${JSON.stringify(watchdog)});
  const { spawn } = await import("node:child_process");
  const { once } = await import("node:events");
  const folder = ${JSON.stringify(folder)};
  const program = 'mkdir -p "$0"; trap "sleep 0.3; mkdir -p \\"$0\\"; echo late > \\"$0\\"/late; exit" TERM; echo ready; while :; do sleep 0.05; done';
  const child = spawn("sh", ["-c", program, folder], { stdio: ["ignore", "pipe", "inherit"], detached: true });
  removeWithParent("\\0"); // one that cannot be removed keeps no other
  removeWithParent(folder);
  endWithParent(child);
  await once(child.stdout, "data");
  console.log(child.pid);
  setInterval(() => undefined, 1000);`;

test.skipIf(process.platform === "win32")(
  "what a worker of the tests has started ends when it is killed with kill -9, and then its folder goes",
  async () => {
    const own = await mkdtemp(path.join(tmpdir(), "cardbound-left-"));
    onTestFinished(() => rm(own, { recursive: true, force: true }));
    const folder = path.join(own, "worker");
    const worker = spawn(process.execPath, ["--input-type=module", "-e", leaves(folder)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(worker.stdout, "data");
    const program = Number(said);
    onTestFinished(() => void (runs(program) && process.kill(program, "SIGKILL")));
    expect([runs(program), existsSync(folder)]).toEqual([true, true]);
    worker.kill("SIGKILL");
    await expect.poll(() => [runs(program), existsSync(folder)], { timeout: 20_000 }).toEqual([false, false]);
  },
);

const runtimeFolder = path.resolve("build/desktop/runtime-folder.mjs");

test.skipIf(process.platform === "win32")(
  "the folder for sockets that lies in /tmp, as the tests' own has too long a name, goes with who is killed",
  async () => {
    const own = await mkdtemp(path.join(tmpdir(), "cardbound-left-"));
    onTestFinished(() => rm(own, { recursive: true, force: true }));
    const opens = `
      const { openRuntimeFolder } = await import(${JSON.stringify(runtimeFolder)});
      console.log((await openRuntimeFolder(${JSON.stringify(path.join(own, "long".repeat(30)))})).folder);
      setInterval(() => undefined, 1000);`;
    const worker = spawn(process.execPath, ["--input-type=module", "-e", opens], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(worker.stdout, "data");
    const folder = String(said).trim();
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    expect(existsSync(folder)).toBe(true);
    worker.kill("SIGKILL");
    await expect.poll(() => existsSync(folder), { timeout: 20_000 }).toBe(false);
  },
);

/** A container's first program may never ask for the end of what it inherits: then that stays a zombie, which runs no more. */
function runs(pid: number): boolean {
  try {
    if (process.platform === "linux" && /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "latin1"))) return false;
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
