import { scryptSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Worker } from "node:worker_threads";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { deriveInWorker } from "../../../src-main/keys/derive-in-worker.ts";
import { currentCost, type DeriveKey } from "../../../src-main/keys/key-wrapping.ts";
import { ascii } from "../by-hand.ts";

const folder = path.resolve("out/tests/passcode-worker");
const small = { N: 16, r: 1, p: 1, salt: ascii("SodiumChloride") };
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("the derivation in a worker", () => {
  let derive: DeriveKey;
  beforeAll(async () => {
    const entry = path.resolve("src-main/keys/passcode-worker.ts");
    await build({
      configFile: false,
      logLevel: "warn",
      build: { ssr: entry, outDir: folder, target: "node20.18" },
    });
    derive = deriveInWorker(path.join(folder, "passcode-worker.js"));
  });

  it("is scrypt: the published vector (RFC 7914 §12, its first 32 bytes)", async () => {
    const derived = await derive(ascii("pleaseletmein"), { ...small, N: 16_384, r: 8 });
    expect(hex(derived)).toBe("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2");
  });

  it("leaves passcode and salt as they were, also where they are views of something longer", async () => {
    const passcode = ascii("..blue-Kettle 7..").subarray(2, -2);
    const salt = Buffer.from("SodiumChloride");
    const derived = await derive(passcode, { ...small, salt });
    expect(hex(derived)).toBe(hex(scryptSync("blue-Kettle 7", "SodiumChloride", 32, { N: 16, r: 1, p: 1 })));
    expect([hex(passcode), salt.toString()]).toEqual([hex(ascii("blue-Kettle 7")), "SodiumChloride"]);
  });

  it("lets this thread go on meanwhile, with the real parameters", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await derive(ascii("blue-Kettle 7"), { ...currentCost, salt: small.salt });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it("serves one passcode after the other, and several at once", async () => {
    const passcodes = ["a", "b", "c"].map(ascii);
    const expected = passcodes.map((one) => hex(scryptSync(one, small.salt, 32, { N: 16, r: 1, p: 1 })));
    expect((await Promise.all(passcodes.map((one) => derive(one, small)))).map(hex)).toEqual(expected);
  });

  it.each<[string, object]>([
    ["an N that is no power of two", { N: 3 }],
    ["more memory than 256 MiB", { N: 2 ** 18, r: 8 }],
  ])("rejects what scrypt refuses: %s", async (_name, change) => {
    await expect(derive(ascii("blue-Kettle 7"), { ...small, ...change })).rejects.toThrow();
  });
});

describe("a worker that goes wrong", () => {
  let base: string;
  beforeAll(() => {
    base = mkdtempSync(path.join(tmpdir(), "cardbound-worker-"));
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  const port = 'import { parentPort } from "node:worker_threads";';
  it.each([
    ["throws", 'throw new Error("broken");'],
    ["ends without an answer", ""],
    ["ends the hard way", "process.exit(0);"],
    ["cannot be read as code", "}"],
    ["answers something else", `${port} parentPort.postMessage("derived");`],
    ["answers nothing", `${port} parentPort.postMessage(null);`],
    ["answers too little", `${port} parentPort.postMessage({ derived: new Uint8Array(31), isSlow: false });`],
    ["answers plain memory", `${port} parentPort.postMessage({ derived: new ArrayBuffer(32), isSlow: false });`],
  ])("rejects, and does not hang: it %s", async (name, code) => {
    const file = path.join(base, `${name.replaceAll(" ", "-")}.mjs`);
    writeFileSync(file, code);
    const passcode = ascii("blue-Kettle 7");
    await expect(deriveInWorker(file)(passcode, small)).rejects.toThrow();
    expect(passcode).toEqual(ascii("blue-Kettle 7"));
  });

  it("rejects, and does not hang: it is not there", async () => {
    const missing = deriveInWorker(path.join(base, "missing.mjs"));
    await expect(missing(ascii("blue-Kettle 7"), small)).rejects.toThrow();
  });

  it.each([
    ["says in the log that scrypt was slow", true],
    ["logs nothing where it was not", false],
  ])("%s", async (name, isSlow) => {
    const file = path.join(base, `${name.replaceAll(" ", "-")}.mjs`);
    writeFileSync(file, `${port} parentPort.postMessage({ derived: new Uint8Array(32), isSlow: ${isSlow} });`);
    const lines: string[] = [];
    const written = vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    await deriveInWorker(file)(ascii("blue-Kettle 7"), small).finally(() => written.mockRestore());
    expect(lines.filter((line) => line.includes("passcode_derived_slowly"))).toHaveLength(isSlow ? 1 : 0);
  });

  it.each([
    ["has answered", "{ derived: new Uint8Array(32), isSlow: false }"],
    ["has answered something else", '"derived"'],
  ])("is ended once it %s, though it would go on", async (_name, answer) => {
    const file = path.join(base, "goes-on.mjs");
    writeFileSync(file, `${port} parentPort.postMessage(${answer}); setInterval(() => {}, 1000);`);
    const started: Worker[] = [];
    const note = (worker: Worker) => started.push(worker);
    process.on("worker", note);
    await deriveInWorker(file)(ascii("blue-Kettle 7"), small).catch(() => undefined);
    process.off("worker", note);
    const left = started.map(({ threadId }) => threadId);
    for (const worker of started) await worker.terminate(); // or a failure would keep this process
    expect(left).toEqual([-1]);
  });
});
