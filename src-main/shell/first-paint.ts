import type { App, BrowserWindow } from "electron";
import { log } from "../log.ts";
import type { Rendering } from "../settings/rendering.ts";
import { isBlankPicture } from "./blank-picture.ts";

const LOOK_EVERY_MS = 300;
const LOOKS = 100;
/** Who waits longer than this for a loaded page looks at a blank window, and soon closes it. */
const LATE_AFTER_MS = 4000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The process that draws is a child of ours; that it ends with the app is in order. */
export function noteDeadGpuProcess(app: Pick<App, "on">, { note }: Pick<Rendering, "note">): void {
  app.on("child-process-gone", (_event, { type, reason }) => {
    if (type !== "GPU" || reason === "clean-exit") return;
    log({ event: "gpu_process_died" });
    void note("gpu-process-died");
  });
}

/**
 * Notes whether the window has really been painted. Electron's `ready-to-show` alone does not say so: on broken graphics it
 * comes, and the window stays blank. Where it does not even come, the window is shown when it is late, so that there is
 * something to close.
 */
export function watchFirstPaint(window: BrowserWindow, { note }: Pick<Rendering, "note">, show: () => void): void {
  window.once("ready-to-show", async () => {
    show();
    if (await becomesPainted(window)) await note("painted");
  });
  window.webContents.once("did-finish-load", async () => {
    await sleep(LATE_AFTER_MS);
    if (window.isDestroyed() || window.isMinimized()) return;
    if (!window.isVisible()) show();
    await note("late");
  });
}

async function becomesPainted(window: BrowserWindow): Promise<boolean> {
  for (let look = 0; look < LOOKS && !window.isDestroyed(); look++) {
    if (await isPainted(window)) return true;
    await sleep(LOOK_EVERY_MS);
  }
  return false;
}

/** What lands on the screen, as far as Chromium can tell. The picture is looked at and let go. */
async function isPainted(window: BrowserWindow): Promise<boolean> {
  try {
    const picture = await window.webContents.capturePage();
    return !isBlankPicture(picture.toBitmap());
  } catch {
    return false; // the window was closed meanwhile, or there is nothing to take a picture of
  }
}
