// A module that is not the one that somebody has looked at, or that hangs, or takes its process down.
import { execFileSync } from "node:child_process";
import { appendFileSync, closeSync, constants, copyFileSync, openSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TokenRefused } from "../../src-hardware-key/ask-token.ts";
import { startTokenProcess, type TokenProcess } from "../../src-hardware-key/fork-token.ts";
import { hashOfModule } from "../../src-hardware-key/known-module.ts";
import { hasSofthsm, openSofthsm, type Softhsm, softhsmModule } from "./softhsm.ts";

describe.skipIf(!hasSofthsm)("a module", () => {
  let softhsm: Softhsm;
  let tokens: TokenProcess | null = null;
  beforeEach(() => {
    softhsm = openSofthsm();
  });
  afterEach(async () => {
    await tokens?.end();
    softhsm.close();
  });

  function start(file: string, sha256: string, env = softhsm.env): TokenProcess {
    tokens = startTokenProcess({ file, sha256 }, env);
    return tokens;
  }
  const answerOf = (asked: Promise<unknown>) =>
    asked.then(
      () => "done",
      (error: TokenRefused) => error.refused.why,
    );
  const look = (file: string, sha256: string) =>
    answerOf(start(file, sha256).ask("tokens", {}, AbortSignal.timeout(60_000)));

  it("is loaded with the SHA-256 that is expected, and not with another", async () => {
    const copy = path.join(softhsm.folder, "module.so");
    copyFileSync(softhsmModule, copy);
    const sha256 = hashOfModule(copy);
    appendFileSync(copy, "\0"); // still a module that works
    expect(await look(copy, sha256)).toBe("module-changed");
    expect(await look(copy, hashOfModule(copy))).toBe("done");
  });

  it("is a PKCS#11 module, and not any library", async () => {
    const library = createRequire(import.meta.url).resolve("keytar/prebuilds/linux-x64/keytar.node");
    expect(await look(library, hashOfModule(library))).toBe("module-unusable");
  });

  /** Starts it with a configuration that never comes, and waits until it asks for it. */
  async function startHanging() {
    const pipe = path.join(softhsm.folder, "never.conf");
    execFileSync("mkfifo", [pipe]);
    const hanging = start(softhsmModule, hashOfModule(softhsmModule), { ...softhsm.env, SOFTHSM2_CONF: pipe });
    const limit = new AbortController();
    const answer = answerOf(hanging.ask("tokens", {}, limit.signal));
    let opened = -1;
    await expect
      .poll(() => {
        // Refused until the module reads from it.
        opened = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
        return opened;
      })
      .toBeGreaterThan(0);
    return { hanging, limit, answer, close: () => closeSync(opened) };
  }

  it("that hangs is ended when its time is over, and nothing after it is asked", async () => {
    const { hanging, limit, answer, close } = await startHanging();
    limit.abort();
    expect(await answer).toBe("silent");
    expect(await answerOf(hanging.ask("tokens", {}, AbortSignal.timeout(60_000)))).toBe("ended");
    await expect.poll(() => isRunning(hanging.pid)).toBe(false);
    close();
  });

  it("that crashes is told from one that refuses", async () => {
    const { hanging, answer, close } = await startHanging();
    process.kill(hanging.pid as number, "SIGSEGV");
    expect(await answer).toBe("ended");
    close();
  });
});

function isRunning(pid: number | undefined): boolean {
  try {
    return process.kill(pid as number, 0);
  } catch {
    return false;
  }
}
