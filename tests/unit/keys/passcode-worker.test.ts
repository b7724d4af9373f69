import { scryptSync } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";
import type { DerivationJob } from "../../../src-main/keys/derive-in-worker.ts";
import { ascii } from "../by-hand.ts";

const thread = vi.hoisted(() => ({
  workerData: null as unknown,
  parentPort: { postMessage: (_answer: Uint8Array, _transfer: ArrayBuffer[]) => {} },
}));
vi.mock("node:worker_threads", () => thread);
beforeEach(() => vi.resetModules());

const run = () => import("../../../src-main/keys/passcode-worker.ts");
const workWith = (options: DerivationJob["options"]): DerivationJob => ({
  passcode: Uint8Array.from(ascii("blue-Kettle 7")),
  salt: ascii("a-salt"),
  length: 32,
  options,
});

it("hands its answer over with its memory, and wipes the passcode", async () => {
  const work = workWith({ N: 2, r: 1, p: 1, maxmem: 2 ** 20 });
  thread.workerData = work;
  let answer: Uint8Array | undefined;
  thread.parentPort.postMessage = (posted, transfer) => {
    expect(transfer).toEqual([posted.buffer]);
    expect(posted.byteLength).toBe(posted.buffer.byteLength); // nothing else goes with it
    answer = Uint8Array.from(posted);
  };
  await run();
  expect(answer).toEqual(Uint8Array.from(scryptSync("blue-Kettle 7", "a-salt", 32, { N: 2, r: 1, p: 1 })));
  expect(work.passcode).toEqual(new Uint8Array(13));
});

it("wipes the passcode when scrypt refuses", async () => {
  const work = workWith({ N: 3, r: 1, p: 1, maxmem: 2 ** 20 });
  thread.workerData = work;
  thread.parentPort.postMessage = () => expect.fail("answered");
  await expect(run()).rejects.toThrow();
  expect(work.passcode).toEqual(new Uint8Array(13));
});
