import type { WebContents } from "electron";
import { type BridgeEvent, eventChannel, type SendEvent } from "../../src-contract/bridge/events.ts";

type Contents = Pick<WebContents, "send" | "on" | "once">;

/**
 * The only place that sends the window unrequested messages (docs/threat-model.md#closed-events). A page that has just
 * loaded does not listen yet; `replay` sends it what it missed.
 */
export function openEventChannel(contents: Contents) {
  let isListening = false;
  /** Whether the keychain or a token keeps a step waiting, and a panel chosen in the menu while no page listened. */
  const kept = new Map<BridgeEvent["type"], BridgeEvent>();
  const stopListening = () => {
    isListening = false;
  };
  contents.on("did-start-navigation", ({ isMainFrame, isSameDocument, initiator }) => {
    // Navigation started by the page is refused (hardening.ts), so the page stays and keeps listening.
    if (isMainFrame && !isSameDocument && !initiator) stopListening();
  });
  contents.on("render-process-gone", stopListening);
  contents.once("destroyed", stopListening);

  const send: SendEvent = (event) => {
    if (event.type === "keychain-waits" || event.type === "token-waits") kept.set(event.type, event);
    if (isListening) contents.send(eventChannel, event);
    else if (event.type === "open-panel") kept.set(event.type, event);
    // A stage only concerns the page that began the change.
  };

  return {
    send,

    /** Marks the page as listening, and sends it what still applies. */
    replay(): void {
      isListening = true;
      for (const event of kept.values()) send(event);
      kept.delete("open-panel");
    },
  };
}
