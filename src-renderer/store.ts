import { useSyncExternalStore } from "preact/compat";
import { createStore } from "zustand/vanilla";
import type { Failure } from "../src-preload/contract/result.ts";
import type { CardView, Overview, PinChangeOutcome } from "../src-preload/contract/views.ts";

/**
 * What the window knows. No secret is ever in here: PIN and code live as bytes in the screen that collects them
 * (checklist row 53).
 */
export interface WindowState {
  /** Null until main has answered for the first time. */
  readonly overview: Overview | null;
  readonly cards: readonly CardView[] | null;
  /** The card whose PIN is being changed, and how far that is. */
  readonly pinChange: { readonly card: CardView; readonly stage: "entering" | "sending" | PinChangeEnd } | null;
  /** A step is under way in main. */
  readonly busy: boolean;
  /** Why the last step did not succeed. Cleared by the next. */
  readonly failure: Failure | null;
}

/** An outcome, or a failure from before anything was sent. */
export type PinChangeEnd = PinChangeOutcome | ({ readonly outcome: "not-sent" } & Pick<Failure, "code" | "supportId">);

export const store = createStore<WindowState>(() => ({
  overview: null,
  cards: null,
  pinChange: null,
  busy: false,
  failure: null,
}));

/** The state, in a component that is drawn again when it changes. */
export function useWindowState(): WindowState {
  return useSyncExternalStore(store.subscribe, store.getState);
}
