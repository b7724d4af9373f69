import { useSyncExternalStore } from "preact/compat";
import { createStore } from "zustand/vanilla";
import type { SettingsView } from "../src-contract/bridge/settings-view.ts";
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
 * What the window knows. No secret is ever in here: PIN, passcode and codes live as bytes in the screen that collects
 * them (docs/threat-model.md#no-secret-in-state).
 */
export interface WindowState {
  /** Null until main has answered for the first time. */
  readonly overview: Overview | null;
  /** Null until main has answered for the first time. */
  readonly settings: SettingsView | null;
  readonly cards: CardListView | null;
  readonly devices: DeviceListView | null;
  readonly place: Place;
  /** What lies over everything else, wherever the cardholder is. */
  readonly panel: Panel | null;
  /** What lay there when the proxy's question came, and lies there again afterwards. */
  readonly panelBelow: Panel | null;
  /** A proxy has let the cardholder through, after the last failure for want of a password. */
  readonly isPastProxy: boolean;
  /** The PIN change that is under way or has just ended. */
  readonly pinChange: PinChange | null;
  /** The cardholder has put off looking at how their last PIN change ended. */
  readonly looksLater: boolean;
  /** A step is under way in main. */
  readonly busy: boolean;
  /** The keychain keeps a step waiting: the system may be asking for its password. */
  readonly keychainAsks: boolean;
  /** Why the last step did not succeed. Cleared by the next. */
  readonly failure: Failure | null;
}

/** Where the cardholder has gone. `home` is whatever screen fits how this computer stands. */
export type Place =
  | "home"
  | "without-connecting"
  | "devices"
  | "change-passcode"
  | "passcode-changed"
  | "forgotten-passcode";

/** `help` has the diagnosis and the contact, too; `findings` is the same, beginning at the diagnosis. */
export type Panel = "settings" | "help" | "findings" | "proxy";

export type PinChange =
  | { readonly stage: "entering"; readonly card: CardView; readonly route: PinChangeRoute }
  /** `done`: how many of the way's stages are over (shown-stages.ts). */
  | { readonly stage: "sending"; readonly card: CardView; readonly route: PinChangeRoute; readonly done: number }
  | { readonly stage: "tan"; readonly card: CardView; readonly sent: SentCode }
  /** The card is null where nobody knows it any more. */
  | {
      readonly stage: "ended";
      readonly card: CardView | null;
      /** Null where the change was begun before this window was. */
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
  busy: false,
  keychainAsks: false,
  failure: null,
}));

/** A part of the state, in a component that is drawn again when that part changes. */
export function useWindowState<Part>(select: (state: WindowState) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

export function openPanel(panel: Panel): void {
  const { panel: below } = store.getState();
  store.setState({ panel, panelBelow: panel === "proxy" && below !== "proxy" ? below : null });
}

export const closePanel = () => store.setState({ panel: store.getState().panelBelow, panelBelow: null });
