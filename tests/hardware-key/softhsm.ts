// SoftHSM: PKCS#11 tokens in files, by Debian's softhsm2. Each test has tokens of its own, which no other program sees.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Where Debian keeps it, on any architecture. */
export const softhsmModule = "/usr/lib/softhsm/libsofthsm2.so";
export const hasSofthsm = existsSync(softhsmModule) && existsSync("/usr/bin/softhsm2-util");
if (!hasSofthsm) process.stderr.write("SKIPPED: real PKCS#11 tokens: SoftHSM is not installed (Debian: softhsm2)\n");

export const pinOfTokens = "604213";
/** A copy each: whoever gets one wipes it. */
export const pinBytes = (pin = pinOfTokens) => Uint8Array.from(Buffer.from(pin));

export interface Softhsm {
  readonly folder: string;
  /** With which a module finds these tokens. */
  readonly env: NodeJS.ProcessEnv;
  /** Sets a new token up. @returns the folder that it is in */
  addToken(label: string): string;
  /** Unplugs them until they are put back. */
  takeTokens(): { readonly putBack: () => void };
  /** Unplugs all of them, so to speak. */
  removeTokens(): void;
  close(): void;
}

export function openSofthsm(): Softhsm {
  const folder = mkdtempSync(path.join(tmpdir(), "cardbound-softhsm-"));
  const tokens = path.join(folder, "tokens");
  const configuration = path.join(folder, "softhsm2.conf");
  mkdirSync(tokens);
  writeFileSync(configuration, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  const env = { ...process.env, SOFTHSM2_CONF: configuration };
  return {
    folder,
    env,
    addToken(label) {
      const before = new Set(readdirSync(tokens));
      const words = ["--init-token", "--free", "--label", label, "--pin", pinOfTokens, "--so-pin", "98765432"];
      execFileSync("softhsm2-util", words, { env, stdio: "ignore" });
      const made = readdirSync(tokens).find((name) => !before.has(name));
      if (made === undefined) throw new Error("SoftHSM made no token");
      return path.join(tokens, made);
    },
    takeTokens() {
      const drawer = path.join(folder, "drawer");
      cpSync(tokens, drawer, { recursive: true });
      this.removeTokens();
      return { putBack: () => cpSync(drawer, tokens, { recursive: true }) };
    },
    removeTokens() {
      for (const name of readdirSync(tokens)) rmSync(path.join(tokens, name), { recursive: true });
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Sets flags of a token in SoftHSM's file, where it keeps them: it has no counter, and locks by itself never. */
export function setFlags(folder: string, flags: number): void {
  const CKA_OS_TOKENFLAGS = 0x8000_534bn;
  const file = readdirSync(folder).find((name) => name === "token.object");
  if (file === undefined) throw new Error("SoftHSM keeps its tokens otherwise");
  const bytes = readFileSync(path.join(folder, file));
  const type = Buffer.alloc(8);
  type.writeBigUInt64BE(CKA_OS_TOKENFLAGS);
  const at = bytes.indexOf(type);
  if (at < 0) throw new Error("SoftHSM keeps its flags otherwise");
  const value = at + 16; // after the attribute's type, and its kind
  bytes.writeBigUInt64BE(bytes.readBigUInt64BE(value) | BigInt(flags), value);
  writeFileSync(path.join(folder, file), bytes);
}
