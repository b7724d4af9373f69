// Attacker: somebody who sees the screen or reads the log. Way: an error that nobody caught, which Electron shows in a
// dialog with its stack. Impact: values and paths of the computer can be read.
// docs/threat-model.md#crash-without-words
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-crash-"));
  await build({
    configFile: false,
    logLevel: "silent",
    root: path.resolve(import.meta.dirname, "../.."),
    build: {
      ssr: path.join(import.meta.dirname, "crashing-process.ts"),
      outDir: folder,
      target: "node20.18",
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: "crashing.mjs" } },
    },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function crash(how: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(process.execPath, [path.join(folder, "crashing.mjs"), how]);
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    child.on("close", (code) => resolve({ code, output }));
  });
}

describe.each(["exception", "rejection"])("%s that nobody caught", (kind) => {
  it("is one line in the log, and the end", async () => {
    const { code, output } = await crash(kind);
    expect(code).toBe(70);
    const { time: _, ...entry } = JSON.parse(output);
    expect(entry).toEqual({ event: "unexpected_error", kind });
    expect(output).not.toMatch(/MARKER|\bat \w+|\.ts|\.mjs/);
  });
});
