import { EventEmitter } from "node:events";
import { expect, it, vi } from "vitest";

const fork = vi.fn((..._: unknown[]) => {
  const child = Object.assign(new EventEmitter(), { pid: undefined });
  setImmediate(() => child.emit("spawn"));
  return child;
});
vi.mock("electron", () => ({ utilityProcess: { fork } }));
const { createStartTokenChild } = await import("../../../src-main/shell/start-token-child.ts");

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
