import type { Result } from "./result.ts";
import type { CardView, Overview, PinChangeOutcome } from "./views.ts";

/**
 * What the window may ask of main: use cases, and nothing else. No method takes a channel, an address, a key's name or
 * bytes to sign (code-style rule 3). Secrets go as bytes, and whoever holds a copy wipes it.
 */
export interface DesktopBridge {
  /** Who is signed in, and how this computer stands. Changes nothing of either. */
  getOverview(): Promise<Result<Overview>>;
  /** Signs a demonstration customer in; development builds only. */
  signIn(name: string): Promise<Result<Overview>>;
  /** Signs out; the window starts afresh. */
  signOut(): Promise<Result<null>>;
  /** Asks for a one-time code for this computer under the given name. Again: a new code. */
  requestCode(computerName: string): Promise<Result<Overview>>;
  /** Binds the computer with the code that was sent. @param code six ASCII digits; wiped by the receiver */
  confirmCode(code: Uint8Array): Promise<Result<Overview>>;
  /** Takes an interrupted binding as far as it goes without the cardholder. */
  continueBinding(): Promise<Result<Overview>>;
  /** Gives a binding up that has not been completed. */
  abandonBinding(): Promise<Result<Overview>>;
  listCards(): Promise<Result<readonly CardView[]>>;
  /** The cardholder begins to enter a PIN: from here on it is wiped when the computer is left. */
  beginPinEntry(): Promise<Result<null>>;
  /** Changes a card's PIN, once. @param pin four ASCII digits; wiped by the receiver */
  changePin(cardId: string, pin: Uint8Array): Promise<Result<PinChangeOutcome>>;
  /** Leaves the PIN steps: the window starts afresh, so that nothing of them stays in its memory. */
  endPinChange(): Promise<Result<null>>;
}

export type BridgeMethod = keyof DesktopBridge;

/** The channels, one per method and named like it: main registers these and no others. */
export const bridgeMethods = [
  "getOverview",
  "signIn",
  "signOut",
  "requestCode",
  "confirmCode",
  "continueBinding",
  "abandonBinding",
  "listCards",
  "beginPinEntry",
  "changePin",
  "endPinChange",
] as const satisfies readonly BridgeMethod[];
