import type * as keytar from "keytar";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import { AppError } from "../app-error.ts";
import { createKeychainQueue, type KeychainQueue, KeychainSilence } from "./keychain-queue.ts";

/** What can be learnt from the keychain alone; with the marker it becomes the state of an enrolment (enrolment-state.ts). */
export type KeychainReading =
  | { readonly state: "entry"; readonly text: string }
  | { readonly state: "empty" }
  | { readonly state: KeychainRefusal };

/** Why nothing can be learnt. `silent`: it did not answer in time; perhaps the system asks something that nobody answers. */
export type KeychainRefusal = "locked" | "unavailable" | "silent";

export const refusalCodes = {
  locked: "ERR_KEYCHAIN_LOCKED",
  unavailable: "ERR_KEYCHAIN_UNAVAILABLE",
  silent: "ERR_KEYCHAIN_SILENT",
} as const satisfies Record<KeychainRefusal, ErrorCode>;

/** Each method has the system ask the cardholder for their password once at most, and none waits without an end. */
export type DeviceKeychain = ReturnType<typeof openDeviceKeychain>;

/** `CRED_MAX_CREDENTIAL_BLOB_SIZE`: what Windows keeps in one entry (docs/threat-model.md#entry-size). */
const LARGEST_ENTRY_BYTES = 2560;
const CANARY = "canary";
/** An error that took this long is a reply that never came: D-Bus waits 25 s for each (measured: 50 s for a lookup). */
const NO_REPLY_MS = 20_000;

/** On Linux a keychain that answers but takes no change is locked. Elsewhere it is full or forbidden, and unlocking does not help. */
const locks = process.platform === "linux";

/** The part of keytar that is needed here. */
export type Keytar = Pick<typeof keytar, "getPassword" | "setPassword" | "deletePassword">;

/** The entries of one service, as keytar reaches them. */
interface Entries {
  /** The name under which all of them stand, as the cardholder may see it in the system's own tool. */
  readonly service: string;
  readonly loadKeytar: () => Promise<Keytar>;
}

/** Loaded late, because it fails where the system has no keychain library, and that is a state, not a crash. */
const importKeytar = async (): Promise<Keytar> => (await import("keytar")).default;

/**
 * The OS keychain. This is the only file that imports keytar.
 * @param service the name under which all entries stand
 * @param loadKeytar another keychain that is reached in the same way
 */
export function openDeviceKeychain(
  service: string,
  queue: KeychainQueue = createKeychainQueue(),
  loadKeytar = importKeytar,
) {
  const entries: Entries = { service, loadKeytar };
  /** Runs a change, and says why it failed. */
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
    /** @param patienceMs where the caller waits for less time than usual, in milliseconds */
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
     * @param ifLate what is stored in its place where the answer comes when nobody waits for it any more
     * @throws AppError ERR_KEYCHAIN_… when the entry is not there afterwards; after ERR_KEYCHAIN_SILENT it may come to be
     */
    async write(account: string, text: string, ifLate?: string): Promise<void> {
      for (const one of [text, ifLate ?? text]) {
        // Not ASCII, or a NUL: some keychain would give back something else (docs/threat-model.md#entry-ascii).
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

    /** @throws AppError ERR_KEYCHAIN_… when the entry may still be there */
    async remove(account: string): Promise<void> {
      await change(async () => {
        await requireOpen(entries);
        await (await loadKeytar()).deletePassword(service, account);
      });
    },

    /** Gives an entry another name, whatever is in it. @throws AppError ERR_KEYCHAIN_… with the entry where it was */
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
 * the cardholder has answered the system's question with Cancel. Only writing tells, and it comes first, so that the system
 * asks once and not twice (measured).
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
    if (wasDenied(error)) return { state: "locked" };
    return { state: hadNoReply(asked) ? "silent" : "unavailable" };
  }
}

/** Tries to write. `closed`: the keychain did not, and does not say why. @throws where no reply came at all */
async function tryWriting(entries: Entries): Promise<"open" | "locked" | "closed"> {
  const asked = performance.now();
  try {
    const keytar = await entries.loadKeytar();
    await keytar.setPassword(entries.service, CANARY, CANARY);
    // There is nothing to delete where a service took Cancel for a success.
    return (await keytar.deletePassword(entries.service, CANARY)) ? "open" : "locked";
  } catch (error) {
    if (saysLocked(error)) return "locked";
    if (hadNoReply(asked)) throw error;
    return "closed";
  }
}

/** Deleting from a locked collection does nothing and reports nothing (measured), so this finds out beforehand. */
async function requireOpen(entries: Entries): Promise<void> {
  if (locks && (await tryWriting(entries)) === "locked") throw new AppError("ERR_KEYCHAIN_LOCKED");
}

/** Why a change was not taken: see `locks`, and `wasDenied`. @param asked when, by performance.now() */
async function whyItFailed(entries: Entries, asked: number, cause: unknown): Promise<AppError> {
  if (wasDenied(cause) || saysLocked(cause)) return new AppError("ERR_KEYCHAIN_LOCKED", { cause });
  if (hadNoReply(asked)) return new AppError("ERR_KEYCHAIN_SILENT", { cause });
  try {
    await (await entries.loadKeytar()).getPassword(entries.service, CANARY); // which is not there, so nobody is asked for a password
  } catch {
    return new AppError("ERR_KEYCHAIN_UNAVAILABLE", { cause });
  }
  return new AppError(locks ? "ERR_KEYCHAIN_LOCKED" : "ERR_KEYCHAIN_UNAVAILABLE", { cause });
}

/** macOS asks the user, who may say no, and yes when they are asked again (docs/threat-model.md#keychain-denied). */
function wasDenied(error: unknown): boolean {
  return process.platform === "darwin" && error instanceof Error && /cancel|denied|not allowed/i.test(error.message);
}

/** GNOME Keyring's and KWallet's words for `org.freedesktop.Secret.Error.IsLocked`, keytar passes on its text alone. */
function saysLocked(error: unknown): boolean {
  return locks && error instanceof Error && /\blocked\b/i.test(error.message);
}

function hadNoReply(asked: number): boolean {
  return performance.now() - asked >= NO_REPLY_MS;
}
