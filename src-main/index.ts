import path from "node:path";
import { app, dialog, powerMonitor, protocol, session } from "electron";
import { createCore } from "./core.ts";
import { log } from "./log.ts";
import type { Rendering } from "./settings/rendering.ts";
import { answerForWindow, appScheme } from "./shell/app-protocol.ts";
import { electronOptions } from "./shell/electron-options.ts";
import { endWithWindow } from "./shell/end-with-window.ts";
import { openEventChannel } from "./shell/event-channel.ts";
import { cleanEnvironment, dieQuietly, hardenApp, isOnlyInstance } from "./shell/hardening.ts";
import { openDoor } from "./shell/ipc.ts";
import { lockWhenAway } from "./shell/lock-when-away.ts";
import { createWindow, runWindow, showOpenWindow } from "./shell/open-window.ts";
import { prepareRendering } from "./shell/prepare-rendering.ts";
import { canKeepFiles, profileFolder } from "./shell/profile-folder.ts";
import { refuseStart } from "./shell/refuse-start.ts";
import { openBackendSessions, openWindowSession } from "./shell/sessions.ts";
import { loadWindow } from "./shell/window.ts";
import { readConfig } from "./start-options.ts";

const environment = cleanEnvironment(process.env); // first of all: Chromium and Node read it as they start
dieQuietly(process, (code) => app.exit(code)); // nothing that goes wrong from here on may show a stack
hardenApp(app); // before Electron makes the first session and the first page
protocol.registerSchemesAsPrivileged([appScheme]); // taken only before Electron is ready
const isFirst = isOnlyInstance(app, showOpenWindow); // two would write the same files
const folder = profileFolder(app);
if (!canKeepFiles(folder, isFirst)) void refuseStart(app, dialog, folder, process.argv);
else if (!isFirst) app.exit();
else {
  const rendering = prepareRendering(app, folder); // told to Electron before it is ready
  app.whenReady().then(() => start(rendering));
}

async function start(rendering: Rendering): Promise<void> {
  const config = readConfig(process.argv);
  const built = (...names: string[]) => path.join(import.meta.dirname, "..", ...names);
  const windowSession = openWindowSession(session); // reaches no network
  const sessions = openBackendSessions(session); // reach the backend, and no page is in them
  windowSession.protocol.handle("app", await answerForWindow(built("renderer"), session)); // all that the window can load
  await rendering.note("begun"); // on the disk before anything is drawn, which can end the program
  const placeFile = path.join(folder, "window.json");
  const window = createWindow({ preload: built("preload", "index.cjs"), windowSession, placeFile });
  const events = openEventChannel(window.webContents); // the only way on which main speaks first
  const core = createCore(electronOptions(window, events, { config, environment, folder, rendering, sessions }));
  runWindow(window, { placeFile, rendering, settings: core.settings, noteSeen: core.noteSeen, sendEvent: events.send });
  lockWhenAway(powerMonitor, core.lock); // nobody may find a session on a computer that was left
  endWithWindow(app, core.isKeychainBusy); // nothing may outlive the window
  openDoor(window.webContents, core.handlers); // before the page, which asks at once
  await loadWindow(window);
  log({ event: "app_started" });
}
