import { type BrowserWindow, Notification } from "electron";
import type { Language } from "../../src-contract/rules/languages.ts";
import type { ChangeNow } from "../bridge/change-now.ts";
import { nativeWords } from "./native-words.ts";
import { showWindow } from "./window.ts";

/**
 * Tells whoever uses another program that a PIN change runs, in the taskbar, and that it has ended, with a notice. The notice
 * says neither how nor of which card: others may see the screen.
 * @returns tells where the change stands now
 */
export function createChangeNotice(window: BrowserWindow): (now: ChangeNow, language: Language) => void {
  // Whoever leaves a change, or is signed out, gets a page loaded anew.
  window.webContents.on("did-navigate", () => window.setProgressBar(-1));
  return (now, language) => {
    if (window.isDestroyed()) return;
    if (now === "runs") window.setProgressBar(2, { mode: "indeterminate" });
    else window.setProgressBar(-1);
    if (now !== "ended" || window.isFocused()) return;
    // Without a service for notices the taskbar has to do.
    const notice = Notification.isSupported()
      ? new Notification({ title: __PRODUCT_NAME__, body: nativeWords[language].changeEnded })
      : null;
    notice?.on("click", () => {
      if (!window.isDestroyed()) showWindow(window); // systems keep a notice for as long as they like
    });
    window.once("focus", () => {
      window.flashFrame(false);
      notice?.close(); // whoever has seen the result needs no notice of it
    });
    window.flashFrame(true);
    notice?.show();
  };
}
