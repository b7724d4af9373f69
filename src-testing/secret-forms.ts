import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "playwright/test";

/** What no log line may ever hold: a compact JWE, DER or a public key as hex, a bearer token, a PIN's JSON. */
const secretForms = [
  /eyJ[\w-]{20,}/,
  /\b30[0-9a-f]{130,}/i,
  /\b04[0-9a-f]{128}\b/i,
  /Bearer /,
  /"pin"/,
  /[0-9a-f]cper\b/,
];

/** Fails the test where something that an app has written looks like a secret. */
export function expectNoSecrets(output: string): void {
  for (const form of secretForms) expect(output).not.toMatch(form);
}

/**
 * Fails the test where one of these texts stands in a file.
 * @param folder e.g. an app's profile; what ends meanwhile is not looked at
 * @param secrets e.g. the passcode that the test has typed
 */
export async function expectNotInFiles(folder: string, secrets: readonly string[]): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    const holds = (secret: string) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, "utf16le"));
    if (secrets.some(holds)) found.push(path.relative(folder, file));
  }
  expect(found, "files with a secret in them").toEqual([]);
}
