import path from "node:path";
import { app, type BrowserWindow, dialog, powerMonitor, protocol, screen, session } from "electron";
import { openBackend } from "./backend/open-backend.ts";
import { createHandlers } from "./bridge/handlers.ts";
import { openChangeJournal } from "./change-pin/change-journal.ts";
import { createPinSteps } from "./change-pin/pin-steps.ts";
import { openDiagnosis } from "./diagnosis/open-diagnosis.ts";
import { deriveInWorker } from "./keys/derive-in-worker.ts";
import { openDeviceKeychain } from "./keys/device-keychain.ts";
import { openEnrolmentMarkers } from "./keys/enrolment-marker.ts";
import { enrolmentScope } from "./keys/enrolment-scope.ts";
import { createKeychainLane } from "./keys/keychain-lane.ts";
import { developmentService } from "./keys/keychain-service.ts";
import { checkPresence, createPresence } from "./keys/presence.ts";
import { createUnlockedKey } from "./keys/unlocked-key.ts";
import { log } from "./log.ts";
import type { Rendering } from "./settings/rendering.ts";
import { answerForWindow, appScheme } from "./shell/app-protocol.ts";
import { createEventChannel } from "./shell/event-channel.ts";
import { cleanEnvironment, dieQuietly, hardenApp, isOnlyInstance } from "./shell/hardening.ts";
import { openDoor } from "./shell/ipc.ts";
import { lockWhenAway } from "./shell/lock-when-away.ts";
import { openSettings, prepareRendering } from "./shell/open-settings.ts";
import { openWindow } from "./shell/open-window.ts";
import { canKeepFiles, profileFolder } from "./shell/profile-folder.ts";
import { requestThroughProxy } from "./shell/proxy-request.ts";
import { refuseStart } from "./shell/refuse-start.ts";
import { createReportHandOver } from "./shell/report-hand-over.ts";
import { openBackendSessions, openWindowSession } from "./shell/sessions.ts";
import { watchForSomebody } from "./shell/signs-of-somebody.ts";
import { loadAnew, loadWindow, showWindow } from "./shell/window.ts";
import { createBankRules } from "./sign-in/bank-rules.ts";
import { createCurrentCustomer } from "./sign-in/current-customer.ts";
import { createSessionLock } from "./sign-in/session-lock.ts";
import { readConfig } from "./start-options.ts";

const environment = cleanEnvironment(process.env);
dieQuietly(process, (code) => app.exit(code));
hardenApp(app);
protocol.registerSchemesAsPrivileged([appScheme]);
let window: BrowserWindow | null = null;
const isFirst = isOnlyInstance(app, () => showWindow(window));
const profile = profileFolder(app);
if (!canKeepFiles(profile, isFirst)) void refuseStart(app, dialog, profile, process.argv);
else if (isFirst) {
  const rendering = prepareRendering(app);
  app.whenReady().then(() => start(rendering));
} else app.exit();

async function start(rendering: Rendering): Promise<void> {
  const config = readConfig(process.argv);
  const begun = rendering.note("begun");
  const windowSession = openWindowSession(session);
  const backendSessions = openBackendSessions(session);
  const files = path.join(import.meta.dirname, "../renderer");
  windowSession.protocol.handle("app", await answerForWindow(files, session));

  const customer = createCurrentCustomer();
  const way = openBackend(config, backendSessions, customer, requestThroughProxy);
  const { backend, clock, demo, proxy } = way;
  const rules = createBankRules(backend, () => performance.now());

  const own = (...names: string[]) => path.join(profile, ...names);
  const events = createEventChannel();
  const sendEvent = events.send;
  const tellWaits = (value: boolean) => sendEvent({ type: "keychain-waits", value });
  const keychainLane = createKeychainLane(config.keychainPatienceMs, tellWaits);
  // Node's end waits for its threads: the program would stay without a window, and no other could be started beside it.
  app.once("quit", () => keychainLane.isBusy() && process.kill(process.pid, "SIGKILL"));
  const service = __RELEASE__ ? __PRODUCT_NAME__ : developmentService(__PRODUCT_NAME__);
  const keychain = openDeviceKeychain(service, keychainLane);
  const markers = openEnrolmentMarkers(own("enrolments"));
  const journal = openChangeJournal(own("changes"));
  const scope = () => enrolmentScope(config.backendOrigin, customer.require().customer_id);
  const enrolment = () => ({ keychain, markers, scope: scope() });
  const deriveKey = deriveInWorker(path.join(import.meta.dirname, "passcode-worker.js"));
  const unlocked = createUnlockedKey();
  const presence = createPresence();
  const pinSteps = createPinSteps({
    parts: () => ({ backend, journal, scope: scope() }),
    unlocked,
    weakPins: __POLICY__.weakPins,
    routes: rules.routes,
    isThisRemoved: () => checkPresence(presence, { enrolment: enrolment(), backend }),
    tellStage: (value) => sendEvent({ type: "pin-change-stage", value }),
  });

  const settings = openSettings(app, { ...config, rendering, environment });
  await begun;
  const preload = path.join(import.meta.dirname, "../preload/index.cjs");
  const windowParts = { preload, windowSession, placeFile: own("window.json"), rendering, settings };
  window = openWindow({ ...windowParts, noteSeen: pinSteps.noteSeen, sendEvent });
  const { webContents } = window;
  events.attach(webContents);
  const reloadWindow = () => loadAnew(webContents);
  const { lockTimes, codeCoolDownMs, passcodeCost } = config;
  const lock = createSessionLock({ times: lockTimes, customer, forget: pinSteps.forget, reloadWindow });
  lockWhenAway(powerMonitor, lock);
  const isSomebodyActing = watchForSomebody(webContents, screen, lock);
  const handOver = createReportHandOver(app, window);
  const resolveProxy = (url: string) => backendSessions.ordinary.resolveProxy(url);
  const inquiry = { fetch: way.fetch, resolveProxy, language: () => settings.view().language };
  const diagnosis = openDiagnosis({ app, process, config, keychain, handOver, ...inquiry });
  const times = { lockTimes, codeCoolDownMs };
  const situation = { clock, customer, demo, enrolment, journal, lock, ...times, presence, rules };
  const work = {
    backend,
    deriveKey,
    diagnosis,
    isSomebodyActing,
    passcodeCost,
    pinSteps,
    proxy,
    reloadWindow,
    replayEvents: events.replay,
    settings,
    unlocked,
  };
  openDoor(webContents, createHandlers({ ...situation, ...work, version: app.getVersion() }));
  await loadWindow(window);
  log({ event: "app_started" });
}
