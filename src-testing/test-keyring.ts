import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { startSessionKeyring } from "../build/desktop/session-keyring.mjs";
import type { OrdinaryUser } from "./ordinary-account.ts";

/** A session bus with a real, unlocked keyring of a test's own. Elsewhere than on Linux it is the system's own keychain. */
export interface TestKeyring {
  /** What a program needs to find it; another one after `replaceBy`. */
  readonly env: Record<string, string>;
  /** Copies its entries. */
  readonly copyTo: (folder: string) => Promise<void>;
  /** Has the entries of a copy from now on, and none of its own. */
  readonly replaceBy: (folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Nobody types it: the entries are a test's. */
const PASSWORD = "test";

/**
 * @param folder what it writes; the same folder has the same entries again
 * @param copy entries to begin with: then `replaceBy` them has nothing to do
 */
export async function openTestKeyring(folder: string, user: OrdinaryUser | null, copy?: string): Promise<TestKeyring> {
  if (process.platform !== "linux") {
    const cannot = () => Promise.reject(new Error("the system's own keychain is not copied"));
    return { env: {}, copyTo: cannot, replaceBy: cannot, close: async () => undefined };
  }
  const start = () => startSessionKeyring(folder, PASSWORD, user);
  const entries = path.join(folder, "data");
  await mkdir(folder, { recursive: true });
  if (copy !== undefined) await cp(copy, entries, { recursive: true });
  let running = await start();
  return {
    get env() {
      return running.env;
    },
    copyTo: (target) => cp(entries, target, { recursive: true }),
    replaceBy: async (source) => {
      if (source === copy) return;
      await running.close();
      await rm(entries, { recursive: true, force: true });
      await cp(source, entries, { recursive: true });
      running = await start();
    },
    close: () => running.close(),
  };
}
