import path from "node:path";
import { app, type IpcMainEvent, type Session, session, type WebContents, WebContentsView } from "electron";
import { deviceDataChannel, isDeviceData } from "../../src-contract/bridge/device-data-message.ts";
import type { CollectDeviceData } from "../device-data/collect-device-data.ts";
import type { DeviceDataProfile } from "../device-data/device-data-profile.ts";
import { deviceDataUrl, listDeviceDataFiles } from "./device-data-files.ts";
import { openDeviceDataSession } from "./device-data-session.ts";
import { webPreferences } from "./window.ts";

/** How long a script's process may live, and how much memory it may have. */
const usualLimits = { livesMs: 5_000, memoryKiB: 512 * 1024 };
const LOOKS_EACH_MS = 250;

/**
 * Runs the partner's script in a page that no window shows (docs/threat-model.md#device-data-page): sandboxed like every page, in
 * a process and a session of its own. Its first message, whatever it says, ends the process, as do five seconds.
 * @param limits for tests on a busy computer
 */
export function createDeviceDataPage(
  { folder, domains }: DeviceDataProfile,
  { livesMs, memoryKiB } = usualLimits,
): CollectDeviceData {
  /** Ends what runs; what was asked for before it and has not begun yet does not begin. */
  let stop = () => {};
  let own: Promise<Session> | null = null;
  /** Until the session has forgotten what the script before has left there, such as a domain's cookies. */
  let forgotten: Promise<unknown> = Promise.resolve();

  const open = async () => {
    const files = await listDeviceDataFiles(folder ?? path.join(import.meta.dirname, "device-data"));
    return openDeviceDataSession(session, files, domains);
  };
  const run = async (consentId: string, isStopped: () => boolean, onStop: (end: () => void) => void) => {
    own ??= open();
    const opened = await own;
    await forgotten;
    if (isStopped()) return null;
    const view = new WebContentsView({ webPreferences: preferencesIn(opened) });
    const { webContents: contents } = view;
    const handedOver = new Promise<string | null>((resolve) => {
      onStop(() => resolve(null));
      contents.ipc.once(deviceDataChannel, (event, text: unknown) => {
        resolve(isOfPage(event, contents) && isDeviceData(text) ? text : null);
      });
      contents.once("render-process-gone", () => resolve(null));
      contents.once("destroyed", () => resolve(null));
      contents.loadURL(`${deviceDataUrl}#${consentId}`).catch(() => resolve(null));
    });
    const late = setTimeout(() => stop(), livesMs);
    const looks = setInterval(() => {
      if (memoryOf(contents) > memoryKiB) stop();
    }, LOOKS_EACH_MS);
    try {
      return await handedOver;
    } finally {
      clearTimeout(late);
      clearInterval(looks);
      end(view.webContents); // by the view, or it would be collected with its page while the script runs (seen)
      forgotten = opened.clearStorageData().catch(() => undefined);
    }
  };

  return {
    async collect(consentId) {
      stop();
      let isStopped = false;
      let endPage = () => {};
      stop = () => {
        isStopped = true;
        endPage();
      };
      try {
        return await run(
          consentId,
          () => isStopped,
          (how) => {
            endPage = how;
          },
        );
      } catch {
        own = null; // the folder cannot be read, or the session not be opened: there is no device data
        return null;
      }
    },
    stop: () => stop(),
  };
}

/** The window's, but for the preload, which has one function, and for sound: nobody can press anything there that would allow it. */
function preferencesIn(own: Session) {
  const preload = path.join(import.meta.dirname, "../preload/hand-over-device-data.cjs");
  const soundless = { autoplayPolicy: "document-user-activation-required" } as const;
  return { ...webPreferences, ...soundless, preload, session: own, backgroundThrottling: false };
}

/** Must be asked before anything is waited for. The page has no origin to compare: its sandbox takes it away. */
function isOfPage({ sender, senderFrame }: IpcMainEvent, contents: WebContents): boolean {
  try {
    return sender === contents && senderFrame === contents.mainFrame && senderFrame.url.startsWith(`${deviceDataUrl}#`);
  } catch {
    return false; // the frame has gone
  }
}

/** In KiB. */
function memoryOf(contents: WebContents): number {
  if (contents.isDestroyed()) return 0;
  const pid = contents.getOSProcessId();
  return app.getAppMetrics().find((process) => process.pid === pid)?.memory.workingSetSize ?? 0;
}

/** Ends the process even where a script never yields. */
function end(contents: WebContents): void {
  if (contents.isDestroyed()) return;
  contents.forcefullyCrashRenderer();
  contents.close();
}
