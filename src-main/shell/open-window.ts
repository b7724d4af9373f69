import { app, type BrowserWindow, dialog, Menu, nativeTheme } from "electron";
import type { MenuPanel } from "../../src-contract/bridge/events.ts";
import type { Core } from "../core.ts";
import type { Rendering } from "../settings/rendering.ts";
import { askAfterDeath, askWhileHanging, type NativeQuestion } from "./ask-natively.ts";
import { contextMenuTemplate } from "./context-menu.ts";
import { placeFileIn } from "./create-window.ts";
import { watchFirstPaint } from "./first-paint.ts";
import { menuTemplate } from "./menu.ts";
import { quitDespite } from "./quit-despite.ts";
import { recoverWindow } from "./recover-window.ts";
import { createTextSizeSteps } from "./text-size-steps.ts";
import { applySettings, closeAfter, followPlace, reloadPage, showWindow } from "./window.ts";
import { readWindowPlace, writeWindowPlace } from "./window-place.ts";

interface WindowBehaviour {
  /** Where the program keeps its files. */
  readonly folder: string;
  readonly rendering: Rendering;
  readonly core: Pick<Core, "settings" | "send" | "noteSeen" | "leave" | "isKeychainBusy">;
}

/**
 * Runs the window's life: it follows the settings, appears once painted, remembers its place, recovers from a crash, and
 * ends the program when it is closed.
 */
export function runWindow(window: BrowserWindow, { folder, rendering, core }: WindowBehaviour): void {
  const { settings, send, noteSeen, leave, isKeychainBusy } = core;
  const placeFile = placeFileIn(folder);
  app.setAboutPanelOptions({ applicationName: __PRODUCT_NAME__, applicationVersion: app.getVersion() });
  const openPanel = (panel: MenuPanel) => {
    showWindow(window);
    send({ type: "open-panel", value: panel });
  };
  const tell = () => send({ type: "settings-changed", value: true });
  const textSize = createTextSizeSteps({ contents: window.webContents, settings, tell });
  settings.follow((view) => {
    applySettings(textSize.asDrawn(view), window, nativeTheme);
    const { platform } = process;
    const changeTextSize = textSize.change;
    const template = menuTemplate({ platform, language: view.language, openPanel, changeTextSize });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  });
  window.webContents.on("context-menu", (_event, place) => {
    const entries = contextMenuTemplate(place, settings.view().language);
    if (entries.length > 0) Menu.buildFromTemplate(entries).popup({ window });
  });
  // The size belongs to an origin, which the empty window at the start is not yet (measured).
  window.webContents.on("did-navigate", () => applySettings(settings.view(), window, nativeTheme));
  const wasMaximized = readWindowPlace(placeFile)?.isMaximized;
  const firstPaint = watchFirstPaint(window, rendering, () => {
    if (wasMaximized) window.maximize();
    showWindow(window);
  });
  const keepPlace = followPlace(window, (now) => writeWindowPlace(placeFile, now));
  closeAfter(window, [noteSeen, keepPlace, () => rendering.note("closed"), firstPaint.stopLooking]);
  window.on("page-title-updated", (event) => event.preventDefault()); // the title is the product's name, not the page's
  const ask = (question: NativeQuestion) => dialog.showMessageBox(window, question);
  const language = () => settings.view().language;
  recoverWindow(window.webContents, {
    reloadPage: () => reloadPage(window.webContents),
    now: () => performance.now(),
    askAfterDeath: () => askAfterDeath(ask, language()),
    askWhileHanging: (over) => askWhileHanging(ask, language(), over),
    quit: () => app.quit(),
  });
  window.once("closed", () => {
    leave(); // no browser may find a listener that nobody waits at
    app.quit();
  });
  quitDespite(app, [isKeychainBusy, firstPaint.isTakingPicture]);
}
