import type { WebContents } from "electron";
import { type BridgeEvent, eventChannel, type SendEvent } from "../../src-contract/bridge/events.ts";

type Contents = Pick<WebContents, "send" | "on" | "once">;

/**
 * The only place from which main sends something that the window did not ask for (docs/threat-model.md#closed-events). A page
 * that was just loaded does not listen yet. `replay` sends it what it would have missed.
 */
export function openEventChannel(contents: Contents) {
  let isListening = false;
  /** Whether the keychain keeps a step waiting, and what was chosen in the menu while no page listened. */
  const kept = new Map<BridgeEvent["type"], BridgeEvent>();
  const stopListening = () => {
    isListening = false;
  };
  contents.on("did-start-navigation", ({ isMainFrame, isSameDocument, initiator }) => {
    // What a page begins itself is refused (hardening.ts): it stays, and listens on.
    if (isMainFrame && !isSameDocument && !initiator) stopListening();
  });
  contents.on("render-process-gone", stopListening);
  contents.once("destroyed", stopListening);

  const send: SendEvent = (event) => {
    if (event.type === "keychain-waits") kept.set(event.type, event);
    if (isListening) contents.send(eventChannel, event);
    else if (event.type === "open-panel") kept.set(event.type, event);
    // A stage concerns only the page that began the change.
  };

  return {
    send,

    /** The page listens from now on: sends what still holds. */
    replay(): void {
      isListening = true;
      for (const event of kept.values()) send(event);
      kept.delete("open-panel");
    },
  };
}
