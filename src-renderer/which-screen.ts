import type {
  BindingView,
  CardView,
  DeviceConsentView,
  DeviceView,
  LettersView,
  LockReason,
  Overview,
  SentCode,
  TokenLabel,
} from "../src-contract/bridge/views.ts";
import type { Failure } from "../src-contract/errors/result.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";
import type { ProtectionLevel } from "../src-contract/rules/protection-levels.ts";
import { canChangeWithoutLinking, chooseRoute } from "./pin-routes.ts";
import type { ConsentFor, PinChange, PinChangeEnding, Place, WindowState } from "./store.ts";

/** A screen and its data; app.tsx draws each. */
export type Screen =
  | { readonly screen: "loading" }
  | { readonly screen: "failed"; readonly failure: Failure }
  /** `isLong`: for so long that something may be wrong. */
  | { readonly screen: "browser-wait"; readonly isLong: boolean }
  | { readonly screen: "sign-in-again" }
  | { readonly screen: "sign-in"; readonly names: readonly string[] | null; readonly lockedBecause: LockReason | null }
  | { readonly screen: "consent"; readonly consent: DeviceConsentView; readonly step: ConsentFor["step"] }
  | { readonly screen: "new-pin"; readonly card: CardView; readonly route: PinChangeRoute }
  | { readonly screen: "sending"; readonly card: CardView; readonly route: PinChangeRoute; readonly done: number }
  | { readonly screen: "tan"; readonly card: CardView; readonly sent: SentCode }
  | {
      readonly screen: "outcome";
      readonly card: CardView | null;
      readonly route: PinChangeRoute | null;
      readonly end: PinChangeEnding;
    }
  | { readonly screen: "open-change" }
  | { readonly screen: "paused-change"; readonly paused: NonNullable<Overview["pausedChange"]> }
  | { readonly screen: "folder"; readonly holds: "changes" | "enrolments"; readonly folder: string }
  /** The computer's name is null if it is not linked, the route if no PIN can be changed. */
  | { readonly screen: "cards"; readonly computerName: string | null; readonly route: PinChangeRoute | null }
  | { readonly screen: "linked"; readonly computerName: string }
  | { readonly screen: "devices"; readonly protection: ProtectionLevel }
  | { readonly screen: "change-passcode" }
  | { readonly screen: "passcode-changed" }
  | { readonly screen: "forgotten-passcode" }
  | { readonly screen: "keychain"; readonly state: "locked" | "unavailable" | "silent" | "unreadable" }
  | { readonly screen: "name-computer"; readonly why: "new" | "lost" | "resumed"; readonly name: string | null }
  | { readonly screen: "code"; readonly binding: Extract<BindingView, { step: "code" }> }
  /** which-letter-screen.ts says which of a letter's screens. */
  | { readonly screen: "letter"; readonly letters: LettersView; readonly device: AwaitingDevice }
  | { readonly screen: "set-passcode" }
  | { readonly screen: "set-token-pin"; readonly onToken: TokenLabel }
  | { readonly screen: "finishing" }
  | { readonly screen: "no-longer-linked"; readonly state: "erased" | "removed" }
  | { readonly screen: "unconfirmed"; readonly device: Extract<DeviceView, { state: "unconfirmed" }> }
  | { readonly screen: "removing" };

type DecidingState = Pick<
  WindowState,
  "overview" | "failure" | "pinChange" | "looksLater" | "place" | "browserWait" | "signInAgain" | "consentFor"
>;

/** The current screen, always derived from the state, so the two cannot disagree. */
export function screenOf(state: DecidingState): Screen {
  const { overview, failure, pinChange, looksLater, place, browserWait, consentFor } = state;
  if (overview === null) return failure === null ? { screen: "loading" } : { screen: "failed", failure };
  if (browserWait !== null) return { screen: "browser-wait", ...browserWait };
  const { customer, device, demoCustomers, lockedBecause, unusableFolder } = overview;
  if (customer === null || device === null) return { screen: "sign-in", names: demoCustomers, lockedBecause };
  if (state.signInAgain !== null) return { screen: "sign-in-again" };
  if (consentFor !== null && overview.deviceConsent !== null)
    return { screen: "consent", consent: overview.deviceConsent, step: consentFor.step };
  if (pinChange !== null) return screenOfChange(pinChange);
  if (overview.pausedChange !== null) return { screen: "paused-change", paused: overview.pausedChange };
  if (overview.hasOpenChange && !looksLater) return { screen: "open-change" };
  if (unusableFolder !== null && !looksLater) return { screen: "folder", holds: "changes", folder: unusableFolder };
  if (place === "without-linking" && canChangeWithoutLinking(overview)) {
    return { screen: "cards", computerName: null, route: "sms" };
  }
  if (device.state === "bound") return screenOfPlace(place, overview, device.computerName);
  const { letters } = overview;
  return letters !== null && awaitsLetter(device) && showsLetter(letters, state)
    ? { screen: "letter", letters, device }
    : screenOfDevice(device);
}

export type AwaitingDevice =
  | Extract<DeviceView, { state: "absent" | "lost" }>
  | Extract<DeviceView, { step: "request" }>;

/** Whether this computer could be linked by the code of a letter: no other code was asked for, nor accepted. */
export function awaitsLetter(device: DeviceView): device is AwaitingDevice {
  return "suggestedName" in device || (device.state === "binding" && device.step === "request");
}

/** Whether a letter was asked for, or is offered. */
function showsLetter({ asked }: LettersView, { place, failure }: DecidingState): boolean {
  const isOffered = place === "letter-offer" || failure?.code === "ERR_NO_MOBILE_NUMBER";
  return asked !== null || isOffered || place === "letter-cancelled";
}

function screenOfChange(change: PinChange): Screen {
  switch (change.stage) {
    case "entering":
      return { screen: "new-pin", card: change.card, route: change.route };
    case "sending":
      return { screen: "sending", card: change.card, route: change.route, done: change.done };
    case "tan":
      return { screen: "tan", card: change.card, sent: change.sent };
    case "ended":
      return { screen: "outcome", card: change.card, route: change.route, end: change.end };
  }
}

/** While this computer is linked. */
function screenOfPlace(place: Place, overview: Overview, computerName: string): Screen {
  switch (place) {
    case "linked":
      return { screen: "linked", computerName };
    case "devices":
      return { screen: "devices", protection: overview.protection };
    case "change-passcode":
    case "passcode-changed":
    case "forgotten-passcode":
      return { screen: place };
    default:
      return { screen: "cards", computerName, route: chooseRoute(overview) };
  }
}

/** While it is not. */
function screenOfDevice(device: Exclude<DeviceView, { state: "bound" }>): Screen {
  switch (device.state) {
    case "locked":
    case "unavailable":
    case "silent":
    case "unreadable":
      return { screen: "keychain", state: device.state };
    case "unusable-folder":
      return { screen: "folder", holds: "enrolments", folder: device.folder };
    case "lost":
      return { screen: "name-computer", why: "lost", name: device.suggestedName };
    case "absent":
      return { screen: "name-computer", why: "new", name: device.suggestedName };
    case "binding":
      return screenOfBinding(device);
    case "erased":
    case "removed":
      return { screen: "no-longer-linked", state: device.state };
    case "unconfirmed":
      return { screen: "unconfirmed", device };
    case "removing":
      return { screen: "removing" };
  }
}

function screenOfBinding(binding: BindingView): Screen {
  switch (binding.step) {
    case "request":
      return { screen: "name-computer", why: "resumed", name: binding.computerName };
    case "code":
      return { screen: "code", binding };
    case "passcode":
      return binding.onToken === undefined
        ? { screen: "set-passcode" }
        : { screen: "set-token-pin", onToken: binding.onToken };
    case "key":
      return { screen: "finishing" };
  }
}
