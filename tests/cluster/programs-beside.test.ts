import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { openPrograms } from "./programs-beside.ts";

const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("nothing is left of the programs when they are closed", async () => {
  const programs = await openPrograms();
  const { child } = programs.startOfSystem("sleeper", "/bin/sleep", ["600"]);
  await programs.close();
  expect([runs(child.pid ?? 0), existsSync(programs.folder)]).toEqual([false, false]);
});

test("nothing is left of them when what has started them is killed", async () => {
  const runner = fork(path.join(import.meta.dirname, "killed-runner-child.ts"), { execArgv: [] });
  const [{ pid, folder }] = (await once(runner, "message")) as [{ pid: number; folder: string }];
  runner.kill("SIGKILL");
  await expect.poll(() => [runs(pid), existsSync(folder)], { timeout: 20_000 }).toEqual([false, false]);
});
