// Attacker: none, a power switch or the system's task manager. Way: ends the program at any moment of an update. Impact: a half
// installer runs, or no later start can go on. docs/threat-model.md#package-checked
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runs } from "../../long-form.ts";
import { type OneServer, startOneServer } from "../backend/one-server.ts";
import { bytes, described, packageName, serving } from "./package-server.ts";
import { now, release, root } from "./release-kit.ts";

const builtInRoot = root();
const said = release({ packages: { [packageName]: described } });
let server: OneServer;
let folder: string;
let program: string;

beforeAll(async () => {
  program = mkdtempSync(path.join(tmpdir(), "cardbound-update-child-"));
  await build({
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true }, // one file starts in half the time of many
    build: { ssr: path.join(import.meta.dirname, "update-child.ts"), outDir: program, emptyOutDir: false },
  });
  server = await startOneServer((request, response) => {
    if (request.url?.startsWith("/targets/")) serving()(request, response);
    else if (request.url === "/targets.json") response.end(said);
    else response.writeHead(404).end();
  });
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-killed-"));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
  rmSync(program, { recursive: true });
});

/** Runs the update, and kills it as soon as it has said so many lines. @returns what it said */
async function run(linesUntilKill: number): Promise<readonly string[]> {
  const args = [path.join(program, "update-child.js"), folder, server.origin, builtInRoot, String(now)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (lines.push(line) === linesUntilKill) child.kill("SIGKILL");
  });
  await once(child, "close");
  return lines;
}

/** What lies in the folder is nothing yet, or what was signed; and what was seen is as it was, or as it is. */
function expectWholeOrNothing(): void {
  const whole = path.join(folder, "packages", `${described.hashes.sha512}.whole`);
  if (existsSync(whole)) expect(readFileSync(whole).equals(bytes)).toBe(true);
  const memory = path.join(folder, "updates.json");
  if (existsSync(memory)) expect(JSON.parse(readFileSync(memory, "utf8"))).toMatchObject({ seen: { sequence: 5 } });
}

it("goes on after a kill at any moment, and opens nothing but what was signed", { timeout: 600_000 }, async () => {
  const all = await run(Number.POSITIVE_INFINITY);
  expect(all.at(-1)).toBe("quit");
  for (let kill = 0; kill < runs(5, 200); kill++) {
    if (kill % 5 === 0) for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
    const lines = await run(1 + ((kill * 7) % (all.length - 1)));
    const opened = lines.find((line) => line.startsWith("opened "))?.slice("opened ".length);
    if (opened !== undefined) expect(readFileSync(opened).equals(bytes)).toBe(true);
    expectWholeOrNothing();
  }
  const last = await run(Number.POSITIVE_INFINITY);
  expect(last.at(-1)).toBe("quit");
  expectWholeOrNothing();
});
