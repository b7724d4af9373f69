import type * as keytar from "keytar";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { AppError } from "../app-error.ts";
import { createKeychainQueue, type KeychainQueue, KeychainSilence } from "./keychain-queue.ts";
import { requireKnownLibrary } from "./known-keychain-library.ts";

/** What the keychain alone says; enrolment-state.ts combines it with the marker. */
export type KeychainReading =
  | { readonly state: "entry"; readonly text: string }
  | { readonly state: "empty" }
  | { readonly state: KeychainRefusal };

/** Why the keychain says nothing. `silent`: it did not answer in time; perhaps a system dialog waits for somebody. */
export type KeychainRefusal = "locked" | "unavailable" | "silent";

export const refusalCodes = {
  locked: "ERR_KEYCHAIN_LOCKED",
  unavailable: "ERR_KEYCHAIN_UNAVAILABLE",
  silent: "ERR_KEYCHAIN_SILENT",
} as const satisfies Record<KeychainRefusal, ErrorCode>;

/** Each method makes the system ask for its password at most once, and has a time limit. */
export type DeviceKeychain = ReturnType<typeof openDeviceKeychain>;

/** `CRED_MAX_CREDENTIAL_BLOB_SIZE`: what Windows keeps in one entry (docs/threat-model.md#entry-size). */
const LARGEST_ENTRY_BYTES = 2560;
const CANARY = "canary";
/** An error after this long means that no reply came: D-Bus waits 25 s for each (measured: 50 s for a lookup). */
const NO_REPLY_MS = 20_000;

/**
 * On Linux a keychain that answers but refuses a change is locked. Elsewhere it is full or forbidden, and unlocking does not
 * help.
 */
const locks = process.platform === "linux";

/** The part of keytar that is needed here. */
export type Keytar = Pick<typeof keytar, "getPassword" | "setPassword" | "deletePassword">;

/** The entries of one service, as keytar reaches them. */
interface Entries {
  /** The service name of all entries, which the cardholder sees in the system's keychain tool. */
  readonly service: string;
  readonly loadKeytar: () => Promise<Keytar>;
}

/**
 * Loads keytar late, because it fails if the system has no keychain library, and that is a state, not a crash.
 * @param check that its native library is the build's: asked until it has been loaded
 */
export function createKeytarLoader(check: () => void = requireKnownLibrary): () => Promise<Keytar> {
  let loaded: Keytar | null = null;
  return async () => {
    if (loaded === null) {
      check();
      loaded = (await import("keytar")).default;
    }
    return loaded;
  };
}

/**
 * The OS keychain. This is the only file that imports keytar.
 * @param service the service name of all entries
 * @param loadKeytar loads a keychain with the same interface, for tests
 */
export function openDeviceKeychain(
  service: string,
  queue: KeychainQueue = createKeychainQueue(),
  loadKeytar = createKeytarLoader(),
) {
  const entries: Entries = { service, loadKeytar };
  /** Runs a change, and finds out why it failed. */
  const change = async (run: (isAwaited: () => boolean) => Promise<void>) => {
    try {
      await queue.run(async (isAwaited) => {
        const asked = performance.now();
        try {
          await run(isAwaited);
        } catch (cause) {
          throw cause instanceof AppError ? cause : await whyItFailed(entries, asked, cause);
        }
      });
    } catch (cause) {
      throw cause instanceof KeychainSilence ? new AppError("ERR_KEYCHAIN_SILENT", { cause }) : cause;
    }
  };

  return {
    /**
     * @param patienceMs a shorter time limit than usual, in milliseconds
     * @throws AppError ERR_PROGRAM_CHANGED (known-keychain-library.ts)
     */
    async read(account: string, patienceMs?: number): Promise<KeychainReading> {
      try {
        const options = { sameAs: `read ${account}`, ...(patienceMs !== undefined && { patienceMs }) };
        return await queue.run(() => readEntry(entries, account), options);
      } catch (error) {
        if (error instanceof KeychainSilence) return { state: "silent" };
        throw error;
      }
    },

    /**
     * Stores and reads back.
     * @param ifLate stored instead if the keychain answers when nobody waits any more
     * @throws AppError ERR_KEYCHAIN_… if the entry was not stored; after ERR_KEYCHAIN_SILENT it may still appear
     */
    async write(account: string, text: string, ifLate?: string): Promise<void> {
      for (const one of [text, ifLate ?? text]) {
        // Some keychain would change anything but printable ASCII (docs/threat-model.md#entry-ascii).
        if (!/^[\x20-\x7e]+$/.test(one) || one.length > LARGEST_ENTRY_BYTES) throw new AppError("ERR_INTERNAL");
      }
      await change(async (isAwaited) => {
        const keytar = await loadKeytar();
        await keytar.setPassword(service, account, text);
        const readBack = await keytar.getPassword(service, account);
        if (readBack !== text) throw new AppError("ERR_KEYCHAIN_UNAVAILABLE");
        if (!isAwaited() && ifLate !== undefined) await keytar.setPassword(service, account, ifLate);
      });
    },

    /** @throws AppError ERR_KEYCHAIN_… if the entry may still be there */
    async remove(account: string): Promise<void> {
      await change(async () => {
        await requireOpen(entries);
        await (await loadKeytar()).deletePassword(service, account);
      });
    },

    /** Renames an entry, whatever it contains. @throws AppError ERR_KEYCHAIN_… with the entry still under its old name */
    async setAside(account: string, aside: string): Promise<void> {
      await change(async () => {
        await requireOpen(entries);
        const keytar = await loadKeytar();
        const text = (await keytar.getPassword(service, account)) ?? "";
        if (text !== "") await keytar.setPassword(service, aside, text);
        const isKept = text === "" || (await keytar.getPassword(service, aside)) === text;
        if (!isKept) throw new AppError("ERR_KEYCHAIN_UNAVAILABLE");
        await keytar.deletePassword(service, account);
      });
    },
  };
}

/**
 * Reads an entry. On Linux a locked collection reads as empty (docs/threat-model.md#keychain-absent-vs-locked), even after
 * the cardholder has cancelled the system's dialog. Only a write shows it, and it comes first so the system asks only once
 * (measured).
 */
async function readEntry(entries: Entries, account: string): Promise<KeychainReading> {
  const asked = performance.now();
  try {
    const before = locks ? await tryWriting(entries) : null;
    if (before === "locked") return { state: "locked" };
    const text = await (await entries.loadKeytar()).getPassword(entries.service, account);
    if (text !== null) return { state: "entry", text };
    if ((before ?? (await tryWriting(entries))) === "open") return { state: "empty" };
    return { state: locks ? "locked" : "unavailable" };
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (wasDenied(error)) return { state: "locked" };
    return { state: hadNoReply(asked) ? "silent" : "unavailable" };
  }
}

/** Tries to write. `closed`: the keychain refused without a reason. @throws if no reply came at all */
async function tryWriting(entries: Entries): Promise<"open" | "locked" | "closed"> {
  const asked = performance.now();
  try {
    const keytar = await entries.loadKeytar();
    await keytar.setPassword(entries.service, CANARY, CANARY);
    // If a service reported success after Cancel, there is nothing to delete.
    return (await keytar.deletePassword(entries.service, CANARY)) ? "open" : "locked";
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (saysLocked(error)) return "locked";
    if (hadNoReply(asked)) throw error;
    return "closed";
  }
}

/** Deleting from a locked collection silently does nothing (measured), so check first. */
async function requireOpen(entries: Entries): Promise<void> {
  if (locks && (await tryWriting(entries)) === "locked") throw new AppError("ERR_KEYCHAIN_LOCKED");
}

/** Why a change was refused: see `locks` and `wasDenied`. @param asked when it began, by performance.now() */
async function whyItFailed(entries: Entries, asked: number, cause: unknown): Promise<AppError> {
  if (wasDenied(cause) || saysLocked(cause)) return new AppError("ERR_KEYCHAIN_LOCKED", { cause });
  if (hadNoReply(asked)) return new AppError("ERR_KEYCHAIN_SILENT", { cause });
  try {
    await (await entries.loadKeytar()).getPassword(entries.service, CANARY); // it does not exist, so the system asks for no password
  } catch {
    return new AppError("ERR_KEYCHAIN_UNAVAILABLE", { cause });
  }
  return new AppError(locks ? "ERR_KEYCHAIN_LOCKED" : "ERR_KEYCHAIN_UNAVAILABLE", { cause });
}

/** macOS asks the user, who may refuse, and agree the next time (docs/threat-model.md#keychain-denied). */
function wasDenied(error: unknown): boolean {
  return process.platform === "darwin" && error instanceof Error && /cancel|denied|not allowed/i.test(error.message);
}

/** The texts of GNOME Keyring and KWallet for `org.freedesktop.Secret.Error.IsLocked`; keytar passes on only the text. */
function saysLocked(error: unknown): boolean {
  return locks && error instanceof Error && /\blocked\b/i.test(error.message);
}

function hadNoReply(asked: number): boolean {
  return performance.now() - asked >= NO_REPLY_MS;
}
