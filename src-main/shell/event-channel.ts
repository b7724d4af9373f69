import type { WebContents } from "electron";
import { type BridgeEvent, eventChannel, type SendEvent } from "../../src-contract/bridge/events.ts";

type Contents = Pick<WebContents, "send" | "on" | "once">;

export type EventChannel = ReturnType<typeof openEventChannel>;

/**
 * The only place from which main speaks to the window without having been asked. A page that is loaded anew listens only
 * after a while: what it has to know by then, `replay` tells it.
 */
export function openEventChannel(contents: Contents) {
  let isListening = false;
  /** How the keychain stands, and what was chosen in the menu while no page listened. */
  const kept = new Map<BridgeEvent["type"], BridgeEvent>();
  const stopListening = () => {
    isListening = false;
  };
  contents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) stopListening();
  });
  contents.on("render-process-gone", stopListening);
  contents.once("destroyed", stopListening);

  const send: SendEvent = (event) => {
    if (event.type === "keychain-waits") kept.set(event.type, event);
    if (isListening) contents.send(eventChannel, event);
    else if (event.type === "open-panel") kept.set(event.type, event);
    // A stage is of use only to the page that began the change.
  };

  return {
    send,

    /** The page listens from here on: tells it what still holds. */
    replay(): void {
      isListening = true;
      for (const event of kept.values()) send(event);
      kept.delete("open-panel");
    },
  };
}
