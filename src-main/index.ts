import { app, dialog, protocol, session } from "electron";
import type { Language } from "../src-contract/rules/languages.ts";
import { appScheme, listWindow, serveWindow } from "./shell/app-protocol.ts";
import { createWindow, showOpenWindow } from "./shell/create-window.ts";
import { dieQuietly, hardenApp, isOnlyInstance } from "./shell/hardening.ts";
import { prepareRendering } from "./shell/prepare-rendering.ts";
import { canKeepFiles, profileFolder } from "./shell/profile-folder.ts";
import { refuseAtOnce, startProblem } from "./shell/refuse-at-once.ts";
import { profileUnusable, refuseStart } from "./shell/refuse-start.ts";
import { cleanEnvironment } from "./shell/start-environment.ts";
import { keepUserAgentAscii } from "./shell/user-agent.ts";
import { whyNoStart } from "./shell/why-no-start.ts";
import { loadWindow } from "./shell/window.ts";

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
    const files = listWindow(); // from here on while Electron gets ready
    files.catch(() => undefined); // start() meets it
    const begun = rendering.note("begun"); // on disk before drawing, which can crash the program
    app.whenReady().then(() => start(folder, rendering, files, begun));
  }
}

/**
 * Waits for nothing before the window has its page's address: each wait lets through what Chromium has yet to do
 * (docs/performance.md#start).
 */
async function start(
  folder: string,
  rendering: ReturnType<typeof prepareRendering>,
  files: ReturnType<typeof listWindow>,
  begun: Promise<void>,
): Promise<void> {
  let answers = (_language: Language) => {};
  const isAnswered = new Promise<Language>((resolve) => {
    answers = resolve;
  });
  // It reaches no network and loads only our files, and those once there is who answers them: the page calls at once.
  const windowSession = serveWindow(
    session,
    files,
    begun.then(() => isAnswered),
  );
  const window = createWindow(folder, windowSession);
  const loaded = loadWindow(window); // Electron starts the page's process now, while main reads the rest of the program
  const { runCore } = await import("./shell/run-core.ts");
  answers(runCore(window, { argv: process.argv, environment, folder, rendering }));
  await Promise.all([files, loaded]);
}
