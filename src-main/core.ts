import { hostname, release } from "node:os";
import path from "node:path";
import type { SendEvent } from "../src-contract/bridge/events.ts";
import type { OpenedContact } from "../src-contract/bridge/partner-identity.ts";
import type { Language } from "../src-contract/rules/languages.ts";
import { type BackendSession, openBackend } from "./backend/open-backend.ts";
import type { NetRequest } from "./backend/proxy/head-request.ts";
import { type ContactsOfProfile, createBankContacts } from "./bridge/bank-contacts.ts";
import type { ChangeNow } from "./bridge/change-now.ts";
import { createHandlers } from "./bridge/handlers.ts";
import { createOverview } from "./bridge/overview.ts";
import { createTokenChoice } from "./bridge/token-choice.ts";
import { createPinChanges } from "./change-pin/change.ts";
import { openChangeJournal } from "./change-pin/change-journal.ts";
import { createKeyAhead } from "./change-pin/key-ahead.ts";
import type { CollectDeviceData } from "./device-data/collect-device-data.ts";
import { noConsentedData } from "./device-data/no-device-data.ts";
import { openConsentedData } from "./device-data/open-consented-data.ts";
import { keychainOf } from "./diagnosis/check-keychain.ts";
import type { ProgramFacts } from "./diagnosis/describe-program.ts";
import type { ReportHandOver } from "./diagnosis/diagnosis.ts";
import { openDiagnosis } from "./diagnosis/open-diagnosis.ts";
import { createCodeTimes } from "./keys/code-times.ts";
import { type Keytar, openDeviceKeychain } from "./keys/device-keychain.ts";
import { openEnrolmentMarkers } from "./keys/enrolment-marker.ts";
import { enrolmentScope } from "./keys/enrolment-scope.ts";
import type { DeriveKey } from "./keys/key-wrapping.ts";
import { keychainForStep } from "./keys/keychain-for-step.ts";
import { createKeychainQueue } from "./keys/keychain-queue.ts";
import { openLetters } from "./keys/letters.ts";
import { checkPresence, createPresence } from "./keys/presence.ts";
import { createKnownProtection } from "./keys/protection-level.ts";
import { createLeftKeys } from "./keys/remove-this-computer.ts";
import { createUnlockedKey } from "./keys/unlocked-key.ts";
import { createOneAtATime } from "./one-at-a-time.ts";
import { captureHidingOn } from "./settings/capture-hiding.ts";
import { openCurrentSettings } from "./settings/current-settings.ts";
import type { Rendering } from "./settings/rendering.ts";
import { createBankRules } from "./sign-in/bank-rules.ts";
import { openBrowserSignIn } from "./sign-in/browser/open-browser-sign-in.ts";
import { createCurrentCustomer } from "./sign-in/current-customer.ts";
import { createCustomerSession } from "./sign-in/customer-session.ts";
import { createSessionLock, type SessionLock } from "./sign-in/session-lock.ts";
import { createSignInCheck } from "./sign-in/sign-in-check.ts";
import type { Config } from "./start-options.ts";
import { openTokens } from "./token/open-tokens.ts";
import type { StartTokenChild } from "./token/tokens.ts";
import { type Installer, openUpdates } from "./updates/open-updates.ts";

/** The outside world: everything that the program needs but does not create itself. `Session` is Electron's session. */
export interface CoreOptions<Session> {
  readonly config: Config;
  /** Where the program keeps its files. */
  readonly folder: string;
  /** The cleaned environment (start-environment.ts). */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  /** sessions.ts says what each is for. */
  readonly sessions: Readonly<Record<"ordinary" | "once" | "signIn" | "updates", Session>>;
  /** Electron's `net.request`. */
  readonly request: NetRequest<Session>;
  readonly keychain: {
    /** The name of the program's keychain entries. */
    readonly service: string;
    /** Loads a keychain other than the system's. */
    readonly load?: () => Promise<Keytar>;
  };
  readonly deriveKey: DeriveKey;
  /** Runs the vendor's script that makes device data; null where the profile names none. */
  readonly collectDeviceData: CollectDeviceData | null;
  /** Starts the process that loads a token's module; absent where this build uses none. */
  readonly startTokenChild?: StartTokenChild;
  readonly app: ProgramFacts["app"] & {
    /** BCP 47 tags, the preferred first. */
    getPreferredSystemLanguages(): readonly string[];
  };
  readonly process: ProgramFacts["process"];
  /** How this start draws. Electron had to know before anything else could begin. */
  readonly rendering: Rendering;
  readonly reports: ReportHandOver;
  /** Opens the provider's page in the system's browser. @throws AppError for any other page (open-browser.ts) */
  readonly openBrowser: (url: string) => Promise<void>;
  /** Brings the window to the front, once the browser has come back. */
  readonly bringToFront: () => void;
  /** What the profile says of how to reach the partner. */
  readonly contacts: ContactsOfProfile;
  /** Opens one of them, if the profile allows it (open-browser.ts). */
  readonly openContact: (contact: OpenedContact) => Promise<boolean>;
  /** How this computer gets another version of the program. */
  readonly installer: (language: () => Language) => Installer;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** Empties the window's memory by reloading it. */
  readonly reloadWindow: () => void;
  /** Tells outside of the window where a PIN change stands (change-notice.ts). */
  readonly noteChange: (now: ChangeNow, language: Language) => void;
  /** Hands an event to the window. */
  readonly send: SendEvent;
  /** Sends a page that begins to listen what it has missed. */
  readonly replayEvents: () => void;
  /** Reports the cardholder's input to the lock. @returns a check whether somebody is active now */
  readonly watchUserActivity: (lock: SessionLock) => () => Promise<boolean>;
}

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
  const { startTokenChild: start } = options;
  const tokens =
    __HARDWARE_KEY__ && start !== undefined && config.tokenModules.length > 0
      ? openTokens({
          modules: config.tokenModules,
          start,
          tellWaits: (value) => send({ type: "token-waits", value }),
        })
      : null;
  const tokenChoice = createTokenChoice(tokens);

  const { deviceData, deviceConsents } =
    __RELEASE__ && __DEVICE_DATA__ === null // then none of it is in this file
      ? noConsentedData
      : openConsentedData({
          backend,
          collector: options.collectDeviceData,
          folder,
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

  const updates = openUpdates({
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
    tokens,
    leftKeys,
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
    pinChanges: { ...pinChanges, forget },
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
      hasTokens: tokens !== null,
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
    tokenChoice,
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
