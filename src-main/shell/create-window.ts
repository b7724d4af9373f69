import path from "node:path";
import { BrowserWindow, type Session, screen } from "electron";
import { showWindow, windowOptions } from "./window.ts";
import { fitWindowPlace, type Rectangle, readWindowPlace } from "./window-place.ts";

/** The file that remembers the window's place. @param folder the program's */
export const placeFileIn = (folder: string) => path.join(folder, "window.json");

/** Creates the only window, at its last place, still empty and hidden. */
export function createWindow(folder: string, windowSession: Session): BrowserWindow {
  const preload = path.join(import.meta.dirname, "../preload/index.cjs");
  const bounds = fitWindowPlace(readWindowPlace(placeFileIn(folder)), workAreas());
  return new BrowserWindow({ ...windowOptions(preload, windowSession), ...bounds });
}

/** Brings the window to the front, if it exists. */
export function showOpenWindow(): void {
  showWindow(BrowserWindow.getAllWindows()[0] ?? null);
}

/** The displays' work areas, the main one first. */
function workAreas(): Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
