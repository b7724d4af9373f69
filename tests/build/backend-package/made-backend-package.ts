// The backend's package, made once for a test file, and unpacked as an operator unpacks it.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeBackendPackage } from "../../../build/backend-package/make-backend-package.ts";

/** Only Linux makes it. */
export const whyNoPackage = process.platform === "linux" ? null : "the backend's package is made on Linux";
if (whyNoPackage !== null) process.stdout.write(`SKIPPED: ${whyNoPackage}\n`);

export const identity = { supplier: "A <a@partner.example>", version: "1.2.3", epoch: 1_767_225_600 };

export interface UnpackedBackend {
  readonly archive: string;
  /** Where its files are. */
  readonly folder: string;
  /** Where the bill and the sums are. */
  readonly output: string;
  readonly remove: () => void;
}

/** Makes it in a folder of its own, away from the clone and its node_modules. */
export async function unpackBackendPackage(): Promise<UnpackedBackend> {
  const base = mkdtempSync(path.join(tmpdir(), "cardbound-delivered-"));
  const output = path.join(base, "made");
  const folder = path.join(base, "unpacked");
  const archive = await makeBackendPackage(identity, output);
  mkdirSync(folder);
  execFileSync("tar", ["--extract", "--file", archive, "--directory", folder, "--strip-components=1"]);
  return { archive, folder, output, remove: () => rmSync(base, { recursive: true }) };
}

/**
 * Starts the program with this environment alone.
 * @param node flags of Node's
 * @returns its address, and how it ends when it is told to
 */
export async function startUnpacked(folder: string, environment: Record<string, string>, node: readonly string[] = []) {
  const child = spawn(process.execPath, [...node, "cardbound-backend.js"], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close");
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const first = await Promise.race([once(child.stdout, "data"), closed]);
  const url = /^Partner backend listening at (\S+)\n$/.exec(String(first[0]))?.[1];
  const stop = async () => {
    child.kill("SIGTERM");
    return (await closed)[0];
  };
  if (url === undefined) throw new Error(`did not start: ${said}`);
  return { url, log: () => said, stop };
}
