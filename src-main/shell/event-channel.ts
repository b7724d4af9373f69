import type { WebContents } from "electron";
import { type BridgeEvent, eventChannel, type SendEvent } from "../../src-contract/bridge/events.ts";

type Contents = Pick<WebContents, "send" | "on" | "once">;

export type EventChannel = ReturnType<typeof createEventChannel>;

/**
 * The only place from which main speaks to the window without having been asked. A page that is loaded anew listens only
 * after a while: what it has to know by then, `replay` tells it.
 */
export function createEventChannel() {
  let contents: Contents | null = null;
  let isListening = false;
  /** How the keychain stands, and what was chosen in the menu while no page listened. */
  const kept = new Map<BridgeEvent["type"], BridgeEvent>();
  const stopListening = () => {
    isListening = false;
  };

  const send: SendEvent = (event) => {
    if (event.type === "keychain-waits") kept.set(event.type, event);
    if (contents !== null && isListening) contents.send(eventChannel, event);
    else if (event.type === "open-panel") kept.set(event.type, event);
    // A stage is of use only to the page that began the change.
  };

  return {
    send,

    /** From here on there is a window. */
    attach(window: Contents): void {
      contents = window;
      window.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) stopListening();
      });
      window.on("render-process-gone", stopListening);
      window.once("destroyed", () => {
        contents = null;
      });
    },

    /** The page listens from here on: tells it what still holds. */
    replay(): void {
      isListening = true;
      for (const event of kept.values()) send(event);
      kept.delete("open-panel");
    },
  };
}
