import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Sent } from "./line.ts";

/** The one-time code and TAN of all cases: digits that turn up nowhere by chance. */
export const CODE = "748291";
/** The code of a letter of all cases, likewise. */
export const LETTER_CODE = "Zq7wKt93mXbe";
/** The device passcode of all cases, likewise. */
export const PASSCODE = "Marmalade & 3 owls";

/** A text that no file may hold, and what it is. */
export interface Secret {
  readonly what: string;
  readonly text: string | Buffer;
}

const always: readonly Secret[] = [
  { what: "one-time code or TAN", text: CODE },
  { what: "code of a letter", text: LETTER_CODE },
  { what: "device passcode", text: PASSCODE },
  { what: "PIN's JSON", text: '"pin"' },
];
const secretFields = { encrypted_pin: "JWE", signature: "signature", tan: "TAN" } as const;

/** The secrets of a case: what its requests held (encrypted PINs, signatures, TANs, the token), and its private keys. */
export function secretsOf(sent: readonly Sent[], privateKeys: readonly (string | Buffer)[]): Secret[] {
  const secrets: Secret[] = [...always, ...privateKeys.map((text) => ({ what: "private key", text }))];
  for (const { authorization, body } of sent) {
    const token = authorization?.replace(/^Bearer /, "");
    if (token !== undefined) secrets.push({ what: "token", text: token });
    if (body === "") continue;
    const fields = JSON.parse(body) as Record<string, unknown>;
    for (const [name, what] of Object.entries(secretFields)) {
      const text = fields[name];
      if (typeof text === "string") secrets.push({ what, text });
    }
  }
  return [...new Map(secrets.map((secret) => [secret.text, secret])).values()];
}

/** Looks through every file below a folder. @returns where each secret was found */
export async function findSecrets(folder: string, secrets: readonly Secret[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of await filesBelow(folder)) {
    const content = await readFile(file).catch(() => null); // deleted meanwhile, or a socket
    if (content === null) continue;
    for (const { what, text } of secrets) {
      if (content.includes(text)) found.push(`${what} in ${path.relative(folder, file)}`);
    }
  }
  return found;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
