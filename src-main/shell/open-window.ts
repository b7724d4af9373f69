import { app, BrowserWindow, dialog, Menu, nativeTheme, type Session, screen } from "electron";
import type { MenuPanel, SendEvent } from "../../src-contract/bridge/events.ts";
import type { CurrentSettings } from "../settings/current-settings.ts";
import type { Rendering } from "../settings/rendering.ts";
import { askAfterDeath, askWhileHanging, type NativeQuestion } from "./ask-natively.ts";
import { watchFirstPaint } from "./first-paint.ts";
import { menuTemplate } from "./menu.ts";
import { recoverWindow } from "./recover-window.ts";
import { applySettings, closeAfter, followPlace, loadAnew, showWindow, windowOptions } from "./window.ts";
import { fitWindowPlace, type Rectangle, readWindowPlace, writeWindowPlace } from "./window-place.ts";

interface WindowFiles {
  /** The built preload file. */
  readonly preload: string;
  readonly windowSession: Session;
  /** Where its place is remembered. */
  readonly placeFile: string;
}

/** Makes the only window, where it stood the last time. It is empty, and nobody sees it yet. */
export function createWindow({ preload, windowSession, placeFile }: WindowFiles): BrowserWindow {
  const bounds = fitWindowPlace(readWindowPlace(placeFile), workAreas());
  return new BrowserWindow({ ...windowOptions(preload, windowSession), ...bounds });
}

interface WindowBehaviour {
  readonly placeFile: string;
  readonly rendering: Rendering;
  readonly settings: CurrentSettings;
  /** Notes that the cardholder has seen what the window shows, before it goes. */
  readonly noteSeen: () => Promise<unknown>;
  readonly sendEvent: SendEvent;
}

/**
 * Has the window do what is expected of one: it follows the settings, is shown once there is something to see, remembers
 * its place, comes back when its process dies, and is the program's end when it is closed.
 */
export function runWindow(window: BrowserWindow, behaviour: WindowBehaviour): void {
  const { placeFile, rendering, settings, noteSeen, sendEvent } = behaviour;
  app.setAboutPanelOptions({ applicationName: __PRODUCT_NAME__, applicationVersion: app.getVersion() });
  const openPanel = (panel: MenuPanel) => {
    showWindow(window);
    sendEvent({ type: "open-panel", value: panel });
  };
  settings.follow((view) => {
    applySettings(view, window, nativeTheme);
    const { platform } = process;
    const template = menuTemplate({ platform, language: view.language, openPanel });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  });
  const wasMaximized = readWindowPlace(placeFile)?.isMaximized;
  watchFirstPaint(window, rendering, () => {
    if (wasMaximized) window.maximize();
    showWindow(window);
  });
  const keepPlace = followPlace(window, (now) => writeWindowPlace(placeFile, now));
  closeAfter(window, [noteSeen, keepPlace, () => rendering.note("closed")]);
  window.on("page-title-updated", (event) => event.preventDefault()); // the window's name is the product's, not the page's
  const ask = (question: NativeQuestion) => dialog.showMessageBox(window, question);
  const language = () => settings.view().language;
  recoverWindow(window.webContents, {
    loadAnew: () => loadAnew(window.webContents),
    now: () => performance.now(),
    askAfterDeath: () => askAfterDeath(ask, language()),
    askWhileHanging: (over) => askWhileHanging(ask, language(), over),
    quit: () => app.quit(),
  });
  window.once("closed", () => app.quit());
}

/** Brings the window to the front, where there is one already. */
export function showOpenWindow(): void {
  showWindow(BrowserWindow.getAllWindows()[0] ?? null);
}

/** The main display's first. */
function workAreas(): Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
