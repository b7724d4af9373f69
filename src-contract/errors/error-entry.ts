/** The meaning of an error: it decides what the window offers and what the words may claim. */
export interface ErrorMeaning {
  /** What it is about. After a device failure the window goes to the screen that fits the device's state. */
  readonly concerns: "program" | "network" | "bank" | "device" | "keychain" | "passcode" | "code" | "pin" | "card";
  /**
   * Whether a retry can succeed: `at-once`; `later`, though an earlier try does no harm; `after-wait`, since any earlier try
   * is refused; `after-change`, once something else was entered or done; `no`, it would fail again.
   */
  readonly retry: "at-once" | "later" | "after-wait" | "after-change" | "no";
  /**
   * What it means for a running PIN change. `not-changed`: it occurs only while the PIN is unchanged. `unknown`: it can also
   * occur when the result is not known, for example instead of a settlement's answer, so its text claims nothing and its
   * screen says what is known. `none`: it does not occur during a change.
   */
  readonly pinChange: "not-changed" | "unknown" | "none";
  /** The field whose entry was wrong, where the cardholder simply corrects it: it is said there, and without the code. */
  readonly field?: "code" | "passcode" | "proxy-password" | "token-pin";
}

/** How the backend answers it, as a problem (RFC 9457 §3.1), whose title is in http-answers.ts. */
export interface HttpAnswer {
  readonly status: number;
  /** Solaris may have caused it, and then its error id comes along for support. */
  readonly fromSolaris: boolean;
}

/**
 * A code's entry in the catalogue. Support and the program tell a code that is `saidAs` another apart; the cardholder does
 * not, so it takes the meaning and words of the other.
 */
export type ErrorEntry = (ErrorMeaning | { readonly saidAs: `ERR_${string}` }) & { readonly http?: HttpAnswer };
