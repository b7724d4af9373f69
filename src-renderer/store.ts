import { useSyncExternalStore } from "preact/compat";
import { createStore } from "zustand/vanilla";
import type { SettingsView } from "../src-contract/bridge/settings-view.ts";
import type { UpdateView } from "../src-contract/bridge/update-view.ts";
import type {
  CardListView,
  CardView,
  DeviceListView,
  Overview,
  PinChangeOutcome,
  SentCode,
} from "../src-contract/bridge/views.ts";
import type { Failure } from "../src-contract/errors/result.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";

/**
 * The window's state. It never holds a secret: PIN, passcode and codes live as bytes in the screen that collects them
 * (docs/threat-model.md#no-secret-in-state).
 */
export interface WindowState {
  /** Null until main has answered for the first time. */
  readonly overview: Overview | null;
  /** Null until main has answered for the first time. */
  readonly settings: SettingsView | null;
  readonly cards: CardListView | null;
  readonly devices: DeviceListView | null;
  readonly place: Place;
  /** The panel that covers the current screen, if any. */
  readonly panel: Panel | null;
  /** The panel that the proxy's question covered, restored afterwards. */
  readonly panelBelow: Panel | null;
  /** A proxy accepted a password after the last failure for lack of one. */
  readonly isPastProxy: boolean;
  /** The PIN change that is running or has just ended. */
  readonly pinChange: PinChange | null;
  /** The cardholder has postponed looking at the outcome of their last PIN change. */
  readonly looksLater: boolean;
  /** A sign-in waits for the browser; `isLong`: for so long that something may be wrong. */
  readonly browserWait: { readonly isLong: boolean } | null;
  /** What cannot go on before the cardholder has signed in again. */
  readonly signInAgain: Begun | null;
  /** The question for device data is asked, and what waits for its answer. */
  readonly consentFor: ConsentFor | null;
  /** A step is under way in main. */
  readonly busy: boolean;
  /** The keychain keeps a step waiting: the system may be asking for its password. */
  readonly keychainAsks: boolean;
  /** A token keeps a step waiting, perhaps for a touch. */
  readonly tokenWaits: boolean;
  /** This computer was removed, and its key from the token, since somebody signed in or linked it. */
  readonly isRemovedWithKey: boolean;
  /** Why the last step failed. Cleared by the next. */
  readonly failure: Failure | null;
  /** What is known of a newer version; null until main has said something, and where the bank brings it by itself. */
  readonly update: UpdateView | null;
  /** How much of its installer is there; null unless it is being fetched. */
  readonly updatePercent: number | null;
  /** Why its installer could not be fetched or opened. */
  readonly updateFailure: Failure | null;
}

/** What was begun, and goes on after signing in again: a PIN change, a request for a code, another step, or whatever the screen offers. */
export type Begun =
  | { readonly for: "pin"; readonly card: CardView; readonly route: PinChangeRoute }
  | { readonly for: "code"; readonly computerName: string }
  | { readonly for: "step"; readonly goOn: () => Promise<void> }
  | { readonly for: "screen" };

/** What waits for the answer to the question for device data, and goes on with either, where it can. `none`: nothing does. */
export type ConsentFor = { readonly goOn: () => Promise<unknown> } & (
  | { readonly step: "binding" | "none" }
  | { readonly step: "change"; readonly card: CardView }
);

/** Where the cardholder has navigated. `home` is the screen that fits this computer's state. */
export type Place =
  | "home"
  /** It has just been linked. */
  | "linked"
  | "without-linking"
  /** A letter is offered, because no text message can be sent. */
  | "letter-offer"
  | "letter-code"
  /** Whether to ask for another one. */
  | "letter-again"
  | "letter-cancelled"
  | "devices"
  | "change-passcode"
  | "passcode-changed"
  | "forgotten-passcode";

/** `help` has the diagnosis and what is said of the program too; `findings` and `about` are the same, unfolded there. */
export type Panel = "settings" | "help" | "findings" | "about" | "proxy" | "update";

export type PinChange =
  | { readonly stage: "entering"; readonly card: CardView; readonly route: PinChangeRoute }
  /** `done`: how many of the route's stages are done (shown-stages.ts). */
  | { readonly stage: "sending"; readonly card: CardView; readonly route: PinChangeRoute; readonly done: number }
  | { readonly stage: "tan"; readonly card: CardView; readonly sent: SentCode }
  /** The card is null if it is no longer known. */
  | {
      readonly stage: "ended";
      readonly card: CardView | null;
      /** Null if the change was begun before this window existed. */
      readonly route: PinChangeRoute | null;
      readonly end: PinChangeEnding;
    };

/** An outcome, or a failure from before anything was sent. */
export type PinChangeEnding = PinChangeOutcome | ({ readonly outcome: "failed" } & Omit<Failure, "ok">);

export const store = createStore<WindowState>(() => ({
  overview: null,
  settings: null,
  cards: null,
  devices: null,
  place: "home",
  panel: null,
  panelBelow: null,
  isPastProxy: false,
  pinChange: null,
  looksLater: false,
  browserWait: null,
  signInAgain: null,
  consentFor: null,
  busy: false,
  keychainAsks: false,
  tokenWaits: false,
  isRemovedWithKey: false,
  failure: null,
  update: null,
  updatePercent: null,
  updateFailure: null,
}));

/** Selects a part of the state; the component redraws when it changes. */
export function useWindowState<Part>(select: (state: WindowState) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

export function openPanel(panel: Panel): void {
  const { panel: below } = store.getState();
  store.setState({ panel, panelBelow: panel === "proxy" && below !== "proxy" ? below : null });
}

export const closePanel = () => store.setState({ panel: store.getState().panelBelow, panelBelow: null });
