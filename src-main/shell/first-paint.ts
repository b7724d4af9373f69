import type { App, BrowserWindow } from "electron";
import { log } from "../log.ts";
import type { Rendering } from "../settings/rendering.ts";
import { withTimeout } from "../with-timeout.ts";
import { isBlankPicture } from "./blank-picture.ts";

const LOOK_EVERY_MS = 300;
const LOOKS = 100;
/** After this long without a paint, people close the blank window. */
const LATE_AFTER_MS = 4000;

/** A picture takes some tenths of a second. Graphics that are stuck never answer, and a closed window must go nevertheless. */
const GIVES_UP_AFTER_MS = 2000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Notes when the GPU process dies; its end with the app is normal. */
export function noteDeadGpuProcess(app: Pick<App, "on">, { note }: Pick<Rendering, "note">): void {
  app.on("child-process-gone", (_event, { type, reason }) => {
    if (type !== "GPU" || reason === "clean-exit") return;
    log({ event: "gpu_process_died" });
    void note("gpu-process-died");
  });
}

/** Looks at the window until it has been painted. */
export interface FirstPaint {
  /** Takes no more pictures. @returns once none is being taken, or after GIVES_UP_AFTER_MS if graphics are stuck */
  readonly stopLooking: () => Promise<void>;
  /** Whether a picture is being taken: a program that ends now crashes (quit-despite.ts). */
  readonly isTakingPicture: () => boolean;
}

/**
 * Notes whether the window has really been painted. Electron's `ready-to-show` does not prove it: with broken graphics it
 * fires and the window stays blank. If it never fires, the late window is shown anyway, so there is something to close.
 */
export function watchFirstPaint(
  window: BrowserWindow,
  { note }: Pick<Rendering, "note">,
  show: () => void,
): FirstPaint {
  let isStopped = false;
  let picture: Promise<boolean> | null = null;
  const becomesPainted = async () => {
    for (let look = 0; look < LOOKS && !isStopped && !window.isDestroyed(); look++) {
      picture = isPainted(window);
      const isDone = await picture;
      picture = null;
      if (isDone) return !isStopped; // a window that is being closed has had its last note
      await sleep(LOOK_EVERY_MS);
    }
    return false;
  };
  window.once("ready-to-show", async () => {
    show();
    if (await becomesPainted()) await note("painted");
  });
  window.webContents.once("did-finish-load", async () => {
    await sleep(LATE_AFTER_MS);
    if (window.isDestroyed() || window.isMinimized()) return;
    if (!window.isVisible()) show();
    await note("late");
  });
  return {
    async stopLooking() {
      isStopped = true;
      if (picture !== null) await withTimeout(GIVES_UP_AFTER_MS, picture, false);
    },
    isTakingPicture: () => picture !== null,
  };
}

/** Of the top of the page, which the bar with the product's name is in: a picture of all takes main a moment, and 5 MB. */
const LOOKED_AT_PX = 96;

/** Whether something is on the screen, as far as Chromium knows. The picture is only checked, never kept. */
async function isPainted(window: BrowserWindow): Promise<boolean> {
  try {
    const { width } = window.getContentBounds();
    const picture = await window.webContents.capturePage({ x: 0, y: 0, width, height: LOOKED_AT_PX });
    return !isBlankPicture(picture.toBitmap());
  } catch {
    return false; // the window was closed meanwhile, or there is nothing to capture
  }
}
