import { AppError } from "../errors.ts";

/** What can be learnt from the keychain alone; with the marker it becomes a device state (device-state.ts). */
export type KeychainReading =
  | { readonly state: "entry"; readonly text: string }
  | { readonly state: "empty" }
  | { readonly state: "locked" }
  | { readonly state: "unavailable" };

export interface DeviceKeychain {
  read(account: string): Promise<KeychainReading>;
  /** Stores and reads back. @throws AppError ERR_KEYCHAIN_… when the entry is not there afterwards */
  write(account: string, text: string): Promise<void>;
  remove(account: string): Promise<void>;
  /** Gives an entry another name, whatever is in it. @throws AppError ERR_KEYCHAIN_… with the entry where it was */
  setAside(account: string, aside: string): Promise<void>;
}

/** `CRED_MAX_CREDENTIAL_BLOB_SIZE`: what Windows keeps in one entry (checklist row 63). */
const LARGEST_ENTRY_BYTES = 2560;
const CANARY = "canary";

/** Where a keychain that answers but takes no change is locked. Elsewhere it is full, or forbidden: not to be unlocked. */
const locks = process.platform === "linux";

/**
 * The OS keychain. This is the only file that imports keytar.
 * @param service the name under which all entries stand, as the cardholder may see it in the system's own tool
 */
export function openDeviceKeychain(service: string): DeviceKeychain {
  return {
    async read(account) {
      let text: string | null;
      try {
        text = await (await loadKeytar()).getPassword(service, account);
      } catch (error) {
        return { state: wasDenied(error) ? "locked" : "unavailable" };
      }
      if (text !== null) return { state: "entry", text };
      return (await canWrite(service)) ? { state: "empty" } : { state: locks ? "locked" : "unavailable" };
    },

    async write(account, text) {
      // Not ASCII, or a NUL: some keychain would give back something else (row 64).
      if (!/^[\x20-\x7e]+$/.test(text) || text.length > LARGEST_ENTRY_BYTES) throw new AppError("ERR_INTERNAL");
      let readBack: string | null;
      try {
        const keytar = await loadKeytar();
        await keytar.setPassword(service, account, text);
        readBack = await keytar.getPassword(service, account);
      } catch (cause) {
        throw await whyItFailed(service, account, cause);
      }
      if (readBack !== text) throw new AppError("ERR_KEYCHAIN_UNAVAILABLE");
    },

    async remove(account) {
      try {
        await (await loadKeytar()).deletePassword(service, account);
      } catch (cause) {
        throw await whyItFailed(service, account, cause);
      }
    },

    async setAside(account, aside) {
      let isKept: boolean;
      try {
        const keytar = await loadKeytar();
        const text = (await keytar.getPassword(service, account)) ?? "";
        if (text !== "") await keytar.setPassword(service, aside, text);
        isKept = text === "" || (await keytar.getPassword(service, aside)) === text;
        if (isKept) await keytar.deletePassword(service, account);
      } catch (cause) {
        throw await whyItFailed(service, account, cause);
      }
      if (!isKept) throw new AppError("ERR_KEYCHAIN_UNAVAILABLE");
    },
  };
}

/** Loaded late, because it fails where the system has no keychain library, and that is a state, not a crash. */
async function loadKeytar() {
  return (await import("keytar")).default;
}

/** A locked collection reads as empty on Linux (checklist §0.4); only writing tells. */
async function canWrite(service: string): Promise<boolean> {
  try {
    const keytar = await loadKeytar();
    await keytar.setPassword(service, CANARY, CANARY);
    await keytar.deletePassword(service, CANARY);
    return true;
  } catch {
    return false; // the state "locked" says it on
  }
}

/** Why a change was not taken: see `locks`, and `wasDenied`. */
async function whyItFailed(service: string, account: string, cause: unknown): Promise<AppError> {
  if (wasDenied(cause)) return new AppError("ERR_KEYCHAIN_LOCKED", { cause });
  try {
    await (await loadKeytar()).getPassword(service, account);
  } catch {
    return new AppError("ERR_KEYCHAIN_UNAVAILABLE", { cause });
  }
  return new AppError(locks ? "ERR_KEYCHAIN_LOCKED" : "ERR_KEYCHAIN_UNAVAILABLE", { cause });
}

/** macOS asks the user, who may say no (row 68): that can be mended by asking again. */
function wasDenied(error: unknown): boolean {
  return process.platform === "darwin" && error instanceof Error && /cancel|denied|not allowed/i.test(error.message);
}
