import type { BrowserWindow } from "electron";
import { showWindow } from "./window.ts";

/** Window managers that give the focus away do so within milliseconds. */
const FOCUSED_WITHIN_MS = 500;

/** Brings the window to the front. A system that lets no program do that by itself gets the cardholder's attention instead. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  showWindow(window);
  setTimeout(() => {
    if (window.isDestroyed() || window.isFocused()) return;
    window.once("focus", () => window.flashFrame(false));
    window.flashFrame(true);
  }, FOCUSED_WITHIN_MS);
}
