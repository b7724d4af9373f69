import type { App, BrowserWindow } from "electron";
import { log } from "../log.ts";
import type { Rendering } from "../settings/rendering.ts";
import { isBlankPicture } from "./blank-picture.ts";

const LOOK_EVERY_MS = 300;
const LOOKS = 100;
/** After this long without a paint, people close the blank window. */
const LATE_AFTER_MS = 4000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Notes when the GPU process dies; its end with the app is normal. */
export function noteDeadGpuProcess(app: Pick<App, "on">, { note }: Pick<Rendering, "note">): void {
  app.on("child-process-gone", (_event, { type, reason }) => {
    if (type !== "GPU" || reason === "clean-exit") return;
    log({ event: "gpu_process_died" });
    void note("gpu-process-died");
  });
}

/**
 * Notes whether the window has really been painted. Electron's `ready-to-show` does not prove it: with broken graphics it
 * fires and the window stays blank. If it never fires, the late window is shown anyway, so there is something to close.
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

/** Whether something is on the screen, as far as Chromium knows. The picture is only checked, never kept. */
async function isPainted(window: BrowserWindow): Promise<boolean> {
  try {
    const picture = await window.webContents.capturePage();
    return !isBlankPicture(picture.toBitmap());
  } catch {
    return false; // the window was closed meanwhile, or there is nothing to capture
  }
}
