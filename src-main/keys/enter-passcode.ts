import { AppError } from "../app-error.ts";
import type { Enrolment } from "./enrolment-state.ts";
import type { DeriveKey, KeyCost } from "./key-wrapping.ts";
import { unlockRestrictedKey } from "./restricted-key.ts";
import type { UnlockedKey } from "./unlocked-key.ts";

interface Dependencies {
  readonly enrolment: Enrolment;
  /** The signed-in customer's. */
  readonly session: () => object | null;
  readonly deriveKey: DeriveKey;
  readonly passcodeCost: KeyCost;
  readonly unlocked: UnlockedKey;
}

/**
 * Unlocks the restricted key for the next change only. If the session is locked during the slow derivation, the key stays
 * locked.
 * @param passcode the caller's to wipe
 * @param begin called when the derivation begins, with the attempt on record; if it throws, the attempt is taken back
 * @throws AppError ERR_NOT_SIGNED_IN, or what unlockRestrictedKey throws
 */
export async function enterPasscode(
  { enrolment, session, deriveKey, passcodeCost, unlocked }: Dependencies,
  passcode: Uint8Array,
  begin: () => void = () => {},
): Promise<void> {
  const before = session();
  const derive: DeriveKey = async (entered, derivation) => {
    begin(); // if it throws, nothing was tried
    return deriveKey(entered, derivation);
  };
  const signer = await unlockRestrictedKey(enrolment, derive, passcode, passcodeCost);
  if (session() !== before) throw new AppError("ERR_NOT_SIGNED_IN");
  unlocked.put(signer);
}
