import { scryptSync } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DerivationAnswer, DerivationJob } from "../../../src-main/keys/derive-in-worker.ts";
import { ascii } from "../by-hand.ts";

const thread = vi.hoisted(() => ({
  workerData: null as unknown,
  parentPort: { postMessage: (_answer: DerivationAnswer, _transfer: ArrayBuffer[]) => {} },
}));
vi.mock("node:worker_threads", () => thread);
beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

const run = () => import("../../../src-main/keys/passcode-worker.ts");
const workWith = (options: DerivationJob["options"]): DerivationJob => ({
  passcode: Uint8Array.from(ascii("blue-Kettle 7")),
  salt: ascii("a-salt"),
  length: 32,
  options,
});

it.each([
  ["by WebAssembly", false],
  ["by crypto.scrypt where there is none, and says so", true],
])("hands its answer over with its memory, and wipes the passcode: %s", async (_way, isSlow) => {
  if (isSlow) vi.stubGlobal("WebAssembly", undefined);
  const work = workWith({ N: 2, r: 1, p: 1, maxmem: 2 ** 20 });
  thread.workerData = work;
  let answer: DerivationAnswer | undefined;
  thread.parentPort.postMessage = ({ derived, ...more }, transfer) => {
    expect(transfer).toEqual([derived.buffer]);
    expect(derived.byteLength).toBe(derived.buffer.byteLength); // nothing else goes with it
    expect(work.passcode).toEqual(new Uint8Array(13)); // main ends the thread as soon as it has the answer
    answer = { derived: Uint8Array.from(derived), ...more };
  };
  await run();
  const derived = Uint8Array.from(scryptSync("blue-Kettle 7", "a-salt", 32, { N: 2, r: 1, p: 1 }));
  expect(answer).toEqual({ derived, isSlow });
});

it("wipes the passcode when scrypt refuses", async () => {
  const work = workWith({ N: 3, r: 1, p: 1, maxmem: 2 ** 20 });
  thread.workerData = work;
  thread.parentPort.postMessage = () => expect.fail("answered");
  await expect(run()).rejects.toThrow();
  expect(work.passcode).toEqual(new Uint8Array(13));
});
