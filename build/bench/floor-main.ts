// The floor of a start: the least that an Electron program can be with our page and our protection (docs/threat-model.md). Its own scheme, session,
// policy, preload, switches and checks of a start are ours, line by line; of the program itself there is nothing. What the page asks until its
// first screen is there is answered with constants. packed-programs.ts builds it.
import path from "node:path";
import { app, BrowserWindow, protocol, session } from "electron";
import type { SettingsView } from "../../src-contract/bridge/settings-view.ts";
import type { Overview } from "../../src-contract/bridge/views.ts";
import { appScheme, listWindow, serveWindow, windowUrl } from "../../src-main/shell/app-protocol.ts";
import { dieQuietly, hardenApp, isOnlyInstance } from "../../src-main/shell/hardening.ts";
import { cleanEnvironment } from "../../src-main/shell/start-environment.ts";
import { keepUserAgentAscii } from "../../src-main/shell/user-agent.ts";
import { whyNoStart } from "../../src-main/shell/why-no-start.ts";
import { showWindow, windowOptions } from "../../src-main/shell/window.ts";

const refusal = whyNoStart(process, app.isPackaged);
cleanEnvironment(process.env);
dieQuietly(process, (code) => app.exit(code));
if (refusal !== null) app.exit(64);
hardenApp(app);
keepUserAgentAscii(app);
protocol.registerSchemesAsPrivileged([appScheme]);
if (!isOnlyInstance(app, () => {})) app.exit();
const files = listWindow();
app.whenReady().then(start);

async function start(): Promise<void> {
  const windowSession = serveWindow(session, files, Promise.resolve(settings.language));
  const preload = path.join(import.meta.dirname, "../preload/index.cjs");
  const window = new BrowserWindow(windowOptions(preload, windowSession));
  window.once("ready-to-show", () => showWindow(window));
  const answers = { getSettings: settings, getOverview: overview, replayEvents: undefined, getUpdate: null };
  for (const [method, value] of Object.entries(answers))
    window.webContents.ipc.handle(method, () => ({ ok: true, value }));
  await window.loadURL(windowUrl);
}

const settings: SettingsView = {
  settings: {
    language: "system",
    theme: "system",
    textSize: 100,
    keypad: "off",
    hidesFromCapture: false,
    softwareRendering: false,
  },
  language: "en",
  captureHiding: "unsupported",
  screenReader: false,
  rendering: { now: "hardware", because: null, changesAtNextStart: false },
  keychain: "secret-service",
};

const overview: Overview = {
  version: "0.1.0",
  demoCustomers: null,
  signInBy: "browser",
  customer: null,
  device: null,
  lockedBecause: null,
  lock: { quietMs: 240_000, warningMs: 60_000 },
  codeCoolDownMs: 30_000,
  browserHintMs: 20_000,
  hasOpenChange: false,
  pausedChange: null,
  unusableFolder: null,
  pinChangeRoutes: [],
  waits: { pin_change: null, binding: null, code: null },
  letters: null,
  deviceConsent: null,
  protection: "keychain_passcode",
  bankTime: 0,
};
