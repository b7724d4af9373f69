import type { ErrorCode } from "./error-codes.ts";

/** What a failure carries besides its code. */
export interface FailureDetails {
  /** Solaris' error id, which its support can look up; absent if Solaris gave none. */
  readonly supportId?: string;
  /** How many wrong device passcodes are left before the key is erased; only with `ERR_PASSCODE_WRONG`. */
  readonly attemptsLeft?: number;
  /** What a token says of its tries after a wrong PIN; absent if it says nothing. Only with `ERR_TOKEN_PIN_WRONG`. */
  readonly triesLeft?: "few" | "last";
  /** Milliseconds from this answer until a retry is allowed; absent if there is no wait. */
  readonly retryAfterMs?: number;
  /** The path of the program's folder whose files cannot be read or written; absent for other failures. */
  readonly folder?: string;
}

/** A failure as it crosses the bridge: a code of ours, never a text or a stack from elsewhere. */
export interface Failure extends FailureDetails {
  readonly ok: false;
  readonly code: ErrorCode;
}

/** What every method of the bridge answers. It never rejects. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;
