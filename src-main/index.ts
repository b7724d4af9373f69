import { app, dialog, powerMonitor, protocol, session } from "electron";
import { createCore } from "./core.ts";
import { appScheme, serveWindow } from "./shell/app-protocol.ts";
import { electronOptions } from "./shell/electron-options.ts";
import { dieQuietly, hardenApp, isOnlyInstance } from "./shell/hardening.ts";
import { openDoor } from "./shell/ipc.ts";
import { lockWhenAway } from "./shell/lock-when-away.ts";
import { createWindow, runWindow, showOpenWindow } from "./shell/open-window.ts";
import { prepareRendering } from "./shell/prepare-rendering.ts";
import { canKeepFiles, profileFolder } from "./shell/profile-folder.ts";
import { refuseAtOnce, startProblem } from "./shell/refuse-at-once.ts";
import { profileUnusable, refuseStart } from "./shell/refuse-start.ts";
import { openMainSessions } from "./shell/sessions.ts";
import { cleanEnvironment } from "./shell/start-environment.ts";
import { keepUserAgentAscii } from "./shell/user-agent.ts";
import { whyNoStart } from "./shell/why-no-start.ts";
import { loadWindow } from "./shell/window.ts";
import { readConfig } from "./start-options.ts";

const refusal = __RELEASE__ ? whyNoStart(process, app.isPackaged) : null; // asked before the variables are gone
const environment = cleanEnvironment(process.env); // first: Chromium and Node read it as they start
dieQuietly(process, (code) => app.exit(code)); // from here on no error may show a stack
if (refusal !== null && !refusal.isToTell) refuseAtOnce(refusal, app, dialog, process); // never returns
hardenApp(app); // before Electron creates the first session and page
if (refusal !== null) void refuseStart(app, dialog, profileFolder(app), process.argv, startProblem(refusal));
else begin();

function begin(): void {
  keepUserAgentAscii(app); // before the first session has it
  protocol.registerSchemesAsPrivileged([appScheme]); // only possible before Electron is ready
  const isFirst = isOnlyInstance(app, showOpenWindow); // two instances would write the same files
  const folder = profileFolder(app);
  if (!canKeepFiles(folder, isFirst)) {
    void refuseStart(app, dialog, folder, process.argv, profileUnusable(folder));
  } else if (!isFirst) app.exit();
  else {
    const rendering = prepareRendering(app, folder); // Electron must know before it is ready
    app.whenReady().then(() => start(folder, rendering));
  }
}

async function start(folder: string, rendering: ReturnType<typeof prepareRendering>): Promise<void> {
  const config = readConfig(process.argv);
  const sessions = openMainSessions(session, config); // they reach backend and identity provider, and load no page
  const windowSession = await serveWindow(session); // it reaches no network and loads only our files
  await rendering.note("begun"); // on disk before drawing, which can crash the program
  const window = createWindow(folder, windowSession);
  const core = createCore(electronOptions(window, { config, environment, folder, rendering, sessions }));
  runWindow(window, { folder, rendering, core });
  lockWhenAway(powerMonitor, core.lock); // nobody may find an open session on an unattended computer
  openDoor(window.webContents, core.handlers); // before the page, which calls it at once
  await loadWindow(window);
}
