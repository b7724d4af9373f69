import { mkdir } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../../build/child-process.mjs";

const storeOf = (home: string) => path.join(home, ".pki", "nssdb");

const certutil = (home: string, ...args: string[]) => outputOf("certutil", ["-d", `sql:${storeOf(home)}`, ...args]);

/** Where programs of this home look for authorities beyond the usual, as Chromium and Electron do on Linux: none yet. */
export async function createTrustStore(home: string): Promise<void> {
  await mkdir(storeOf(home), { recursive: true });
  await certutil(home, "-N", "--empty-password");
}

/**
 * Adds an authority for servers (certutil(1)), as an administrator does. Programs see it at their next start.
 * @param file its certificate, PEM
 */
export async function trust(home: string, file: string): Promise<void> {
  await certutil(home, "-A", "-n", "Cardbound test authority", "-t", "C,,", "-i", file);
}
