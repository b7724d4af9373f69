import { AppError } from "../app-error.ts";
import type { RestrictedSigner } from "./restricted-signer.ts";

/** Long enough for the step after the passcode, which the window calls at once. */
const LONGEST_UNLOCKED_MS = 30_000;

/** Holds the restricted key between the passcode and the one PIN change that it was entered for. */
export type UnlockedKey = ReturnType<typeof createUnlockedKey>;

/** Starts without a key. */
export function createUnlockedKey() {
  let held: { readonly signer: RestrictedSigner; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const empty = () => {
    clearTimeout(held?.timer);
    held = null;
  };
  const drop = () => {
    held?.signer.end();
    empty();
  };
  return {
    /** Holds the key for half a minute, replacing any other. */
    put(signer: RestrictedSigner): void {
      drop();
      held = { signer, timer: setTimeout(drop, LONGEST_UNLOCKED_MS) };
    },
    /** Takes the key out, once; whoever takes it ends it. @throws AppError ERR_PASSCODE_NEEDED */
    take(): RestrictedSigner {
      const signer = held?.signer;
      empty();
      if (signer === undefined) throw new AppError("ERR_PASSCODE_NEEDED");
      return signer;
    },
    /** Forgets the key, if there is one. */
    drop,
  };
}
