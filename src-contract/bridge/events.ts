import { type PinChangeStage, pinChangeStages } from "./views.ts";

/** The only channel on which main sends unrequested messages. */
export const eventChannel = "event";

/** The panels that the menu can open over the screen. */
const menuPanels = ["settings", "help", "about"] as const;
export type MenuPanel = (typeof menuPanels)[number];

/**
 * What main tells the window unasked: hints for the screen; nothing else depends on them. `pin-change-stage`: how far the
 * running change has come; some stages pass too quickly to be seen. `keychain-waits`: whether a step waits for the keychain,
 * whose password the system may be asking for. `token-waits`: whether a step waits for a token, as for a touch. `open-panel`: the
 * cardholder chose it in the menu. `settings-changed`: so did they with a setting. `update-progress`: how many of a hundred parts
 * of a newer version's installer are there, in steps of five.
 */
export type BridgeEvent =
  | { readonly type: "pin-change-stage"; readonly value: PinChangeStage }
  | { readonly type: "keychain-waits"; readonly value: boolean }
  | { readonly type: "token-waits"; readonly value: boolean }
  | { readonly type: "open-panel"; readonly value: MenuPanel }
  | { readonly type: "settings-changed"; readonly value: true }
  | { readonly type: "update-progress"; readonly value: number };

/** Sends an event to the window. Never fails or waits, so no step depends on it. */
export type SendEvent = (event: BridgeEvent) => void;

/** All events (docs/threat-model.md#closed-events). None can carry a name, a number or a text. */
export const bridgeEvents: readonly BridgeEvent[] = [
  ...pinChangeStages.map((value) => ({ type: "pin-change-stage", value }) as const),
  ...[true, false].map((value) => ({ type: "keychain-waits", value }) as const),
  ...[true, false].map((value) => ({ type: "token-waits", value }) as const),
  ...menuPanels.map((value) => ({ type: "open-panel", value }) as const),
  { type: "settings-changed", value: true },
  ...Array.from({ length: 21 }, (_, step) => ({ type: "update-progress", value: step * 5 }) as const),
];

/** @returns the event from our list that equals what was received; null if there is none */
export function readEvent(received: unknown): BridgeEvent | null {
  const { type, value } = Object(received) as Partial<BridgeEvent>;
  return bridgeEvents.find((event) => event.type === type && event.value === value) ?? null;
}
