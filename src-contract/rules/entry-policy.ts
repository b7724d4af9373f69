/** What becomes of a PIN that is easily guessed (guess-reason.ts): the cardholder is warned, or it is not taken. */
export const weakPinRules = ["warn", "refuse"] as const;
export type WeakPinRule = (typeof weakPinRules)[number];

/** What the partner's profile decides about entering a PIN. */
export interface EntryPolicy {
  readonly weakPins: WeakPinRule;
  /** Whether a PIN that is being entered may be shown for a moment. */
  readonly reveal: boolean;
  /** Whether there is a keypad on the screen. */
  readonly keypad: boolean;
  /** Whether the cardholder may have a PIN compared with their birth date, in the window only. */
  readonly birthDateCheck: boolean;
}
