/** What happens to an easily guessed PIN (guess-reason.ts): the window warns, or main refuses it. */
export const weakPinRules = ["warn", "refuse"] as const;
export type WeakPinRule = (typeof weakPinRules)[number];

/** What the partner's profile decides about entering a PIN. */
export interface EntryPolicy {
  readonly weakPins: WeakPinRule;
  /** Whether the cardholder may show the PIN for a moment while entering it. */
  readonly reveal: boolean;
  /** Whether the on-screen keypad is offered. */
  readonly keypad: boolean;
  /** Whether the window offers to compare a PIN with the cardholder's birth date, which never leaves the window. */
  readonly birthDateCheck: boolean;
}
