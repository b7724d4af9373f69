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
import { shouldHide } from "../settings/capture-hiding.ts";
import { windowUrl } from "./app-protocol.ts";
import type { WindowPlace } from "./window-place.ts";
import { smallestSize, usualSize } from "./window-size.ts";

/**
 * States every renderer setting, even the defaults, so a changed default in Electron changes nothing
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
  // APIs that open a window or a dialog without a permission: file pickers, picture-in-picture, payment, eye dropper.
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
    // Every screen has help and settings; Alt shows the menu bar, and its shortcuts work without it.
    autoHideMenuBar: true,
    // On other systems the packaged app has the icon.
    ...(process.platform === "linux" && { icon: path.join(import.meta.dirname, "icon.png") }),
    webPreferences: { ...webPreferences, preload, session: windowSession },
  };
}

const LOADED_WITHIN_MS = 10_000;

/**
 * Empties the page's memory by loading our page again, even if a script has changed its address (`history.pushState`). A
 * page that is busy forever never yields, so then this ends its process as if it had crashed.
 */
export function reloadPage(
  contents: Pick<WebContents, "getURL" | "reload" | "loadURL" | "once" | "isDestroyed" | "forcefullyCrashRenderer">,
): void {
  const late = setTimeout(() => {
    if (!contents.isDestroyed()) contents.forcefullyCrashRenderer();
  }, LOADED_WITHIN_MS);
  contents.once("did-navigate", () => clearTimeout(late));
  const [page] = contents.getURL().split("#");
  if (page === windowUrl) contents.reload();
  else contents.loadURL(windowUrl).catch(() => undefined); // another load has replaced this one
}

/** Loads the page at the start. If its process dies meanwhile, recover-window.ts reloads it. */
export async function loadWindow(window: Pick<BrowserWindow, "loadURL">): Promise<void> {
  await window.loadURL(windowUrl).catch(() => log({ event: "window_not_loaded" }));
  log({ event: "app_started" });
}

/** Closes the window once the last notes are written or have failed. */
export function closeAfter(window: BrowserWindow, notes: readonly (() => Promise<unknown>)[]): void {
  window.once("close", (event) => {
    event.preventDefault();
    // A note fails if nobody is signed in or the disk is gone: then the next start only shows the outcome again.
    Promise.allSettled(notes.map(async (note) => note())).finally(() => window.destroy());
  });
}

const COMES_TO_REST_MS = 500;

/** Stores the window's place whenever it comes to rest. @returns stores it now, before closing */
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

/** Applies the settings that concern the whole window. */
export function applySettings(
  { settings, captureHiding }: SettingsView,
  window: Pick<BrowserWindow, "setContentProtection" | "webContents">,
  theme: Pick<NativeTheme, "themeSource">,
): void {
  theme.themeSource = settings.theme; // page, frame and menu follow through `prefers-color-scheme`
  window.webContents.setZoomFactor(settings.textSize / 100);
  window.setContentProtection(settings.hidesFromCapture && shouldHide(captureHiding));
}

/** Brings the window to the front. */
export function showWindow(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
