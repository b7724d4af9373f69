import { hostname, release } from "node:os";
import path from "node:path";
import type { SendEvent } from "../src-contract/bridge/events.ts";
import { type BackendSession, openBackend } from "./backend/open-backend.ts";
import type { NetRequest } from "./backend/proxy/head-request.ts";
import { createHandlers } from "./bridge/handlers.ts";
import { createOverview } from "./bridge/overview.ts";
import { createPinChanges } from "./change-pin/change.ts";
import { openChangeJournal } from "./change-pin/change-journal.ts";
import type { ProgramFacts } from "./diagnosis/describe-program.ts";
import type { ReportHandOver } from "./diagnosis/diagnosis.ts";
import { openDiagnosis } from "./diagnosis/open-diagnosis.ts";
import { type Keytar, openDeviceKeychain } from "./keys/device-keychain.ts";
import { openEnrolmentMarkers } from "./keys/enrolment-marker.ts";
import { enrolmentScope } from "./keys/enrolment-scope.ts";
import type { DeriveKey } from "./keys/key-wrapping.ts";
import { keychainForStep } from "./keys/keychain-for-step.ts";
import { createKeychainQueue } from "./keys/keychain-queue.ts";
import { checkPresence, createPresence } from "./keys/presence.ts";
import { createUnlockedKey } from "./keys/unlocked-key.ts";
import { createOneAtATime } from "./one-at-a-time.ts";
import { captureHidingOn } from "./settings/capture-hiding.ts";
import { openCurrentSettings } from "./settings/current-settings.ts";
import type { Rendering } from "./settings/rendering.ts";
import { createBankRules } from "./sign-in/bank-rules.ts";
import { createCurrentCustomer } from "./sign-in/current-customer.ts";
import { createCustomerSession } from "./sign-in/customer-session.ts";
import { createSessionLock, type SessionLock } from "./sign-in/session-lock.ts";
import type { Config } from "./start-options.ts";

/** The outside world: everything that the program needs but does not create itself. `Session` is Electron's session. */
export interface CoreOptions<Session> {
  readonly config: Config;
  /** Where the program keeps its files. */
  readonly folder: string;
  /** The cleaned environment (hardening.ts). */
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  /** sessions.ts says what each is for. */
  readonly sessions: { readonly ordinary: Session; readonly once: Session };
  /** Electron's `net.request`. */
  readonly request: NetRequest<Session>;
  readonly keychain: {
    /** The name of the program's keychain entries. */
    readonly service: string;
    /** Loads a keychain other than the system's. */
    readonly load?: () => Promise<Keytar>;
  };
  readonly deriveKey: DeriveKey;
  readonly app: ProgramFacts["app"] & {
    /** BCP 47 tags, the preferred first. */
    getPreferredSystemLanguages(): readonly string[];
  };
  readonly process: ProgramFacts["process"];
  /** How this start draws. Electron had to know before anything else could begin. */
  readonly rendering: Rendering;
  readonly reports: ReportHandOver;
  /** Empties the window's memory by reloading it. */
  readonly reloadWindow: () => void;
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
  const { backend, clock, demo, proxy, fetch } = openBackend(config, options.sessions, customer, options.request);
  const rules = createBankRules(backend, () => performance.now());

  const tellWaits = (value: boolean) => send({ type: "keychain-waits", value });
  const keychainQueue = createKeychainQueue(config.keychainPatienceMs, tellWaits);
  const keychain = openDeviceKeychain(options.keychain.service, keychainQueue, options.keychain.load);
  const markers = openEnrolmentMarkers(path.join(folder, "enrolments"));
  const journal = openChangeJournal(path.join(folder, "changes"));
  const scope = () => enrolmentScope(config.backendOrigin, customer.require().customer_id);
  const enrolment = () => ({ keychain, markers, scope: scope() });
  const presence = createPresence();
  const unlocked = createUnlockedKey();

  const pinChanges = createPinChanges({
    forCustomer: () => ({ backend, journal, scope: scope() }),
    unlocked,
    weakPins: config.weakPins,
    routes: rules.routes,
    isThisRemoved: () => checkPresence(presence, { enrolment: enrolment(), backend }),
    tellStage: (value) => send({ type: "pin-change-stage", value }),
  });
  const lock = createSessionLock({ times: lockTimes, customer, forget: pinChanges.forget, reloadWindow });

  const settings = openCurrentSettings({
    file: path.join(folder, "settings.json"),
    captureHiding: captureHidingOn({
      platform: process.platform,
      release: release(),
      environment: options.environment,
    }),
    rendering,
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
    handOver: options.reports,
  });

  const beginStep = () => ({ enrolment: { ...enrolment(), keychain: keychainForStep(keychain) }, backend });
  const oneAtATime = createOneAtATime();
  const customerSession = createCustomerSession({
    beginStep,
    customer,
    demo,
    isUserActive: options.watchUserActivity(lock),
    lock,
    oneAtATime,
    pinChanges,
    presence,
    reloadWindow,
    rules,
  });
  const showOverview = createOverview(
    { clock, codeCoolDownMs, customer, demo, journal, lock, lockTimes, presence, rules, version: app.getVersion() },
    hostname(),
  );
  const handlers = createHandlers({
    backend,
    beginStep,
    customer,
    customerSession,
    deriveKey: options.deriveKey,
    diagnosis,
    journal,
    lock,
    oneAtATime,
    passcodeCost,
    pinChanges,
    presence,
    proxy,
    reloadWindow,
    replayEvents: options.replayEvents,
    rules,
    settings,
    showOverview,
    unlocked,
  });

  return {
    handlers,
    settings,
    lock,
    send,
    /** Notes, before the window closes, that the cardholder has seen what it shows. */
    noteSeen: pinChanges.noteSeen,
    /** Whether a keychain operation is still running, even if nobody waits for it. */
    isKeychainBusy: keychainQueue.isBusy,
    /** For tests that go behind the handlers. */
    backend,
    keychain,
    enrolment,
  };
}
