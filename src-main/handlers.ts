import { hostname } from "node:os";
import type { BridgeMethod, DesktopBridge } from "../src-preload/contract/bridge.ts";
import type { ErrorCode } from "../src-preload/contract/error-codes.ts";
import type { Result } from "../src-preload/contract/result.ts";
import type { BackendClient } from "./backend/backend-client.ts";
import type { PinSteps } from "./card-pin/pin-steps.ts";
import { listCards } from "./cards/list-cards.ts";
import { abandonBinding, confirmCode, continueBinding, requestCode, setPasscode } from "./device/bind-device.ts";
import { describeDevices } from "./device/describe-devices.ts";
import { ownDeviceId } from "./device/device-state.ts";
import type { DeriveKey } from "./device/key-wrapping.ts";
import { changePasscode, unlockRestrictedKey } from "./device/passcode.ts";
import { checkPresence } from "./device/presence.ts";
import { adoptDevice, continueRemoval, removeThisComputer } from "./device/remove-device.ts";
import { startAnew } from "./device/start-anew.ts";
import type { UnlockedKey } from "./device/unlocked-key.ts";
import type { Diagnosis } from "./diagnosis/diagnosis.ts";
import { AppError } from "./errors.ts";
import { log } from "./log.ts";
import { createOneAtATime } from "./one-at-a-time.ts";
import { describeOverview, type OverviewParts } from "./overview.ts";
import type { CurrentSettings } from "./settings/current-settings.ts";

/** What the use cases work with; index.ts puts it together. */
export interface HandlerParts extends OverviewParts {
  readonly backend: BackendClient;
  readonly deriveKey: DeriveKey;
  readonly unlocked: UnlockedKey;
  readonly pinSteps: PinSteps;
  readonly diagnosis: Diagnosis;
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
  const { backend, customer, deriveKey, diagnosis, enrolment, lock, pinSteps, presence, settings, unlocked } = parts;
  const exclusive = createOneAtATime();
  const overview = () => describeOverview(parts, hostname());
  const binding = () => ({ enrolment: enrolment(), backend });

  /** Runs a step that changes something, alone, and answers how things stand then. */
  const step = (change: () => Promise<unknown>) =>
    exclusive(async () => {
      await change();
      return overview();
    });
  const pinStep = <T extends { outcome: string; code?: ErrorCode }>(method: BridgeMethod, run: () => Promise<T>) =>
    exclusive(async () => {
      const end = await run();
      if (end.code !== undefined) log({ event: "change_refused", method, code: end.code });
      void readWaits(parts); // not waited for: the end of a change is told at once
      return end;
    });
  /** Asks for a code, and then for how long the next one has to wait. */
  const askForCode = async (computerName: string) => {
    try {
      await requestCode(binding(), computerName);
    } catch (error) {
      if (error instanceof AppError && error.code === "ERR_TOO_MANY_REQUESTS") await readWaits(parts);
      throw error;
    }
    await readWaits(parts);
  };
  const devices = async () => describeDevices(await backend.listDevices(), await ownDeviceId(enrolment()));
  /** Leaves a screen by loading the window anew, so that nothing of it stays in its memory (checklist row 44). */
  const leave = async (afterwards: () => void) => {
    await pinSteps.leave();
    afterwards();
    parts.reloadWindow();
    return null;
  };

  return {
    getOverview: overview,
    signIn: (name) =>
      exclusive.after(async () => {
        await signIn(parts, name);
        await checkPresence(presence, binding());
        return overview();
      }),
    signOut: () => exclusive(() => leave(() => customer.clear())),
    noteActivity: async () => {
      if (await parts.isSomebodyActing()) lock.begin();
      return lock.quietMs();
    },
    getQuietTime: async () => lock.quietMs(),
    getSettings: async () => settings.view(),
    changeSettings: (next) => settings.change(next), // outside `exclusive`: it waits for no step of another kind
    requestCode: (computerName) => step(() => askForCode(computerName)),
    confirmCode: (code) => step(() => confirmCode(binding(), code)),
    setPasscode: (passcode) => step(() => setPasscode(binding(), deriveKey, passcode)),
    continueDevice: () => step(async () => (await continueRemoval(binding())) || continueBinding(binding())),
    abandonBinding: () => step(() => abandonBinding(binding())),
    adoptDevice: () => step(() => adoptDevice(binding())),
    startAnew: () => step(() => startAnew(binding(), presence)),
    listDevices: devices,
    removeDevice: (deviceId) =>
      exclusive(async () => {
        if (deviceId === (await ownDeviceId(enrolment()))) throw new AppError("ERR_BAD_ARGUMENT");
        await backend.removeDevice(deviceId);
        return devices();
      }),
    removeThisComputer: () => step(() => removeThisComputer(binding())),
    enterPasscode: (passcode) =>
      exclusive(async () => {
        const token = customer.token();
        const signer = await unlockRestrictedKey(enrolment(), deriveKey, passcode);
        // The derivation takes its time: a session that was locked meanwhile has no unlocked key.
        if (customer.token() !== token) throw new AppError("ERR_NOT_SIGNED_IN");
        unlocked.put(signer);
        return null;
      }),
    changePasscode: (current, next) =>
      exclusive(async () => {
        await changePasscode(enrolment(), deriveKey, current, next);
        return null;
      }),
    listCards: () => listCards(backend),
    beginPinEntry: async () => {
      await pinSteps.leave();
      await parts.journal.list(enrolment().scope); // no PIN is entered in vain where no note can be taken of it
      return null;
    },
    changePin: (cardId, pin, route) => pinStep("changePin", () => pinSteps.change(cardId, pin, route)),
    followPinChange: (seen) => pinSteps.follow(seen), // outside `exclusive`, because it asks while a step runs
    resendTan: () => pinStep("resendTan", () => pinSteps.resendTan()),
    confirmTan: (tan) => pinStep("confirmTan", () => pinSteps.confirmTan(tan)),
    settleOpenChange: () => pinStep("settleOpenChange", () => pinSteps.settleOpen()),
    endPinChange: () => exclusive(() => leave(() => undefined)),
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
async function signIn({ demo, customer, lock, pinSteps, rules, enrolment }: HandlerParts, name: string): Promise<void> {
  if (demo === null) throw new AppError("ERR_REFUSED");
  pinSteps.forget(); // what the one before left open is theirs, in their journal
  const answer = await demo.signIn(name);
  customer.set(answer.customer, answer.token);
  try {
    await rules.read(await ownDeviceId(enrolment()));
  } catch (error) {
    customer.clear();
    throw error;
  }
  lock.begin();
}

/** Best effort: the step has been answered, this only says how long the next one has to wait. */
async function readWaits({ rules, enrolment }: HandlerParts): Promise<void> {
  try {
    await rules.readWaits(await ownDeviceId(enrolment()));
  } catch (error) {
    if (!(error instanceof AppError)) throw error; // the bank is away, or the session was locked meanwhile
  }
}
