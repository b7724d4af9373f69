import type { BridgeMethod } from "../../src-contract/bridge/bridge-methods.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import type { ProxySignIn } from "../backend/proxy/proxy-sign-in.ts";
import { listCards } from "../cards/card-list.ts";
import type { PinChanges } from "../change-pin/change.ts";
import type { ChangeJournal } from "../change-pin/change-journal.ts";
import { beginPinEntry, leavePinChange } from "../change-pin/pin-entry.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import {
  abandonBinding,
  type BindingDependencies,
  confirmCode,
  continueBinding,
  requestCode,
  setPasscode,
} from "../keys/bind-this-computer.ts";
import { listDevices, removeOtherDevice } from "../keys/customer-devices.ts";
import { enterPasscode } from "../keys/enter-passcode.ts";
import type { DeriveKey, KeyCost } from "../keys/key-wrapping.ts";
import type { Presence } from "../keys/presence.ts";
import { adoptDevice, continueRemoval, removeThisComputer } from "../keys/remove-this-computer.ts";
import { changePasscode } from "../keys/restricted-key.ts";
import { startAnew } from "../keys/start-anew.ts";
import type { UnlockedKey } from "../keys/unlocked-key.ts";
import { log } from "../log.ts";
import type { OneAtATime } from "../one-at-a-time.ts";
import type { CurrentSettings } from "../settings/current-settings.ts";
import type { BankRules } from "../sign-in/bank-rules.ts";
import type { CurrentCustomer } from "../sign-in/current-customer.ts";
import type { CustomerSession } from "../sign-in/customer-session.ts";
import type { SessionLock } from "../sign-in/session-lock.ts";
import type { ShowOverview } from "./overview.ts";

interface Dependencies {
  readonly backend: BackendClient;
  /** What one step works with; it reads the keychain only once (keychain-for-step.ts). */
  readonly beginStep: () => BindingDependencies;
  readonly customer: Pick<CurrentCustomer, "token">;
  readonly customerSession: CustomerSession;
  readonly deriveKey: DeriveKey;
  readonly diagnosis: Diagnosis;
  readonly journal: ChangeJournal;
  readonly lock: SessionLock;
  readonly oneAtATime: OneAtATime;
  readonly passcodeCost: KeyCost;
  readonly pinChanges: PinChanges;
  readonly presence: Presence;
  readonly proxy: ProxySignIn;
  /** Empties the window's memory by reloading it. */
  readonly reloadWindow: () => void;
  /** Sends a page that begins to listen what it has missed (event-channel.ts). */
  readonly replayEvents: () => void;
  readonly rules: BankRules;
  readonly settings: CurrentSettings;
  readonly showOverview: ShowOverview;
  readonly unlocked: UnlockedKey;
}

type ValueOf<M extends BridgeMethod> = Awaited<ReturnType<DesktopBridge[M]>> extends Result<infer T> ? T : never;

/** The use case behind each bridge method: takes checked arguments, returns a value, throws an AppError. */
export type Handlers = { [M in BridgeMethod]: (...args: Parameters<DesktopBridge[M]>) => Promise<ValueOf<M>> };

/** One line for each bridge method. Those that change something, but not one at a time, say why. */
export function createHandlers(dependencies: Dependencies): Handlers {
  const { backend, beginStep, customer, customerSession, deriveKey, diagnosis, journal, lock } = dependencies;
  const { oneAtATime, passcodeCost, pinChanges, presence, proxy, reloadWindow, rules, settings } = dependencies;
  const { replayEvents, showOverview, unlocked } = dependencies;

  /** Runs a step that changes something, with no other beside it, and answers the overview afterwards. */
  const step = (run: (own: BindingDependencies) => Promise<unknown>) =>
    oneAtATime(async () => {
      const own = beginStep();
      await run(own);
      return showOverview(() => own.enrolment);
    });
  /** Runs a step of a PIN change, with no other beside it. Answers at once, without waiting for the new limits. */
  const pinStep = <T extends { outcome: string; code?: ErrorCode }>(method: BridgeMethod, run: () => Promise<T>) =>
    oneAtATime(async () => {
      const end = await run();
      if (end.code !== undefined) log({ event: "change_refused", method, code: end.code });
      void rules.refreshWaits();
      return end;
    });
  /** Runs a step without an answer, with no other beside it. */
  const quietStep = (run: () => Promise<void>) => oneAtATime(() => nothing(run()));
  const toUnlock = () => ({ ...beginStep(), token: customer.token, deriveKey, passcodeCost, unlocked });

  return {
    getOverview: () => showOverview(() => beginStep().enrolment),
    // A new page has shown nothing yet, and the cardholder may not have seen what the previous page was told.
    replayEvents: async () => {
      pinChanges.forget();
      return nothing(replayEvents());
    },
    signIn: (name) => customerSession.signIn(name, (own) => showOverview(() => own.enrolment)), // after a running step
    signOut: () => nothing(customerSession.signOut()), // also while a step runs
    noteActivity: customerSession.noteActivity,
    getQuietTime: async () => lock.quietMs(),
    getSettings: async () => settings.view(),
    changeSettings: settings.change, // waits for no step of another kind
    requestCode: (name) => step((own) => rules.afterLimited(() => requestCode(own, name))),
    confirmCode: (code) => step((own) => confirmCode(own, code)),
    setPasscode: (passcode) => step((own) => setPasscode(own, deriveKey, passcode, passcodeCost)),
    continueDevice: () => step(async (own) => (await continueRemoval(own)) || continueBinding(own)),
    abandonBinding: () => step(abandonBinding),
    adoptDevice: () => step(adoptDevice),
    startAnew: () => step((own) => startAnew(own, presence)),
    listDevices: async () => listDevices(beginStep()),
    removeDevice: (id) => oneAtATime(async () => removeOtherDevice(beginStep(), id)),
    removeThisComputer: () => step(removeThisComputer),
    enterPasscode: (passcode) => quietStep(async () => enterPasscode(toUnlock(), passcode)),
    changePasscode: (current, next) =>
      quietStep(async () => changePasscode(beginStep().enrolment, deriveKey, current, next, passcodeCost)),
    listCards: () => listCards(backend),
    beginPinEntry: () => nothing(beginPinEntry(pinChanges, journal, () => beginStep().enrolment.scope)),
    changePin: (cardId, pin, route) => pinStep("changePin", () => pinChanges.change(cardId, pin, route)),
    resendTan: () => pinStep("resendTan", pinChanges.resendTan),
    confirmTan: (tan) => pinStep("confirmTan", () => pinChanges.confirmTan(tan)),
    settleOpenChange: () => pinStep("settleOpenChange", pinChanges.settleOpen),
    endPinChange: () => quietStep(() => leavePinChange(pinChanges, customer.token, reloadWindow)),
    getProxyQuestion: async () => proxy.question(),
    signInToProxy: (name, password) => quietStep(() => proxy.signIn(name, password)),
    // People run the diagnosis when something hangs, so it does not wait for a running step.
    runDiagnosis: diagnosis.run,
    copyReport: () => nothing(diagnosis.copyReport()),
    saveReport: async () => ({ saved: await diagnosis.saveReport() }),
  };
}

/** The answer without content. */
async function nothing(done: Promise<void> | void): Promise<null> {
  await done;
  return null;
}
