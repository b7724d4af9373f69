import type { TokenLabel } from "../../src-contract/bridge/views.ts";
import { enterPasscode } from "../actions.ts";
import type { SecretBytes } from "../secrets/secret-bytes.ts";
import { devicePasscode, type SecretKind, tokenPin } from "../secrets/secret-kinds.ts";
import { useWindowState } from "../store.ts";
import { enterTokenPin } from "../token-actions.ts";
import { labelInWords } from "../token-words.ts";
import { words } from "../words/words.ts";

/** What unlocks this computer's key: the device passcode, or the PIN of the token that has it. */
interface KeySecret {
  readonly kind: SecretKind;
  readonly label: string;
  readonly hint: string;
  readonly checking: string;
  readonly empty: () => string;
  /** The field of failures that are told at its entry (the error catalogue's `field`). */
  readonly failsAs: "passcode" | "token-pin";
  /** @returns whether it was right */
  readonly enter: (secret: SecretBytes, cardId: string | null) => Promise<boolean>;
}

export function useKeySecret(): KeySecret {
  const onToken = useTokenOfKey();
  if (onToken === null) {
    const { label, checking } = words().passcode;
    const { passcodeHint: hint } = words().pin;
    const empty = () => words().passcode.empty;
    return { kind: devicePasscode, label, hint, checking, empty, failsAs: "passcode", enter: enterPasscode };
  }
  const { label, checking } = words().token;
  const hint = words().token.hint({ label: labelInWords(onToken) });
  const empty = () => words().token.empty;
  return { kind: tokenPin, label, hint, checking, empty, failsAs: "token-pin", enter: enterTokenPin };
}

/** The token that has this computer's key; null if the keychain has. */
export function useTokenOfKey(): TokenLabel | null {
  const device = useWindowState((state) => state.overview?.device);
  return device != null && "onToken" in device ? (device.onToken ?? null) : null;
}
