import path from "node:path";
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents, WebPreferences } from "electron";

/** All that is stated about the renderer, defaults included, so that a change of Electron's changes nothing (rows 1–4, 13, 49). */
export const webPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  enableWebSQL: false,
  spellcheck: false,
  devTools: !__RELEASE__,
} as const satisfies WebPreferences;

/** The options of the only window. @param preload the built preload file */
export function windowOptions(preload: string, windowSession: Session): BrowserWindowConstructorOptions {
  return {
    title: __PRODUCT_NAME__,
    width: 760,
    height: 720,
    minWidth: 360,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    // Elsewhere the packaged app has it.
    ...(process.platform === "linux" && { icon: path.join(import.meta.dirname, "icon.png") }),
    webPreferences: { ...webPreferences, preload, session: windowSession },
  };
}

/** A renderer that died leaves a blank window: it is loaded again, once, since a second death would not be the last. */
export function reloadAfterCrash(contents: WebContents): void {
  contents.once("render-process-gone", () => contents.reload());
}

/** Whoever closes the window has seen what it shows; that is noted first, whether or not it can be. */
export function closeOnceSeen(window: BrowserWindow, noteSeen: () => Promise<void>): void {
  window.once("close", (event) => {
    event.preventDefault();
    noteSeen()
      .catch(() => undefined) // nobody is signed in, or the disk is away: it is told again, that is all
      .finally(() => window.destroy());
  });
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
