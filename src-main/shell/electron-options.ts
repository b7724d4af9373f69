import path from "node:path";
import { app, type BrowserWindow, type Session, screen } from "electron";
import { deriveInWorker } from "../keys/derive-in-worker.ts";
import { developmentService } from "../keys/keychain-service.ts";
import type { CoreOptions } from "../outside-world.ts";
import type { StartTokenChild } from "../token/tokens.ts";
import { createChangeNotice } from "./change-notice.ts";
import { openEventChannel } from "./event-channel.ts";
import { createOpenBrowser, createOpenContact } from "./open-browser.ts";
import { openDeviceData } from "./open-device-data.ts";
import { createInstaller } from "./open-installer.ts";
import { requestThroughProxy } from "./proxy-request.ts";
import { createReportHandOver } from "./report-hand-over.ts";
import { bringToFront } from "./to-front.ts";
import { watchUserActivity } from "./user-activity.ts";
import { reloadPage } from "./window.ts";
import { writeClipboard } from "./write-clipboard.ts";

type Start = Pick<CoreOptions<Session>, "config" | "folder" | "rendering" | "sessions"> & {
  /** A browser that is opened inherits it. */
  readonly environment: NodeJS.ProcessEnv;
};

/** What is for the few that have a token is loaded with the first. */
function startTokenChildLate(environment: NodeJS.ProcessEnv): StartTokenChild {
  return async (module) => (await import("./start-token-child.ts")).createStartTokenChild(environment)(module);
}

/** The core's outside world: the facts of this start, and what only Electron and this window can do. */
export function electronOptions(window: BrowserWindow, start: Start): CoreOptions<Session> {
  const { webContents } = window;
  const events = openEventChannel(webContents);
  return {
    ...start,
    app,
    process,
    request: requestThroughProxy,
    keychain: { service: __RELEASE__ ? __PRODUCT_NAME__ : developmentService(__PRODUCT_NAME__) },
    ...(__HARDWARE_KEY__ && { startTokenChild: startTokenChildLate(start.environment) }),
    deriveKey: deriveInWorker(path.join(import.meta.dirname, "passcode-worker.js")),
    collectDeviceData: __RELEASE__ && __DEVICE_DATA__ === null ? null : openDeviceData(start.config.deviceData),
    reports: createReportHandOver(app, window),
    openBrowser: createOpenBrowser(start.config.signIn?.authorizationOrigin ?? null, start.environment),
    contacts: __CONTACTS__,
    openContact: createOpenContact(__CONTACTS__.support, start.environment),
    bringToFront: () => bringToFront(window),
    installer: createInstaller(window),
    writeClipboard,
    reloadWindow: () => reloadPage(webContents),
    noteChange: createChangeNotice(window),
    send: events.send,
    replayEvents: events.replay,
    watchUserActivity: (lock) => watchUserActivity(webContents, screen, lock),
  };
}
