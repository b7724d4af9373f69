/**
 * Whether the window waits for, or shows, how a PIN change ended. It holds no secret then, and must not be loaded anew
 * before the cardholder has seen it.
 */
export interface PinOutcome {
  /** A PIN was handed over. */
  open(): void;
  /** The cardholder went on, to the cards or to another PIN. */
  close(): void;
  isOpen(): boolean;
}

export function createPinOutcome(): PinOutcome {
  let isOpen = false;
  return {
    open() {
      isOpen = true;
    },
    close() {
      isOpen = false;
    },
    isOpen: () => isOpen,
  };
}
