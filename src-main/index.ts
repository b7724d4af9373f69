import path from "node:path";
import { app, BrowserWindow, Menu, powerMonitor, protocol, session } from "electron";
import { languages } from "../src-preload/contract/languages.ts";
import { defaultPinRuleReading } from "../src-preload/contract/pin-rules.ts";
import { answerFrom, answerFromDevelopmentServer, appScheme, readWindowFiles, windowUrl } from "./app-protocol.ts";
import { lockWhenAway } from "./away.ts";
import { openBackend } from "./backend/open-backend.ts";
import { openChangeJournal } from "./card-pin/change-journal.ts";
import { createPinSteps } from "./card-pin/pin-steps.ts";
import { readConfig } from "./config.ts";
import { deriveInWorker } from "./device/derive-in-worker.ts";
import { openDeviceKeychain } from "./device/device-keychain.ts";
import { openEnrolmentMarkers } from "./device/enrolment-marker.ts";
import { enrolmentScope } from "./device/enrolment-scope.ts";
import { createPresence } from "./device/presence.ts";
import { createUnlockedKey } from "./device/unlocked-key.ts";
import { openDiagnosis } from "./diagnosis/open-diagnosis.ts";
import { createHandlers } from "./handlers.ts";
import { cleanEnvironment, dieQuietly, hardenApp, isOnlyInstance } from "./hardening.ts";
import { openDoor } from "./ipc.ts";
import { log } from "./log.ts";
import { menuTemplate } from "./menu.ts";
import { createReportHandOver } from "./report-hand-over.ts";
import { openBackendSessions, openWindowSession } from "./session.ts";
import { createBankRules } from "./sign-in/bank-rules.ts";
import { createCurrentCustomer } from "./sign-in/current-customer.ts";
import { createSessionLock } from "./sign-in/session-lock.ts";
import { closeOnceSeen, reloadAfterCrash, showWindow, windowOptions } from "./window.ts";

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
  const { backend, demo } = openBackend(config, backendSessions, customer);
  const rules = createBankRules(backend, Date.now);

  const own = (...names: string[]) => path.join(app.getPath("userData"), ...names);
  const keychain = openDeviceKeychain(__RELEASE__ ? __PRODUCT_NAME__ : `${__PRODUCT_NAME__} (development)`);
  const markers = openEnrolmentMarkers(own("enrolments"));
  const journal = openChangeJournal(own("changes"));
  const scope = () => enrolmentScope(config.backendOrigin, customer.require().customer_id);
  const enrolment = () => ({ keychain, markers, scope: scope() });
  const deriveKey = deriveInWorker(path.join(import.meta.dirname, "passcode-worker.js"));
  const unlocked = createUnlockedKey();
  const pinSteps = createPinSteps({
    parts: () => ({ backend, journal, scope: scope() }),
    unlocked,
    reading: defaultPinRuleReading,
    weakPins: __POLICY__.weakPins,
    routes: rules.routes,
  });

  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
  window = new BrowserWindow(windowOptions(path.join(import.meta.dirname, "../preload/index.cjs"), windowSession));
  const { webContents } = window;
  const reloadWindow = () => webContents.reload();
  const { lockTimes, codeCoolDownMs } = config;
  const lock = createSessionLock({ times: lockTimes, customer, forget: pinSteps.forget, reloadWindow });
  lockWhenAway(powerMonitor, lock);
  const language = () => languages.find((one) => app.getLocale().startsWith(one)) ?? "en";
  const handOver = createReportHandOver(app, window);
  const { ordinary } = backendSessions;
  const diagnosis = openDiagnosis({ app, process, config, keychain, session: ordinary, language, handOver });
  const times = { lockTimes, codeCoolDownMs };
  const situation = { customer, demo, enrolment, journal, lock, ...times, presence: createPresence(), rules };
  const work = { backend, deriveKey, diagnosis, pinSteps, reloadWindow, unlocked };
  openDoor(webContents, createHandlers({ ...situation, ...work, version: app.getVersion() }));
  reloadAfterCrash(webContents);
  window.once("ready-to-show", () => showWindow(window));
  closeOnceSeen(window, pinSteps.noteSeen);
  window.once("closed", () => app.quit());
  await window.loadURL(windowUrl);
  log({ event: "app_started" });
}

async function windowAnswers() {
  if (__DEVELOPMENT_SERVER__ !== "")
    return answerFromDevelopmentServer((url, init) => session.defaultSession.fetch(url, init));
  return answerFrom(await readWindowFiles(path.join(import.meta.dirname, "../renderer")));
}
