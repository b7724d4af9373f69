import type { BridgeEvent } from "../src-contract/bridge/events.ts";
import type { PinChangeStage } from "../src-contract/bridge/views.ts";
import { loadSettings } from "./settings.ts";
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
    case "token-waits":
      store.setState({ tokenWaits: event.value });
      break;
    case "open-panel":
      openPanel(event.value);
      break;
    case "update-progress":
      if (store.getState().updatePercent !== null) store.setState({ updatePercent: event.value });
      break;
    case "settings-changed":
      void loadSettings(); // without an answer the window goes on with those that it has
  }
}

/** Only the sending screen shows stages; the code screen of a change by TAN does not. */
function showStage(stage: PinChangeStage): void {
  const { pinChange } = store.getState();
  if (pinChange?.stage !== "sending") return;
  store.setState({ pinChange: { ...pinChange, done: countDone(pinChange.route, pinChange.done, stage) } });
}
