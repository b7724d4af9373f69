import path from "node:path";
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  NativeTheme,
  Session,
  WebContents,
  WebPreferences,
} from "electron";
import type { SettingsView } from "../../src-contract/bridge/settings-view.ts";
import { log } from "../log.ts";
import { hidesWhere } from "../settings/capture-hiding.ts";
import { windowUrl } from "./app-protocol.ts";
import { smallestSize, usualSize, type WindowPlace } from "./window-place.ts";

/**
 * All that is stated about the renderer, defaults included, so that a change of Electron's changes nothing
 * (docs/threat-model.md#renderer-isolated).
 */
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
  enableDeprecatedPaste: false,
  // What opens a window or a dialog and asks for no permission: file pickers, windows over all others, paying, screen colours.
  disableBlinkFeatures: "FileSystemAccessLocal,DocumentPictureInPictureAPI,PaymentRequest,EyeDropperAPI",
  devTools: !__RELEASE__,
} as const satisfies WebPreferences;

/** The options of the only window. @param preload the built preload file */
export function windowOptions(preload: string, windowSession: Session): BrowserWindowConstructorOptions {
  return {
    title: __PRODUCT_NAME__,
    ...usualSize,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    show: false,
    // Help and settings are in the window itself, in every place; Alt shows the bar, and its shortcuts work without it.
    autoHideMenuBar: true,
    // Elsewhere the packaged app has it.
    ...(process.platform === "linux" && { icon: path.join(import.meta.dirname, "icon.png") }),
    webPreferences: { ...webPreferences, preload, session: windowSession },
  };
}

const LOADED_WITHIN_MS = 10_000;

/**
 * Empties the page's memory by loading our page anew, wherever a script has led its address to (`history.pushState`). A
 * page that is busy without end does not make room for another: its process is ended then, as if it had crashed.
 */
export function loadAnew(
  contents: Pick<WebContents, "getURL" | "reload" | "loadURL" | "once" | "isDestroyed" | "forcefullyCrashRenderer">,
): void {
  const late = setTimeout(() => {
    if (!contents.isDestroyed()) contents.forcefullyCrashRenderer();
  }, LOADED_WITHIN_MS);
  contents.once("did-navigate", () => clearTimeout(late));
  const [page] = contents.getURL().split("#");
  if (page === windowUrl) contents.reload();
  else contents.loadURL(windowUrl).catch(() => undefined); // overtaken by another load
}

/** Loads the page, with which the program has started. Where its process dies meanwhile, that is not the program's end: recover-window.ts has it loaded anew. */
export async function loadWindow(window: Pick<BrowserWindow, "loadURL">): Promise<void> {
  await window.loadURL(windowUrl).catch(() => log({ event: "window_not_loaded" }));
  log({ event: "app_started" });
}

/** Closes the window when the last things are noted, whether or not they can be. */
export function closeAfter(window: BrowserWindow, notes: readonly (() => Promise<unknown>)[]): void {
  window.once("close", (event) => {
    event.preventDefault();
    // One fails where nobody is signed in, or the disk is away: then it is told again, that is all.
    Promise.allSettled(notes.map(async (note) => note())).finally(() => window.destroy());
  });
}

const COMES_TO_REST_MS = 500;

/** Keeps where the window stands whenever it has come to rest. @returns keeps it now, as the last thing */
export function followPlace(window: BrowserWindow, keep: (place: WindowPlace) => Promise<void>): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keepNow = async () => {
    clearTimeout(timer);
    if (!window.isDestroyed()) await keep({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keepNow, COMES_TO_REST_MS);
  };
  window.on("move", keepSoon);
  window.on("resize", keepSoon);
  return keepNow;
}

/** Puts into effect what the settings say about the window as a whole. */
export function applySettings(
  { settings, captureHiding }: SettingsView,
  window: Pick<BrowserWindow, "setContentProtection">,
  theme: Pick<NativeTheme, "themeSource">,
): void {
  theme.themeSource = settings.theme; // the page follows by `prefers-color-scheme`, frame and menu with it
  window.setContentProtection(settings.hidesFromCapture && hidesWhere(captureHiding));
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
