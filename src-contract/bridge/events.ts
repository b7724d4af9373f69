import { type PinChangeStage, pinChangeStages } from "./views.ts";

/** The one channel on which main speaks to the window without having been asked. */
export const eventChannel = "event";

/** What the menu can open over the window's screen. */
const menuPanels = ["settings", "help"] as const;
export type MenuPanel = (typeof menuPanels)[number];

/**
 * What main tells the window by itself: a hint for the screen, on which nothing else rests.
 * `pin-change-stage`: how far the change under way has come. Some stages are over too soon to be seen.
 * `keychain-waits`: whether the keychain keeps somebody waiting; then the system may be asking for its password.
 * `open-panel`: chosen in the menu.
 */
export type BridgeEvent =
  | { readonly type: "pin-change-stage"; readonly value: PinChangeStage }
  | { readonly type: "keychain-waits"; readonly value: boolean }
  | { readonly type: "open-panel"; readonly value: MenuPanel };

/** Hands an event to the window. Never fails and waits for nobody, so that nothing depends on who listens. */
export type SendEvent = (event: BridgeEvent) => void;

/** All that there is to tell. No name, no number and no text of anybody's can be said with it. */
export const bridgeEvents: readonly BridgeEvent[] = [
  ...pinChangeStages.map((value) => ({ type: "pin-change-stage", value }) as const),
  ...[true, false].map((value) => ({ type: "keychain-waits", value }) as const),
  ...menuPanels.map((value) => ({ type: "open-panel", value }) as const),
];

/** @returns the one of `bridgeEvents` that was received, and nothing that came with it; null for anything else */
export function readEvent(received: unknown): BridgeEvent | null {
  const { type, value } = Object(received) as Partial<BridgeEvent>;
  return bridgeEvents.find((event) => event.type === type && event.value === value) ?? null;
}
