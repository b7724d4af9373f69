import { hostname, release } from "node:os";
import path from "node:path";
import { type BackendSession, openBackend } from "./backend/open-backend.ts";
import { createBankContacts } from "./bridge/bank-contacts.ts";
import { createHandlers } from "./bridge/handlers.ts";
import { createOverview } from "./bridge/overview.ts";
import { createPinChanges } from "./change-pin/change.ts";
import { openChangeJournal } from "./change-pin/change-journal.ts";
import { createKeyAhead } from "./change-pin/key-ahead.ts";
import { noConsentedData } from "./device-data/no-device-data.ts";
import { openConsentedData } from "./device-data/open-consented-data.ts";
import { keychainOf } from "./diagnosis/check-keychain.ts";
import { openDiagnosis } from "./diagnosis/open-diagnosis.ts";
import { createCodeTimes } from "./keys/code-times.ts";
import { openDeviceKeychain } from "./keys/device-keychain.ts";
import { openEnrolmentMarkers } from "./keys/enrolment-marker.ts";
import { enrolmentScope } from "./keys/enrolment-scope.ts";
import { keychainForStep } from "./keys/keychain-for-step.ts";
import { createKeychainQueue } from "./keys/keychain-queue.ts";
import { openLetters } from "./keys/letters.ts";
import { openTokenSteps } from "./keys/open-token-steps.ts";
import { checkPresence, createPresence } from "./keys/presence.ts";
import { createKnownProtection } from "./keys/protection-level.ts";
import { createLeftKeys } from "./keys/remove-this-computer.ts";
import { createUnlockedKey } from "./keys/unlocked-key.ts";
import { createOneAtATime } from "./one-at-a-time.ts";
import type { CoreOptions } from "./outside-world.ts";
import { captureHidingOn } from "./settings/capture-hiding.ts";
import { openCurrentSettings } from "./settings/current-settings.ts";
import { createBankRules } from "./sign-in/bank-rules.ts";
import { openBrowserSignIn } from "./sign-in/browser/open-browser-sign-in.ts";
import { createCurrentCustomer } from "./sign-in/current-customer.ts";
import { createCustomerSession } from "./sign-in/customer-session.ts";
import { createSessionLock } from "./sign-in/session-lock.ts";
import { createSignInCheck } from "./sign-in/sign-in-check.ts";
import { openUpdates } from "./updates/open-updates.ts";

export type Core = ReturnType<typeof createCore>;

/**
 * Wires the program together, without Electron. The shell calls it, and so does every test of more than one part. It starts
 * nothing by itself: everything happens because a handler is called.
 */
export function createCore<Session extends BackendSession>(options: CoreOptions<Session>) {
  const { app, config, folder, rendering, reloadWindow, send } = options;
  const { lockTimes, codeCoolDownMs, passcodeCost } = config;

  const customer = createCurrentCustomer();
  const { backend, clock, demo, proxy, fetch, signInFetch, updateFetch } = openBackend(
    config,
    options.sessions,
    customer,
    options.request,
  );
  const rules = createBankRules(backend, () => performance.now());

  const tellWaits = (value: boolean) => send({ type: "keychain-waits", value });
  const keychainQueue = createKeychainQueue(config.keychainPatienceMs, tellWaits);
  const keychain = openDeviceKeychain(options.keychain.service, keychainQueue, options.keychain.load);
  const markers = openEnrolmentMarkers(path.join(folder, "enrolments"));
  const journal = openChangeJournal(path.join(folder, "changes"));
  const scope = () => enrolmentScope(config.backendOrigin, customer.require().customer_id);
  const enrolment = () => ({ keychain, markers, scope: scope() });
  const presence = createPresence();
  const codeTimes = createCodeTimes();
  const letters = openLetters({ backend, folder: path.join(folder, "letters"), now: clock.now });
  const unlocked = createUnlockedKey();
  const protection = createKnownProtection();
  const leftKeys = createLeftKeys();
  const tokenSteps = openTokenSteps({
    modules: config.tokenModules,
    start: options.startTokenChild,
    tellWaits: (value) => send({ type: "token-waits", value }),
  });

  const { deviceData, deviceConsents } =
    __RELEASE__ && __DEVICE_DATA__ === null // then none of it is in this file
      ? noConsentedData
      : openConsentedData({
          backend,
          collector: options.collectDeviceData,
          folder: path.join(folder, "device-consents"),
          scope,
          mode: rules.deviceData,
          now: clock.now,
        });

  const forCustomer = () => ({ backend, journal, scope: scope() });
  const keyAhead = createKeyAhead(forCustomer);
  const pinChanges = createPinChanges({
    forCustomer,
    unlocked,
    keyAhead,
    deviceData: deviceData.forStep,
    weakPins: config.weakPins,
    routes: rules.routes,
    isThisRemoved: () => checkPresence(presence, { enrolment: enrolment(), backend }),
    tellStage: (value) => send({ type: "pin-change-stage", value }),
    now: clock.now,
  });
  /** The session is over. */
  const forget = () => {
    deviceData.stop();
    tokenSteps.leave();
    pinChanges.forget();
  };
  const browser = openBrowserSignIn({
    ...options,
    config,
    fetchOnce: signInFetch,
    backendClock: clock,
    version: app.getVersion(),
    language: () => settings.view().language,
  });
  const lock = createSessionLock({
    times: lockTimes,
    browserMs: config.signInPatienceMs,
    customer,
    leave: () => browser?.cancel(),
    forget,
    reloadWindow,
  });

  const settings = openCurrentSettings({
    file: path.join(folder, "settings.json"),
    captureHiding: captureHidingOn({
      platform: process.platform,
      release: release(),
      environment: options.environment,
    }),
    rendering,
    keychain: keychainOf(process.platform),
    systemLanguages: () => config.systemLanguages ?? app.getPreferredSystemLanguages(),
    hasScreenReader: () => app.isAccessibilitySupportEnabled(),
    drawsInHardware: () => app.getGPUFeatureStatus().gpu_compositing.startsWith("enabled"),
  });
  const diagnosis = openDiagnosis({
    app,
    process: options.process,
    config,
    keychain,
    fetch,
    resolveProxy: (url) => options.sessions.ordinary.resolveProxy(url),
    language: () => settings.view().language,
    protection: protection.is,
    handOver: options.reports,
  });

  const updates =
    __RELEASE__ && __UPDATES__ === null // then none of it is in this file
      ? null
      : openUpdates({
          config,
          folder,
          fetch: updateFetch,
          version: app.getVersion(),
          installer: options.installer(() => settings.view().language),
          tellProgress: (value) => send({ type: "update-progress", value }),
          isChangeOpen: pinChanges.isOpen,
        });

  const beginStep = () => ({
    enrolment: { ...enrolment(), keychain: keychainForStep(keychain) },
    backend: deviceData.inBinding(backend),
    tokenSteps,
    leftKeys,
    leaveConsent: deviceConsents.leave,
  });
  const oneAtATime = createOneAtATime();
  const customerSession = createCustomerSession({
    backend,
    beginStep,
    browser,
    customer,
    demo,
    isUserActive: options.watchUserActivity(lock),
    lock,
    oneAtATime,
    pinChanges: {
      ...pinChanges,
      forget,
      forgetAllBut(scope) {
        tokenSteps.leave(); // the session before may have ended by itself
        pinChanges.forgetAllBut(scope);
      },
    },
    presence,
    reloadWindow,
    rules,
  });
  const showOverview = createOverview(
    {
      clock,
      codeCoolDownMs,
      codeTimes,
      customer,
      demo,
      deviceConsents,
      hasTokens: tokenSteps.areThere,
      journal,
      leftKeys,
      letters,
      lock,
      lockTimes,
      noteProtection: protection.note,
      pinChanges,
      presence,
      rules,
      version: app.getVersion(),
    },
    hostname(),
  );
  const handlers = createHandlers({
    backend,
    beginStep,
    browser,
    codeTimes,
    contacts: createBankContacts({ ...options, profile: options.contacts, language: () => settings.view().language }),
    customer,
    customerSession,
    deriveKey: options.deriveKey,
    deviceConsents,
    diagnosis,
    journal,
    keyAhead,
    leftKeys,
    letters,
    lock,
    noteChange: (now) => options.noteChange(now, settings.view().language),
    oneAtATime,
    passcodeCost,
    pinChanges,
    presence,
    proxy,
    reloadWindow,
    replayEvents: options.replayEvents,
    requireNewSignIn: browser === null ? async () => {} : createSignInCheck({ backend, customer }), // by name nothing is asked
    rules,
    settings,
    showOverview,
    tokenSteps,
    unlocked,
    updates,
    writeClipboard: options.writeClipboard,
  });

  return {
    handlers,
    settings,
    lock,
    send,
    /** Notes, before the window closes, that the cardholder has seen what it shows. */
    noteSeen: pinChanges.noteSeen,
    /** Ends the sign-in that waits for the browser, and the vendor's script, before the program ends. */
    leave: () => {
      deviceData.stop();
      tokenSteps.leave();
      browser?.cancel();
    },
    /** Whether a keychain operation is still running, even if nobody waits for it. */
    isKeychainBusy: keychainQueue.isBusy,
    /** For tests that go behind the handlers. */
    backend,
    keychain,
    enrolment,
  };
}
