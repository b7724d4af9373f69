import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";

/** Electron's process, which says nothing by itself. */
const forked = { pid: undefined as number | undefined, kill: vi.fn() };
const fork = vi.fn((..._: unknown[]) => {
  const child = Object.assign(new EventEmitter(), forked);
  setImmediate(() => child.emit("spawn"));
  return child;
});
vi.mock("electron", () => ({ utilityProcess: { fork } }));
const { createStartTokenChild } = await import("../../../src-main/shell/start-token-child.ts");

const startWith = (pid: number | undefined) => {
  forked.pid = pid;
  return createStartTokenChild({})({ file: "/vendor/module.so", sha256: "ab" });
};
afterEach(() => {
  vi.restoreAllMocks();
  forked.kill.mockClear();
});

it("the process for a token has the app's environment, no switches of Node, nobody's output, and on macOS a vendor's library", async () => {
  await createStartTokenChild({ LANG: "de" })({ file: "/vendor/module.so", sha256: "ab" });
  const [entry, words, options] = fork.mock.lastCall ?? [];
  expect(entry).toMatch(/[\\/]hardware-key\.js$/);
  expect(words).toEqual(["/vendor/module.so", "ab"]);
  expect(options).toEqual({
    env: { LANG: "de" },
    execArgv: [],
    stdio: "ignore",
    serviceName: "token",
    allowLoadingUnsignedLibraries: true,
  });
});

// Elsewhere than on Windows, where the system's own way is Electron's.
describe.skipIf(process.platform === "win32")("ending it", () => {
  const sleeping = () => {
    const running = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    onTestFinished(() => void running.kill("SIGKILL"));
    return running;
  };

  it("is by a signal that it cannot hold up", async () => {
    const running = sleeping();
    const token = await startWith(running.pid);
    token.kill();
    const [, signal] = await once(running, "exit");
    expect(signal).toBe("SIGKILL");
    expect(forked.kill).not.toHaveBeenCalled();
  });

  it("fails nothing where the system has no such process any more, and Electron has not said so yet", async () => {
    const running = sleeping();
    const token = await startWith(running.pid);
    running.kill("SIGKILL");
    await once(running, "exit");
    expect(() => process.kill(running.pid ?? 0, 0)).toThrow("ESRCH");
    expect(() => token.kill()).not.toThrow();
  });

  it("says so where the system does not let it", async () => {
    const token = await startWith(1234);
    vi.spyOn(process, "kill").mockImplementation(() => {
      throw Object.assign(new Error("kill EPERM"), { code: "EPERM" });
    });
    expect(() => token.kill()).toThrow("EPERM");
  });

  it("signals nobody once Electron has said that it is gone: its number may be another's", async () => {
    const token = await startWith(1234);
    Object.assign(fork.mock.results.at(-1)?.value, { pid: undefined });
    const signalled = vi.spyOn(process, "kill").mockReturnValue(true);
    token.kill();
    expect(signalled).not.toHaveBeenCalled();
  });
});
