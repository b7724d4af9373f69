import path from "node:path";
import { app, BrowserWindow, Menu, powerMonitor, protocol, session } from "electron";
import { answerFrom, answerFromDevelopmentServer, appScheme, readWindowFiles, windowUrl } from "./app-protocol.ts";
import { wipeWhenAway } from "./away.ts";
import { createBackendClient } from "./backend/backend-client.ts";
import { createOnceFetch } from "./backend/once-fetch.ts";
import { createPinOutcome } from "./card-pin/pin-outcome.ts";
import { readConfig } from "./config.ts";
import { openDeviceKeychain } from "./device/device-keychain.ts";
import { openEnrolmentMarkers } from "./device/enrolment-marker.ts";
import { enrolmentScope } from "./device/enrolment-scope.ts";
import { createHandlers } from "./handlers.ts";
import { cleanEnvironment, dieQuietly, hardenApp, isOnlyInstance } from "./hardening.ts";
import { openDoor } from "./ipc.ts";
import { log } from "./log.ts";
import { menuTemplate } from "./menu.ts";
import { openBackendSessions, openWindowSession } from "./session.ts";
import { createCurrentCustomer } from "./sign-in/current-customer.ts";
import { createDemoSignIn } from "./sign-in/demo-sign-in.ts";
import { reloadAfterCrash, showWindow, windowOptions } from "./window.ts";

cleanEnvironment(process.env);
dieQuietly(process, (code) => app.exit(code));
hardenApp(app);
protocol.registerSchemesAsPrivileged([appScheme]);
let window: BrowserWindow | null = null;
if (isOnlyInstance(app, () => showWindow(window))) app.whenReady().then(start);
else app.exit();

async function start(): Promise<void> {
  const config = readConfig(process.argv);
  const windowSession = openWindowSession(session);
  const backendSessions = openBackendSessions(session);
  windowSession.protocol.handle("app", await windowAnswers());

  const customer = createCurrentCustomer();
  const connection = {
    origin: config.backendOrigin,
    timeoutMs: config.callTimeoutMs,
    fetch: (url: string, init: RequestInit) => backendSessions.ordinary.fetch(url, init),
    fetchOnce: createOnceFetch(backendSessions.once),
    token: customer.token,
    onSignedOut: customer.clearIf,
  };
  const backend = createBackendClient(connection);
  const demo = __RELEASE__ ? null : createDemoSignIn(connection);
  const keychain = openDeviceKeychain(__RELEASE__ ? __PRODUCT_NAME__ : `${__PRODUCT_NAME__} (development)`);
  const markers = openEnrolmentMarkers(path.join(app.getPath("userData"), "enrolments"));
  const enrolment = () => ({
    keychain,
    markers,
    scope: enrolmentScope(config.backendOrigin, customer.require().customer_id),
  });

  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  window = new BrowserWindow(windowOptions(path.join(import.meta.dirname, "../preload/index.cjs"), windowSession));
  const { webContents } = window;
  const reloadWindow = () => webContents.reload();
  const version = app.getVersion();
  const pinOutcome = createPinOutcome();
  openDoor(webContents, createHandlers({ backend, demo, customer, enrolment, pinOutcome, reloadWindow, version }));
  wipeWhenAway(powerMonitor, pinOutcome, reloadWindow);
  reloadAfterCrash(webContents);
  window.once("ready-to-show", () => showWindow(window));
  window.once("closed", () => app.quit());
  await window.loadURL(windowUrl);
  log({ event: "app_started" });
}

async function windowAnswers() {
  if (__DEVELOPMENT_SERVER__ !== "")
    return answerFromDevelopmentServer((url, init) => session.defaultSession.fetch(url, init));
  return answerFrom(await readWindowFiles(path.join(import.meta.dirname, "../renderer")));
}
