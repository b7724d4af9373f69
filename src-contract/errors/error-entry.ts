/** What is known of an error: what the window decides by it, and what its words may claim. */
export interface ErrorMeaning {
  /** What it lies with. Leaving a failure that lies with the device leads to the screen that fits. */
  readonly concerns: "program" | "network" | "bank" | "device" | "keychain" | "passcode" | "code" | "pin" | "card";
  /**
   * Whether the same can succeed: `at-once`; `later`, where trying earlier does no harm; `after-wait`, before which it is
   * refused for certain; `after-change`, once something else was entered or done first; `no`, it would end the same way.
   */
  readonly retry: "at-once" | "later" | "after-wait" | "after-change" | "no";
  /**
   * What it says of a card PIN that is being changed. `not-changed`: it comes only where the PIN is as before. `unknown`:
   * it also comes where nobody knows, such as instead of an answer to what became of a change, so its text must claim
   * nothing and its screen says what is known. `none`: it does not come there.
   */
  readonly pinChange: "not-changed" | "unknown" | "none";
}

/** How the backend answers it, as a problem (RFC 9457 §3.1). */
export interface HttpAnswer {
  readonly status: number;
  readonly title: string;
  /** Solaris can be behind it, and its error id for support with it. */
  readonly fromSolaris: boolean;
}

/**
 * What the catalogue has of a code. One that is `saidAs` another is of interest to support and to the program, while it is
 * the same to the cardholder: its meaning and its words are those of the other.
 */
export type ErrorEntry = (ErrorMeaning | { readonly saidAs: `ERR_${string}` }) & { readonly http?: HttpAnswer };
