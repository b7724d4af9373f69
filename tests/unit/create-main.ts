import type { PinChangeStage } from "../../src-contract/bridge/views.ts";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { createProxySignIn } from "../../src-main/backend/proxy/proxy-sign-in.ts";
import { createServerClock } from "../../src-main/backend/server-clock.ts";
import { createHandlers } from "../../src-main/bridge/handlers.ts";
import type { ChangeJournal } from "../../src-main/change-pin/change-journal.ts";
import { createPinSteps } from "../../src-main/change-pin/pin-steps.ts";
import type { Diagnosis } from "../../src-main/diagnosis/diagnosis.ts";
import type { Enrolment } from "../../src-main/keys/enrolment-state.ts";
import { currentCost } from "../../src-main/keys/key-wrapping.ts";
import { checkPresence, createPresence } from "../../src-main/keys/presence.ts";
import { createUnlockedKey } from "../../src-main/keys/unlocked-key.ts";
import { createBankRules } from "../../src-main/sign-in/bank-rules.ts";
import { createCurrentCustomer } from "../../src-main/sign-in/current-customer.ts";
import type { DemoSignIn } from "../../src-main/sign-in/demo-sign-in.ts";
import { createSessionLock } from "../../src-main/sign-in/session-lock.ts";
import { fakeDiagnosis } from "./diagnosis/fake-diagnosis.ts";
import { derive } from "./keys/fake-enrolment.ts";
import { createFakeSettings } from "./settings/fake-settings.ts";

const lockTimes = { quietMs: 240_000, warningMs: 60_000 };

interface MainParts {
  readonly backend: BackendClient;
  readonly demo: DemoSignIn | null;
  readonly enrolment: Enrolment;
  readonly journal: ChangeJournal;
  readonly diagnosis?: Diagnosis;
}

/** Main without its shell: what index.ts puts together, around what a test gives. */
export function createMain({ backend, demo, enrolment, journal, diagnosis = fakeDiagnosis() }: MainParts) {
  const customer = createCurrentCustomer();
  let reloads = 0;
  const stages: PinChangeStage[] = [];
  const reloadWindow = () => reloads++;
  const unlocked = createUnlockedKey();
  const presence = createPresence();
  const rules = createBankRules(backend, () => performance.now());
  const ownEnrolment = () => {
    customer.require();
    return enrolment;
  };
  const pinSteps = createPinSteps({
    parts: () => ({ backend, journal, scope: ownEnrolment().scope }),
    unlocked,
    weakPins: "warn",
    routes: rules.routes,
    isThisRemoved: () => checkPresence(presence, { enrolment: ownEnrolment(), backend }),
    tellStage: (stage) => stages.push(stage),
  });
  const lock = createSessionLock({ times: lockTimes, customer, forget: pinSteps.forget, reloadWindow });
  const situation = {
    clock: createServerClock(),
    customer,
    demo,
    enrolment: ownEnrolment,
    journal,
    lock,
    lockTimes,
    codeCoolDownMs: 1,
    presence,
  };
  const settings = createFakeSettings();
  const isSomebodyActing = async () => true;
  const work = {
    backend,
    deriveKey: derive,
    diagnosis,
    isSomebodyActing,
    passcodeCost: currentCost,
    pinSteps,
    proxy: createProxySignIn([], Date.now, 1000),
    reloadWindow,
    replayEvents: () => undefined,
    rules,
    settings,
    unlocked,
  };
  return {
    handlers: createHandlers({ ...situation, ...work, version: "1.2.3" }),
    customer,
    lock,
    reloads: () => reloads,
    /** What the window was told of how far a change has come. */
    stages,
  };
}
