import type { SentCode } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { BackendError } from "../backend/backend-error.ts";
import type { RestrictedSigner } from "../keys/restricted-signer.ts";
import type { EncryptedPin } from "./pin-jwe.ts";
import type { NotedChange, PinChange } from "./send-encrypted-pin.ts";
import type { ChangeEnd } from "./settle-change.ts";

/** A change request that a TAN confirms. It holds only the encrypted PIN. */
export interface TanRequest extends Omit<PinChange, "encrypt"> {
  readonly encryptedPin: EncryptedPin;
}

/**
 * A change that the backend did not take because the sign-in had ended, or is not new or strong enough. No ledger has it, so
 * it may be sent under its own id once the cardholder has signed in again, and only when they press the button again. It
 * holds the encrypted PIN and the signature over it, never the PIN or a key.
 */
export interface PausedChange {
  readonly change: NotedChange;
  readonly cardId: string;
  readonly route: PinChangeRoute;
  /** @param takeKey for the route that signs only afterwards, which therefore needs the passcode once more */
  readonly send: (takeKey: () => RestrictedSigner) => Promise<ChangeStep>;
}

/** How far a change came: its TAN is on its way, it has ended, or it is paused. */
export type ChangeStep =
  | { readonly change: TanRequest; readonly sent: SentCode }
  | { readonly change: NotedChange; readonly end: ChangeEnd }
  | PausedChange;

/**
 * Whether the backend itself refused a request for want of a sign-in, which it does before it reads or records anything of
 * it. A gateway's 401 is no such answer (backend-problem.ts).
 */
export function wantsSignIn({ arrival, code }: BackendError): boolean {
  return arrival === "answered" && (code === "ERR_NOT_SIGNED_IN" || code === "ERR_SIGN_IN_AGAIN");
}
