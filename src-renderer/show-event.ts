import type { BridgeEvent } from "../src-contract/bridge/events.ts";
import type { PinChangeStage } from "../src-contract/bridge/views.ts";
import { countDone } from "./shown-stages.ts";
import { openPanel, store } from "./store.ts";

/** Shows an unrequested event from main. */
export function showEvent(event: BridgeEvent): void {
  switch (event.type) {
    case "pin-change-stage":
      showStage(event.value);
      break;
    case "keychain-waits":
      store.setState({ keychainAsks: event.value });
      break;
    case "open-panel":
      openPanel(event.value);
  }
}

/** Only the sending screen shows stages; the code screen of a change by TAN does not. */
function showStage(stage: PinChangeStage): void {
  const { pinChange } = store.getState();
  if (pinChange?.stage !== "sending") return;
  store.setState({ pinChange: { ...pinChange, done: countDone(pinChange.route, pinChange.done, stage) } });
}
