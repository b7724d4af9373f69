import type { BindingView, DeviceView, LockTimes, Overview } from "../../src-contract/bridge/views.ts";
import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";
import { AppError } from "../app-error.ts";
import type { ServerClock } from "../backend/server-clock.ts";
import type { PinChanges } from "../change-pin/change.ts";
import type { ChangeJournal } from "../change-pin/change-journal.ts";
import type { DeviceConsents } from "../device-data/consent-answers.ts";
import type { CodeTimes } from "../keys/code-times.ts";
import type { EnrolmentRecord, RecordAt } from "../keys/enrolment-record.ts";
import { type Enrolment, type EnrolmentState, ownDeviceId, readEnrolmentState } from "../keys/enrolment-state.ts";
import { nameOf, tokenOf } from "../keys/key-on-token.ts";
import type { Letters } from "../keys/letters.ts";
import { passcodeAttemptsLeft } from "../keys/passcode-attempts.ts";
import type { Presence } from "../keys/presence.ts";
import { protectionLevelOf } from "../keys/protection-level.ts";
import type { LeftKeys } from "../keys/remove-this-computer.ts";
import { suggestName } from "../keys/suggest-name.ts";
import type { BankRules } from "../sign-in/bank-rules.ts";
import type { CurrentCustomer } from "../sign-in/current-customer.ts";
import type { DemoSignIn } from "../sign-in/demo-sign-in.ts";
import type { SessionLock } from "../sign-in/session-lock.ts";

interface Dependencies {
  readonly clock: Pick<ServerClock, "msUntil" | "now">;
  readonly demo: DemoSignIn | null;
  readonly customer: CurrentCustomer;
  readonly enrolment: () => Enrolment;
  readonly presence: Presence;
  readonly journal: ChangeJournal;
  readonly pinChanges: Pick<PinChanges, "paused">;
  readonly rules: Pick<BankRules, "accepts" | "noteDevice" | "offersLetters" | "routes" | "waits">;
  readonly lock: SessionLock;
  readonly lockTimes: LockTimes;
  readonly codeCoolDownMs: number;
  readonly codeTimes: Pick<CodeTimes, "of">;
  readonly letters: Pick<Letters, "view">;
  readonly deviceConsents: Pick<DeviceConsents, "view">;
  /** Whether this program can use tokens. */
  readonly hasTokens: boolean;
  readonly leftKeys: Pick<LeftKeys, "of">;
  readonly noteProtection: (level: ProtectionLevel) => void;
  readonly version: string;
}

/** A browser that is closed needs up to four seconds to show the page (measured), and people a while to look for it. */
const BROWSER_HINT_MS = 20_000;

/** Builds the overview. @param enrolment the calling step's, so it reads the keychain only once */
export type ShowOverview = (enrolment: () => Enrolment) => Promise<Overview>;

/** @param computerName what the system calls this computer */
export function createOverview(dependencies: Omit<Dependencies, "enrolment">, computerName: string): ShowOverview {
  const { customer, rules } = dependencies;
  return async (enrolment) => {
    let own: Enrolment | null = null;
    const ofThisStep = () => {
      own ??= enrolment();
      return own;
    };
    const session = customer.session();
    const described = await describeOverview({ ...dependencies, enrolment: ofThisStep }, computerName);
    const ownId = own === null ? null : await ownDeviceId(own);
    if (customer.session() === session) rules.noteDevice(ownId); // else it is of who was signed in before
    return described;
  };
}

/**
 * Builds the overview: who is signed in, and this computer's state for them.
 * @param computerName what the system calls this computer, as a first proposal
 */
export async function describeOverview(dependencies: Dependencies, computerName: string): Promise<Overview> {
  const customer = dependencies.customer.get();
  const signedIn = customer === null ? null : await describeForCustomer(dependencies, computerName);
  const protection = protectionLevelOf(isOnToken(signedIn?.device ?? null));
  dependencies.noteProtection(protection);
  return {
    version: dependencies.version,
    demoCustomers: customer === null && dependencies.demo ? await dependencies.demo.listNames() : null,
    signInBy: dependencies.demo === null ? "browser" : "names",
    customer: customer === null ? null : { name: customer.name, number: dependencies.customer.number() ?? 0 },
    device: signedIn?.device ?? null,
    hasOpenChange: signedIn?.hasOpenChange ?? false,
    pausedChange: signedIn?.pausedChange ?? null,
    unusableFolder: signedIn?.unusableFolder ?? null,
    pinChangeRoutes: customer === null ? [] : dependencies.rules.routes(),
    waits: dependencies.rules.waits(),
    letters: signedIn?.letters ?? null,
    deviceConsent: customer === null ? null : dependencies.deviceConsents.view(),
    lockedBecause: dependencies.lock.reason(),
    lock: dependencies.lockTimes,
    codeCoolDownMs: dependencies.codeCoolDownMs,
    browserHintMs: BROWSER_HINT_MS,
    protection,
    ...(customer !== null &&
      dependencies.hasTokens &&
      dependencies.rules.accepts("hardware_passcode") && { offersTokens: true }),
    ...(signedIn?.keyLeftOn != null && { keyLeftOn: { label: nameOf(signedIn.keyLeftOn) } }),
    bankTime: dependencies.clock.now(),
  };
}

async function describeForCustomer(dependencies: Dependencies, computerName: string) {
  const { journal, pinChanges, rules } = dependencies;
  const own = dependencies.enrolment();
  const keyLeftOn = dependencies.leftKeys.of(own.scope);
  const state = await readEnrolmentState(own);
  const device = describeDevice(state, dependencies, computerName);
  const letters = rules.offersLetters() ? dependencies.letters.view(own.scope, isLetterAwaited(state)) : null;
  const paused = pinChanges.paused(own.scope);
  const pausedChange = paused && { cardId: paused.cardId, route: paused.route };
  try {
    const open = (await journal.list(own.scope)).filter((requestId) => requestId !== paused?.requestId);
    return { device, hasOpenChange: open.length > 0, letters, pausedChange, unusableFolder: null, keyLeftOn };
  } catch (error) {
    if (!(error instanceof AppError) || error.details.folder === undefined) throw error;
    return { device, hasOpenChange: false, letters, pausedChange, unusableFolder: error.details.folder, keyLeftOn };
  }
}

function isLetterAwaited(device: EnrolmentState): boolean {
  return (
    device.state === "present" && device.record.stage === "challenged" && device.record.challenge_type !== undefined
  );
}

type Known = Pick<Dependencies, "clock" | "codeTimes" | "presence">;

function describeDevice(device: EnrolmentState, known: Known, computerName: string): DeviceView {
  switch (device.state) {
    case "absent":
    case "lost":
      return { state: device.state, suggestedName: suggestName(computerName) };
    case "present":
      return describeRecord(device.record, known);
    case "unusable-folder":
      return device;
    case "unconfirmed":
      return { state: "unconfirmed", why: device.why, computerName: device.record.computer_name };
    default:
      return { state: device.state };
  }
}

function describeRecord(record: EnrolmentRecord, known: Known): DeviceView {
  const { computer_name: computerName } = record;
  if (record.stage !== "bound" && record.stage !== "erased") return describeBinding(record, known);
  const { presence } = known;
  if (presence.isRemoved(record.device_id)) return { state: "removed", computerName };
  if (record.stage === "erased") return { state: "erased", computerName };
  const passcodesLeft = passcodeAttemptsLeft(record);
  return { state: "bound", computerName, passcodeAttemptsLeft: passcodesLeft, ...onToken(record) };
}

const isOnToken = (device: DeviceView | null) => device !== null && "onToken" in device;

/** Nothing where the keychain has the key. */
function onToken(record: EnrolmentRecord) {
  const token = tokenOf(record);
  return token === null ? {} : { onToken: { label: nameOf(token) } };
}

function describeBinding(
  record: RecordAt<"requested" | "challenged" | "verified" | "keyed">,
  { clock, codeTimes }: Known,
): BindingView {
  const { computer_name: computerName } = record;
  switch (record.stage) {
    case "requested":
      return { state: "binding", step: "request", computerName, ...onToken(record) };
    case "challenged": {
      // Which nobody needs to ask for: `Overview.letters` says of the letter what there is to say.
      if (record.challenge_type !== undefined)
        return { state: "binding", step: "request", computerName, ...onToken(record) };
      const said = codeTimes.of(record.challenge_id);
      const validForMs = clock.msUntil(said?.is === "valid" ? said.until : record.expires_at);
      const sent = { id: record.challenge_id, validForMs, ...(said?.is === "over" && { isOver: true }) };
      return { state: "binding", step: "code", computerName, sent, ...onToken(record) };
    }
    case "verified":
      return { state: "binding", step: "passcode", computerName, ...onToken(record) };
    case "keyed":
      return { state: "binding", step: "key", computerName, ...onToken(record) };
  }
}
