import { app, dialog, powerMonitor, protocol, session } from "electron";
import { createCore } from "./core.ts";
import { appScheme, serveWindow } from "./shell/app-protocol.ts";
import { electronOptions } from "./shell/electron-options.ts";
import { cleanEnvironment, dieQuietly, hardenApp, isOnlyInstance } from "./shell/hardening.ts";
import { openDoor } from "./shell/ipc.ts";
import { lockWhenAway } from "./shell/lock-when-away.ts";
import { createWindow, runWindow, showOpenWindow } from "./shell/open-window.ts";
import { prepareRendering } from "./shell/prepare-rendering.ts";
import { canKeepFiles, profileFolder } from "./shell/profile-folder.ts";
import { refuseStart } from "./shell/refuse-start.ts";
import { openBackendSessions } from "./shell/sessions.ts";
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

async function start(rendering: ReturnType<typeof prepareRendering>): Promise<void> {
  const config = readConfig(process.argv);
  const sessions = openBackendSessions(session); // they reach the backend, and no page is in them
  const windowSession = await serveWindow(session); // it reaches no network and loads our files alone
  await rendering.note("begun"); // on the disk before anything is drawn, which can end the program
  const window = createWindow(folder, windowSession);
  const core = createCore(electronOptions(window, { config, environment, folder, rendering, sessions }));
  runWindow(window, { folder, rendering, core });
  lockWhenAway(powerMonitor, core.lock); // nobody may find a session on a computer that was left
  openDoor(window.webContents, core.handlers); // before the page, which asks at once
  await loadWindow(window);
}
