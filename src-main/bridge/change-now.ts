/** What a PIN change does, for whoever does not look at the window. `waits`: for the cardholder, or nothing is known to run. */
export type ChangeNow = "runs" | "waits" | "ended";

/** A step of a PIN change, once it is over. */
interface StepOver {
  /** Undefined if it failed (views.ts). */
  readonly outcome: string | undefined;
  /** Whether the step is the whole change: then a failure ends it, too. After every other, what stood before still stands. */
  readonly isWhole: boolean;
  /** Whether its cardholder is still signed in. If not, the window shows an end only of what the ledger knows. */
  readonly isSeen: boolean;
}

export function changeNowAfter({ outcome, isWhole, isSeen }: StepOver): ChangeNow {
  switch (outcome) {
    case "in-progress":
      return isSeen ? "runs" : "waits";
    case "tan-awaited":
    case "sign-in-again":
      return "waits";
    case undefined:
      return isWhole && isSeen ? "ended" : "waits";
    default:
      return "ended";
  }
}
