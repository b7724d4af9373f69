import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";

const isClosedByModes = process.platform !== "win32" && process.getuid?.() !== 0;
if (!isClosedByModes) console.warn("SKIPPED: here a mode closes no folder (root, or Windows).");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-unusable-"));
});
afterEach(async () => {
  await chmod(path.join(folder, "closed"), 0o700);
  await rm(folder, { recursive: true, maxRetries: 5 });
});

/** Starts the built app, waits until it says what is wrong, and ends it while its message shows. */
async function startOn(args: readonly string[], env: Record<string, string>) {
  const electron = await installedElectron();
  const child = spawn(electron?.executable ?? "", [process.cwd(), "--backend=http://127.0.0.1:9", ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let output = "";
  const ended = once(child, "exit");
  const told = new Promise<void>((resolve) => {
    child.stderr?.on("data", (chunk) => {
      output += chunk;
      if (output.includes('"event":"profile_unusable"')) resolve();
    });
  });
  await Promise.race([told, ended]);
  child.kill("SIGTERM");
  const [code] = await ended;
  return { code, output };
}

describe.skipIf(!isClosedByModes)("without permission to write", () => {
  test("in the profile: says so, and ends with code 1 and not as a second instance", async () => {
    await mkdir(path.join(folder, "closed"), { mode: 0o000 });
    const { code, output } = await startOn([`--user-data-dir=${path.join(folder, "closed")}`], {});
    expect(output).toContain('"event":"profile_unusable"');
    expect(code).toBe(1);
  });

  test("in the home: the same", async () => {
    const home = path.join(folder, "closed");
    await mkdir(home, { mode: 0o500 });
    const { code, output } = await startOn([], { HOME: home, XDG_CONFIG_HOME: path.join(home, ".config") });
    expect(output).toContain('"event":"profile_unusable"');
    expect(code).toBe(1);
  });
});
