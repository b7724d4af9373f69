import type { BridgeMethod } from "../../src-contract/bridge/bridge-methods.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import type { ProxySignIn } from "../backend/proxy/proxy-sign-in.ts";
import { listCards } from "../cards/card-list.ts";
import type { PinChanges } from "../change-pin/change.ts";
import type { ChangeJournal } from "../change-pin/change-journal.ts";
import type { KeyAhead } from "../change-pin/key-ahead.ts";
import { beginPinEntry, leavePinChange } from "../change-pin/pin-entry.ts";
import type { DeviceConsents } from "../device-data/consent-answers.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import {
  abandonBinding,
  confirmCode,
  continueBinding,
  requestCode,
  requireRoom,
  setPasscode,
} from "../keys/bind-this-computer.ts";
import type { CodeTimes } from "../keys/code-times.ts";
import { listDevices, listRemovedDevices, removeOtherDevice } from "../keys/customer-devices.ts";
import { enterPasscode } from "../keys/enter-passcode.ts";
import type { DeriveKey, KeyCost } from "../keys/key-wrapping.ts";
import type { Letters } from "../keys/letters.ts";
import type { Presence } from "../keys/presence.ts";
import {
  adoptDevice,
  continueRemoval,
  type LeftKeys,
  type RemovalDependencies,
  removeThisComputer,
} from "../keys/remove-this-computer.ts";
import { changePasscode } from "../keys/restricted-key.ts";
import { startAnew } from "../keys/start-anew.ts";
import type { TokenSteps } from "../keys/token-steps.ts";
import type { UnlockedKey } from "../keys/unlocked-key.ts";
import { log, rememberError } from "../log.ts";
import type { OneAtATime } from "../one-at-a-time.ts";
import type { CurrentSettings } from "../settings/current-settings.ts";
import type { BankRules } from "../sign-in/bank-rules.ts";
import type { BrowserSignIn } from "../sign-in/browser/browser-sign-in.ts";
import type { CurrentCustomer } from "../sign-in/current-customer.ts";
import type { CustomerSession } from "../sign-in/customer-session.ts";
import type { SessionLock } from "../sign-in/session-lock.ts";
import type { RequireNewSignIn } from "../sign-in/sign-in-check.ts";
import type { Updates } from "../updates/updates.ts";
import type { BankContacts } from "./bank-contacts.ts";
import { type ChangeNow, changeNowAfter } from "./change-now.ts";
import type { ShowOverview } from "./overview.ts";

interface Dependencies {
  readonly backend: BackendClient;
  /** Null where the demonstration's names sign in. */
  readonly browser: BrowserSignIn | null;
  /** What one step works with; it reads the keychain only once (keychain-for-step.ts). */
  readonly beginStep: () => RemovalDependencies;
  readonly codeTimes: CodeTimes;
  readonly contacts: BankContacts;
  readonly customer: Pick<CurrentCustomer, "session">;
  readonly customerSession: CustomerSession;
  readonly deriveKey: DeriveKey;
  /** What is said of device data; it waits for no step, and a withdrawal holds also in one that runs. */
  readonly deviceConsents: DeviceConsents;
  readonly diagnosis: Diagnosis;
  readonly journal: ChangeJournal;
  readonly keyAhead: Pick<KeyAhead, "during">;
  /** Binding by letter, where the bank offers it. */
  readonly letters: Letters;
  readonly leftKeys: Pick<LeftKeys, "forget">;
  readonly lock: SessionLock;
  /** Tells whoever does not look at the window (change-notice.ts). */
  readonly noteChange: (now: ChangeNow) => void;
  readonly oneAtATime: OneAtATime;
  readonly passcodeCost: KeyCost;
  readonly pinChanges: PinChanges;
  readonly presence: Presence;
  readonly proxy: ProxySignIn;
  /** Empties the window's memory by reloading it. */
  readonly reloadWindow: () => void;
  /** Sends a page that begins to listen what it has missed (event-channel.ts). */
  readonly replayEvents: () => void;
  /** @throws AppError ERR_SIGN_IN_AGAIN */
  readonly requireNewSignIn: RequireNewSignIn;
  readonly rules: BankRules;
  readonly settings: CurrentSettings;
  readonly showOverview: ShowOverview;
  readonly tokenSteps: TokenSteps;
  readonly unlocked: UnlockedKey;
  /** Null where the profile names no update server. */
  readonly updates: Updates | null;
  readonly writeClipboard: (text: string) => Promise<void>;
}

type ValueOf<M extends BridgeMethod> = Awaited<ReturnType<DesktopBridge[M]>> extends Result<infer T> ? T : never;

/** The use case behind each bridge method: takes checked arguments, returns a value, throws an AppError. */
export type Handlers = { [M in BridgeMethod]: (...args: Parameters<DesktopBridge[M]>) => Promise<ValueOf<M>> };

/** One line for each bridge method. Those that change something, but not one at a time, say why. */
export function createHandlers(dependencies: Dependencies): Handlers {
  const { backend, beginStep, browser, codeTimes, contacts, customer, customerSession } = dependencies;
  const {
    deriveKey,
    deviceConsents,
    diagnosis,
    journal,
    keyAhead,
    leftKeys,
    letters,
    lock,
    oneAtATime,
    passcodeCost,
    pinChanges,
  } = dependencies;
  const { noteChange, presence, proxy, reloadWindow, replayEvents, requireNewSignIn, rules } = dependencies;
  const { settings, showOverview, tokenSteps, unlocked, updates, writeClipboard } = dependencies;

  /** Runs a step that changes something, with no other beside it, and answers the overview afterwards. */
  const step = (run: (own: RemovalDependencies) => Promise<unknown>) =>
    oneAtATime(async () => {
      const own = beginStep();
      await run(own);
      const overview = await showOverview(() => own.enrolment);
      if (overview.device?.state === "bound") await letters.forget(own.enrolment.scope);
      return overview;
    });
  const noted = async <T extends { outcome: string }>(method: BridgeMethod, run: () => Promise<T>): Promise<T> => {
    noteChange("runs");
    const session = customer.session();
    let outcome: string | undefined;
    try {
      const end = await run();
      outcome = end.outcome;
      return end;
    } finally {
      const isSeen = session !== null && customer.session() === session;
      noteChange(changeNowAfter({ outcome, isWhole: method === "changePin", isSeen }));
    }
  };
  /** Runs a step of a PIN change, with no other beside it. Answers at once, without waiting for the new limits. */
  const pinStep = <T extends { outcome: string; code?: ErrorCode; supportId?: string }>(
    method: BridgeMethod,
    run: () => Promise<T>,
  ) =>
    oneAtATime(async () => {
      const end = await noted(method, run);
      const { code, supportId } = end;
      if (code !== undefined) log({ event: "change_refused", method, code }, supportId);
      else if (supportId !== undefined) {
        rememberError({ code: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", at: new Date().toISOString(), method, supportId });
      }
      void rules.refreshWaits();
      return end;
    });
  /** Runs a step without an answer, with no other beside it. */
  const quietStep = (run: () => Promise<void>) => oneAtATime(() => nothing(run()));
  /** Runs a step about a letter, where the bank offers them. */
  const letterStep = (run: (own: RemovalDependencies, scope: string) => Promise<unknown>) =>
    step(async (own) => {
      if (!rules.offersLetters()) throw new AppError("ERR_REFUSED");
      await run(own, own.enrolment.scope);
    });
  const begin = (own: Pick<RemovalDependencies, "enrolment">) => {
    void deviceConsents.tellAgain();
    return showOverview(() => own.enrolment);
  };
  const browserOf = () => {
    if (browser === null) throw new AppError("ERR_REFUSED");
    return browser;
  };
  const updatesOf = () => {
    if (updates === null) throw new AppError("ERR_REFUSED");
    return updates;
  };
  const toUnlock = () => ({ ...beginStep(), session: customer.session, deriveKey, passcodeCost, unlocked });

  return {
    getOverview: () => showOverview(() => beginStep().enrolment),
    // A new page has shown nothing yet, and the cardholder may not have seen what the previous page was told.
    replayEvents: async () => {
      pinChanges.forget();
      tokenSteps.leave();
      browser?.cancel(); // the page that waited for it is gone
      return nothing(replayEvents());
    },
    signIn: (name) => customerSession.signIn(name, begin), // after a running step
    signInWithBrowser: (account) => customerSession.signInWithBrowser(account, begin), // beside others: it may take minutes
    openBrowserAgain: () => nothing(browserOf().openAgain()),
    copySignInLink: () => nothing(browserOf().copyLink()),
    cancelSignIn: async () => nothing(browserOf().cancel()),
    signOut: () => nothing(customerSession.signOut()), // also while a step runs
    noteActivity: customerSession.noteActivity,
    loadAnew: () => quietStep(async () => reloadWindow()),
    getQuietTime: async () => lock.quietMs(),
    getSettings: async () => settings.view(),
    changeSettings: settings.change, // waits for no step of another kind
    listTokens: async () => tokenSteps.list(beginStep().enrolment),
    chooseToken: async (place) => nothing(tokenSteps.choose(beginStep().enrolment.scope, place)),
    requestCode: (name) =>
      step(async (own) => {
        await requireNewSignIn(); // before a key is made that might have to wait for it
        codeTimes.forget();
        leftKeys.forget();
        const place = await tokenSteps.take(own.enrolment.scope);
        const language = () => settings.view().language;
        try {
          await rules.afterLimited(() => requestCode({ ...own, language }, name, place));
        } catch (error) {
          // Then a letter is offered, unless one was asked for already.
          if (isError(error, "ERR_NO_MOBILE_NUMBER") && rules.offersLetters()) {
            await letters.look(own.enrolment.scope);
          }
          throw error;
        }
      }),
    confirmCode: (code) => step((own) => confirmCode(own, code)),
    lookForLetter: () => letterStep(async (own, scope) => (await continueBinding(own)) || letters.look(scope)),
    requestLetter: (isAnother) =>
      letterStep(async (own, scope) => {
        await requireNewSignIn();
        return (await letters.leaveLetter(own)) || letters.ask(scope, isAnother);
      }),
    cancelLetter: () => letterStep(async (own, scope) => (await letters.leaveLetter(own)) || letters.cancel(scope)),
    beginLetterCode: () =>
      quietStep(async () => {
        await requireNewSignIn(); // before a code is entered, which would be lost
        await requireRoom(backend);
      }),
    confirmLetterCode: (name, code) =>
      letterStep(async (own, scope) => {
        try {
          await rules.afterLimited(() => letters.bindByLetter(own, name, code));
        } catch (error) {
          if (isError(error, "ERR_CODE_EXPIRED")) await letters.look(scope); // or only what waited for the code is over
          throw error;
        }
      }),
    giveDeviceConsent: deviceConsents.give,
    refuseDeviceConsent: deviceConsents.refuse,
    setPasscode: (passcode) => step((own) => setPasscode(own, deriveKey, passcode, passcodeCost)),
    setTokenPin: (pin) => step((own) => tokenSteps.makeKey(own, pin)),
    continueDevice: () =>
      step(async (own) => (await continueRemoval(own)) || (await continueBinding(own)) || codeTimes.ask(own)),
    abandonBinding: () => step(abandonBinding),
    adoptDevice: () => step(adoptDevice),
    startAnew: () => step((own) => startAnew(own, presence)),
    listDevices: async (withLastUse) => listDevices(beginStep(), withLastUse),
    listRemovedDevices: async () => listRemovedDevices(beginStep()),
    removeDevice: (id) => oneAtATime(async () => removeOtherDevice(beginStep(), id)),
    removeThisComputer: () => step((own) => removeThisComputer(own)),
    removeWithToken: (pin) => step((own) => removeThisComputer(own, pin)),
    enterPasscode: (passcode, cardId) =>
      quietStep(async () => keyAhead.during(cardId, (begin) => enterPasscode(toUnlock(), passcode, begin))),
    enterTokenPin: (pin, cardId) =>
      quietStep(async () => keyAhead.during(cardId, (begin) => tokenSteps.enterPin(toUnlock(), pin, begin))),
    changePasscode: (current, next) =>
      quietStep(async () => changePasscode(beginStep().enrolment, deriveKey, current, next, passcodeCost)),
    listCards: () => listCards(backend),
    beginPinEntry: async () => {
      updates?.requireNewEnough();
      await requireNewSignIn(); // before a PIN is entered, which would be lost
      return nothing(beginPinEntry(pinChanges, journal, () => beginStep().enrolment.scope));
    },
    changePin: (cardId, pin, route) =>
      pinStep("changePin", async () => {
        updates?.requireNewEnough();
        return pinChanges.change(cardId, pin, route);
      }),
    sendPausedChange: () => pinStep("sendPausedChange", pinChanges.sendPaused),
    resendTan: () => pinStep("resendTan", pinChanges.resendTan),
    confirmTan: (tan) => pinStep("confirmTan", () => pinChanges.confirmTan(tan)),
    settleOpenChange: () => pinStep("settleOpenChange", pinChanges.settleOpen),
    copyReference: async () => nothing(writeClipboard(pinChanges.reference())),
    endPinChange: () => quietStep(() => leavePinChange(pinChanges, customer.session, reloadWindow)),
    getProxyQuestion: async () => proxy.question(),
    signInToProxy: (name, password) => quietStep(() => proxy.signIn(name, password)),
    // People run the diagnosis when something hangs, so it does not wait for a running step.
    runDiagnosis: diagnosis.run,
    copyReport: () => nothing(diagnosis.copyReport()),
    copyErrorNumber: (supportId) => nothing(diagnosis.copyErrorNumber(supportId)),
    saveReport: async () => ({ saved: await diagnosis.saveReport() }),
    copyContact: (contact) => nothing(contacts.copy(contact)),
    openContact: async (contact) => ({ asked: await contacts.open(contact) }),
    getUpdate: async () => updates?.look() ?? null,
    downloadUpdate: async () => updatesOf().fetch(), // beside other steps, as it may take minutes
    installUpdate: () => oneAtATime(async () => ({ isQuitting: await updatesOf().install() })),
  };
}

const isError = (error: unknown, code: ErrorCode) => error instanceof AppError && error.code === code;

/** The answer without content. */
async function nothing(done: Promise<void> | void): Promise<null> {
  await done;
  return null;
}
