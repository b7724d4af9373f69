import { hostname } from "node:os";
import type { BridgeMethod } from "../../src-contract/bridge/bridge-methods.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import type { ProxySignIn } from "../backend/proxy/proxy-sign-in.ts";
import { listCards } from "../cards/card-list.ts";
import type { PinChanges } from "../change-pin/change.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import {
  abandonBinding,
  type BindingDependencies,
  confirmCode,
  continueBinding,
  requestCode,
  setPasscode,
} from "../keys/bind-this-computer.ts";
import { describeDevices } from "../keys/describe-devices.ts";
import { type Enrolment, ownDeviceId } from "../keys/enrolment-state.ts";
import type { DeriveKey, KeyCost } from "../keys/key-wrapping.ts";
import { keychainForStep } from "../keys/keychain-for-step.ts";
import { checkPresence } from "../keys/presence.ts";
import { adoptDevice, continueRemoval, removeThisComputer } from "../keys/remove-this-computer.ts";
import { changePasscode, unlockRestrictedKey } from "../keys/restricted-key.ts";
import { startAnew } from "../keys/start-anew.ts";
import type { UnlockedKey } from "../keys/unlocked-key.ts";
import { log } from "../log.ts";
import { createOneAtATime } from "../one-at-a-time.ts";
import type { CurrentSettings } from "../settings/current-settings.ts";
import { describeOverview, type OverviewParts } from "./overview.ts";

/** What the use cases work with; index.ts puts it together. */
export interface HandlerParts extends OverviewParts {
  readonly backend: BackendClient;
  readonly deriveKey: DeriveKey;
  readonly passcodeCost: KeyCost;
  readonly unlocked: UnlockedKey;
  readonly pinChanges: PinChanges;
  readonly diagnosis: Diagnosis;
  /** Tells a page that now listens what it has missed (event-channel.ts). */
  readonly replayEvents: () => void;
  readonly proxy: ProxySignIn;
  readonly settings: CurrentSettings;
  /** Whether somebody is at the window, as main itself sees it (signs-of-somebody.ts). */
  readonly isSomebodyActing: () => Promise<boolean>;
  /** Empties the window's memory by loading it anew. */
  readonly reloadWindow: () => void;
}

type ValueOf<M extends BridgeMethod> = Awaited<ReturnType<DesktopBridge[M]>> extends Result<infer T> ? T : never;

/** The use case behind each bridge method: checked arguments in, a value out, an AppError where it fails. */
export type Handlers = { [M in BridgeMethod]: (...args: Parameters<DesktopBridge[M]>) => Promise<ValueOf<M>> };

/** One line per bridge method. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { backend, customer, deriveKey, diagnosis, lock, passcodeCost, pinChanges, presence, proxy } = parts;
  const { settings, unlocked } = parts;
  const exclusive = createOneAtATime();
  /** This computer's, as last seen: to ask for waits, no keychain is opened. */
  let deviceId: string | null = null;
  /** Counts the sign-outs, so that a sign-in that was asked for before one does not end after it. */
  let signOuts = 0;

  /** What one step works with: the keychain is read for it once (keychain-for-step.ts). */
  const beginStep = (): BindingDependencies => {
    const { keychain, ...enrolment } = parts.enrolment();
    return { enrolment: { ...enrolment, keychain: keychainForStep(keychain) }, backend };
  };
  const overview = async (enrolment: () => Enrolment = () => beginStep().enrolment) => {
    let own: Enrolment | null = null;
    const ofThisStep = () => {
      own ??= enrolment();
      return own;
    };
    const token = customer.token();
    const described = await describeOverview({ ...parts, enrolment: ofThisStep }, hostname());
    const ownId = own === null ? null : await ownDeviceId(own);
    if (customer.token() === token) deviceId = ownId; // else it is of who was signed in before
    return described;
  };
  /** Runs a step that changes something, alone, and answers how things stand then. */
  const step = (change: (binding: BindingDependencies) => Promise<unknown>) =>
    exclusive(async () => {
      const binding = beginStep();
      await change(binding);
      return overview(() => binding.enrolment);
    });
  const pinStep = <T extends { outcome: string; code?: ErrorCode }>(method: BridgeMethod, run: () => Promise<T>) =>
    exclusive(async () => {
      const end = await run();
      if (end.code !== undefined) log({ event: "change_refused", method, code: end.code });
      void readWaits(parts, deviceId); // not waited for: the end of a change is told at once
      return end;
    });
  /** Asks for a code, and then for how long the next one has to wait. */
  const askForCode = async (binding: BindingDependencies, computerName: string) => {
    try {
      await requestCode(binding, computerName);
    } catch (error) {
      if (error instanceof AppError && error.code === "ERR_TOO_MANY_REQUESTS") await readWaits(parts, deviceId);
      throw error;
    }
    await readWaits(parts, deviceId);
  };
  const devices = async ({ enrolment }: BindingDependencies) =>
    describeDevices(await backend.listDevices(), await ownDeviceId(enrolment));
  /** Leaves a screen by loading the window anew, so that nothing of it stays in its memory (checklist row 44). */
  const leave = async () => {
    const token = customer.token();
    await pinChanges.leave();
    if (customer.token() === token) parts.reloadWindow(); // else it has been loaded anew, perhaps for somebody else
    return null;
  };
  /** As a lock does (session-lock.ts): what is open stays in the journal. */
  const endSession = () => {
    signOuts++;
    customer.clear();
    pinChanges.forget();
    parts.reloadWindow();
  };
  /** Works always: what is open is closed first where no step is under way, and neither that nor its failure keeps anybody. */
  const signOut = async () => {
    if (exclusive.isRunning()) endSession();
    else {
      await exclusive(async () => {
        const before = signOuts;
        const token = customer.token();
        try {
          await pinChanges.leave();
        } finally {
          if (signOuts === before && customer.token() === token) endSession();
        }
      });
    }
    return null;
  };

  return {
    getOverview: () => overview(),
    replayEvents: async () => {
      parts.replayEvents();
      return null;
    },
    signIn: (name) => {
      const before = signOuts;
      return exclusive.after(async () => {
        const binding = await signIn(parts, beginStep, name, () => signOuts !== before);
        await checkPresence(presence, binding);
        return overview(() => binding.enrolment);
      });
    },
    signOut,
    noteActivity: async () => {
      if (await parts.isSomebodyActing()) lock.begin();
      return lock.quietMs();
    },
    getQuietTime: async () => lock.quietMs(),
    getSettings: async () => settings.view(),
    changeSettings: (next) => settings.change(next), // outside `exclusive`: it waits for no step of another kind
    requestCode: (computerName) => step((binding) => askForCode(binding, computerName)),
    confirmCode: (code) => step((binding) => confirmCode(binding, code)),
    setPasscode: (passcode) => step((binding) => setPasscode(binding, deriveKey, passcode, passcodeCost)),
    continueDevice: () => step(async (binding) => (await continueRemoval(binding)) || continueBinding(binding)),
    abandonBinding: () => step(abandonBinding),
    adoptDevice: () => step(adoptDevice),
    startAnew: () => step((binding) => startAnew(binding, presence)),
    listDevices: async () => devices(beginStep()),
    removeDevice: (removed) =>
      exclusive(async () => {
        const binding = beginStep();
        if (removed === (await ownDeviceId(binding.enrolment))) throw new AppError("ERR_BAD_ARGUMENT");
        await backend.removeDevice(removed);
        return devices(binding);
      }),
    removeThisComputer: () => step(removeThisComputer),
    enterPasscode: (passcode) =>
      exclusive(async () => {
        const token = customer.token();
        const signer = await unlockRestrictedKey(beginStep().enrolment, deriveKey, passcode, passcodeCost);
        // The derivation takes its time: a session that was locked meanwhile has no unlocked key.
        if (customer.token() !== token) throw new AppError("ERR_NOT_SIGNED_IN");
        unlocked.put(signer);
        return null;
      }),
    changePasscode: (current, next) =>
      exclusive(async () => {
        await changePasscode(beginStep().enrolment, deriveKey, current, next, passcodeCost);
        return null;
      }),
    listCards: () => listCards(backend),
    beginPinEntry: async () => {
      await pinChanges.leave();
      await parts.journal.list(beginStep().enrolment.scope); // no PIN is entered in vain where no note can be taken of it
      return null;
    },
    changePin: (cardId, pin, route) => pinStep("changePin", () => pinChanges.change(cardId, pin, route)),
    resendTan: () => pinStep("resendTan", () => pinChanges.resendTan()),
    confirmTan: (tan) => pinStep("confirmTan", () => pinChanges.confirmTan(tan)),
    settleOpenChange: () => pinStep("settleOpenChange", () => pinChanges.settleOpen()),
    endPinChange: () => exclusive(leave),
    getProxyQuestion: async () => proxy.question(),
    signInToProxy: (name, password) =>
      exclusive(async () => {
        await proxy.signIn(name, password);
        return null;
      }),
    // Whatever else is under way: it is asked for when something does not go on.
    runDiagnosis: diagnosis.run,
    copyReport: async () => {
      await diagnosis.copyReport();
      return null;
    },
    saveReport: async () => ({ saved: await diagnosis.saveReport() }),
  };
}

/** Signed in is who the bank has told what it allows: without that the window could offer nothing. */
async function signIn(
  { demo, customer, lock, pinChanges, rules }: HandlerParts,
  beginStep: () => BindingDependencies,
  name: string,
  isSignedOut: () => boolean,
): Promise<BindingDependencies> {
  if (demo === null) throw new AppError("ERR_REFUSED");
  pinChanges.forget(); // what the one before left open is theirs, in their journal
  const answer = await demo.signIn(name);
  if (isSignedOut()) throw new AppError("ERR_NOT_SIGNED_IN");
  customer.set(answer.customer, answer.token);
  try {
    const binding = beginStep();
    await rules.read(await ownDeviceId(binding.enrolment));
    lock.begin();
    return binding;
  } catch (error) {
    customer.clear();
    throw error;
  }
}

/** Best effort: the step has been answered, this only says how long the next one has to wait. */
async function readWaits({ rules }: HandlerParts, deviceId: string | null): Promise<void> {
  try {
    await rules.readWaits(deviceId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error; // the bank is away, or the session was locked meanwhile
  }
}
