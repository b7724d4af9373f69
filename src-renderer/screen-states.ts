import { firstOf, type SignInState } from "./sign-in-states.ts";

/**
 * Every state of every screen: initial, waiting, failed. Each screen exposes its state as `data-state`, so the gallery, the
 * accessibility tests and other tests can select each by name.
 */
export type ScreenState =
  | "loading"
  | "failed"
  | SignInState
  | `sign-in-waiting${"" | "-long"}`
  | `sign-in-again${"" | "-failed"}`
  | `name${"" | "-looking" | "-empty" | "-lost" | "-resumed" | "-failed" | "-waits" | "-no-cards" | "-choice" | "-key-left"}`
  | "limit"
  | `code${CodeState}`
  | `letter-offer${"" | "-failed" | "-waits"}`
  | `letter${"" | "-failed"}`
  | `letter-again${"" | "-failed" | "-waits"}`
  | `letter-code${"" | "-incomplete" | "-busy" | "-failed" | "-waits"}`
  | `letter-over-${LetterEnd | "failed" | "waits"}`
  | "letter-cancelled"
  | `consent${"" | "-failed" | "-required"}`
  | `set-passcode${"" | "-complaint" | "-failed" | "-busy"}`
  | `set-token-pin${"" | "-complaint" | "-failed" | "-busy"}`
  | `finishing${"" | "-failed"}`
  | "linked"
  | `keychain-${"locked" | "unavailable" | "silent" | "unreadable"}`
  | `folder-${"changes" | "enrolments"}`
  | "erased"
  | "removed"
  | "no-marker"
  | "other-device"
  | `removing${"" | "-failed"}`
  | `cards${"" | "-loading" | "-failed" | "-none" | "-none-shown" | "-left-out" | "-not-linked" | "-wait"}`
  | `devices${"" | "-loading" | "-failed" | "-left-out"}`
  | "devices-on-token"
  | `devices-removed${"" | "-loading" | "-none" | "-untold"}`
  | `change-passcode${"" | "-complaint" | "-failed" | "-busy"}`
  | "passcode-changed"
  | `forgotten-passcode${"" | "-failed"}`
  | `new-pin${"" | "-complaint" | "-guessable" | "-last-attempts" | "-failed" | "-busy"}`
  | "sending"
  | `tan${CodeState}`
  | `outcome-${"changed" | "refused" | "not-sent" | "failed" | "in-progress" | "unknown" | "unknown-again"}`
  | `open-change${"" | "-failed"}`
  | `paused-change${"" | "-failed"}`
  | `help${"" | "-checking" | "-failed"}`
  | `proxy${"" | "-failed"}`
  | `settings${"" | "-blank-start" | "-failed"}`
  | `update${"" | "-required" | "-downloading" | "-ready" | "-failed"}`
  | "are-you-there";

/** The states of a screen that asks for a one-time code. */
export type CodeState = "" | "-incomplete" | "-busy" | "-failed" | "-ending" | "-expired";

export function codeState(now: {
  readonly isBusy: boolean;
  readonly isIncomplete: boolean;
  readonly isExpired: boolean;
  readonly hasFailed: boolean;
  readonly isSoonOver: boolean;
}): CodeState {
  return firstOf({
    "-busy": now.isBusy,
    "-incomplete": now.isIncomplete,
    "-expired": now.isExpired,
    "-failed": now.hasFailed,
    "-ending": now.isSoonOver,
  });
}

/** The state of a secret form. */
interface FormNow {
  readonly isBusy: boolean;
  readonly hasComplaint: boolean;
  readonly hasFailed: boolean;
}

export function consentState({ hasFailed }: { readonly hasFailed: boolean }): ScreenState {
  return hasFailed ? "consent-failed" : "consent";
}

/** What is known of why a letter's code counts no more. */
type LetterEnd = "expired" | "early" | "unknown";

/** The state of a screen that can ask for a letter. */
interface AskingNow {
  readonly hasFailed: boolean;
  readonly hasToWait: boolean;
}

export function letterState(screen: "letter-offer" | "letter-again", { hasFailed, hasToWait }: AskingNow): ScreenState {
  return `${screen}${firstOf({ "-failed": hasFailed, "-waits": hasToWait })}`;
}

export function letterOverState(ended: LetterEnd, { hasFailed, hasToWait }: AskingNow): ScreenState {
  return `letter-over-${firstOf({ failed: hasFailed, waits: hasToWait }) || ended}`;
}

export function letterCodeState(now: {
  readonly isBusy: boolean;
  readonly isIncomplete: boolean;
  readonly hasFailed: boolean;
  readonly hasToWait: boolean;
}): ScreenState {
  const how = firstOf({
    "-busy": now.isBusy,
    "-incomplete": now.isIncomplete,
    "-failed": now.hasFailed,
    "-waits": now.hasToWait,
  });
  return `letter-code${how}`;
}

export function passcodeState(
  screen: "set-passcode" | "set-token-pin" | "change-passcode",
  { isBusy, hasComplaint, hasFailed }: FormNow,
): ScreenState {
  return `${screen}${firstOf({ "-busy": isBusy, "-complaint": hasComplaint, "-failed": hasFailed })}`;
}

export function newPinState(
  now: FormNow & { readonly isGuessable: boolean; readonly hasFewAttemptsLeft: boolean },
): ScreenState {
  const how = firstOf({
    "-busy": now.isBusy,
    "-complaint": now.hasComplaint,
    "-failed": now.hasFailed,
    "-guessable": now.isGuessable,
    "-last-attempts": now.hasFewAttemptsLeft,
  });
  return `new-pin${how}`;
}

export function nameComputerState(now: {
  readonly why: "new" | "lost" | "resumed";
  /** Whether the device limit is still being checked. */
  readonly isLooking: boolean;
  readonly isFull: boolean;
  readonly hasNoCards: boolean;
  readonly hasFailed: boolean;
  readonly isEmpty: boolean;
  readonly hasToWait: boolean;
  /** Whether there is a token that could keep the key. */
  readonly hasChoice: boolean;
  /** Whether a key was left on one. */
  readonly isKeyLeft: boolean;
}): Extract<ScreenState, `name${string}` | "limit"> {
  if (now.isLooking) return "name-looking";
  if (now.hasNoCards) return "name-no-cards";
  if (now.isFull) return "limit";
  const how = firstOf({
    "-failed": now.hasFailed,
    "-empty": now.isEmpty,
    "-waits": now.hasToWait,
    "-lost": now.why === "lost",
    "-key-left": now.isKeyLeft,
    "-choice": now.hasChoice,
    "-resumed": now.why === "resumed",
  });
  return `name${how}`;
}

/** A list that is being loaded. */
interface ListNow {
  readonly hasFailed: boolean;
  /** Null until it is loaded. */
  readonly list: { readonly count: number; readonly isWhole: boolean } | null;
}

export function cardsState({
  hasFailed,
  list,
  hasToWait,
  isLinked,
}: ListNow & { readonly hasToWait: boolean; readonly isLinked: boolean }): ScreenState {
  if (hasFailed) return "cards-failed";
  if (list === null) return "cards-loading";
  const isEmpty = list.count === 0;
  const how = firstOf({
    "-none": isEmpty && list.isWhole,
    "-none-shown": isEmpty,
    "-wait": hasToWait,
    "-not-linked": !isLinked,
    "-left-out": !list.isWhole,
  });
  return `cards${how}`;
}

export function devicesState({
  hasFailed,
  list,
  removed,
  isOnToken,
}: ListNow & {
  /** Whether a token has this computer's key. */
  readonly isOnToken: boolean;
  /** The removed ones, which are shown on request: what is shown of them; null while nobody has asked. */
  readonly removed: "some" | "loading" | "none" | "untold" | null;
}): ScreenState {
  const how = firstOf({
    "-failed": hasFailed,
    "-loading": list === null,
    "-removed-loading": removed === "loading",
    "-removed-none": removed === "none",
    "-removed-untold": removed === "untold",
    "-removed": removed === "some",
    "-left-out": list?.isWhole === false,
    "-on-token": isOnToken,
  });
  return `devices${how}`;
}

export function helpState(now: { readonly hasFailed: boolean; readonly hasFindings: boolean }): ScreenState {
  return `help${firstOf({ "-failed": now.hasFailed, "-checking": !now.hasFindings })}`;
}

export function settingsState(now: { readonly hasFailed: boolean; readonly wasBlank: boolean }): ScreenState {
  return `settings${firstOf({ "-failed": now.hasFailed, "-blank-start": now.wasBlank })}`;
}

export function updateState(now: {
  readonly hasFailed: boolean;
  readonly isDownloading: boolean;
  readonly isFetched: boolean;
  readonly isRequired: boolean;
}): ScreenState {
  const how = firstOf({
    "-failed": now.hasFailed,
    "-downloading": now.isDownloading,
    "-ready": now.isFetched,
    "-required": now.isRequired,
  });
  return `update${how}`;
}
