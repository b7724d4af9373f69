/**
 * Every state in which a screen can show: how it begins, how it waits, what is wrong. Each screen says which one it is in
 * (`data-state`), so that the gallery, the accessibility tests and other people's tests can ask for each by name.
 */
export type ScreenState =
  | "loading"
  | "failed"
  | `sign-in${"" | "-locked" | "-failed" | "-unavailable"}`
  | `name${"" | "-looking" | "-empty" | "-lost" | "-resumed" | "-failed" | "-waits"}`
  | "limit"
  | `code${CodeState}`
  | `set-passcode${"" | "-complaint" | "-failed" | "-busy"}`
  | `finishing${"" | "-failed"}`
  | `keychain-${"locked" | "unavailable" | "silent" | "unreadable"}`
  | `folder-${"changes" | "enrolments"}`
  | "erased"
  | "removed"
  | "no-marker"
  | "other-device"
  | `removing${"" | "-failed"}`
  | `cards${"" | "-loading" | "-failed" | "-none" | "-none-shown" | "-left-out" | "-not-connected" | "-wait"}`
  | `devices${"" | "-loading" | "-failed" | "-left-out"}`
  | `change-passcode${"" | "-complaint" | "-failed" | "-busy"}`
  | "passcode-changed"
  | `forgotten-passcode${"" | "-failed"}`
  | `new-pin${"" | "-complaint" | "-guessable" | "-last-attempts" | "-failed" | "-busy"}`
  | "sending"
  | `tan${CodeState}`
  | `outcome-${"changed" | "refused" | "not-sent" | "failed" | "in-progress" | "unknown" | "unknown-again"}`
  | `open-change${"" | "-failed"}`
  | `help${"" | "-checking" | "-failed"}`
  | `proxy${"" | "-failed"}`
  | `settings${"" | "-blank-start" | "-failed"}`
  | "are-you-there";

/** How a screen stands that asks for a one-time code. */
export type CodeState = "" | "-incomplete" | "-busy" | "-failed" | "-ending" | "-expired";
