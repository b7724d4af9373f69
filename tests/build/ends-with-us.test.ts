import { spawn } from "node:child_process";
import { once } from "node:events";
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
    await expect.poll(() => runs(wentOnWith), { timeout: 10_000 }).toBe(false);
  });
});

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
