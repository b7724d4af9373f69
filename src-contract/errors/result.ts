import type { ErrorCode } from "./error-codes.ts";

/** What belongs to a failure beside its code. */
export interface FailureDetails {
  /** Solaris' error id, which its support can look up; only where Solaris named one. */
  readonly supportId?: string;
  /** How many wrong device passcodes are left before the key is erased; only with `ERR_PASSCODE_WRONG`. */
  readonly attemptsLeft?: number;
  /** How long to wait before it may be tried again, in milliseconds from the answer on; only where there is one to wait for. */
  readonly retryAfterMs?: number;
  /** Which of this program's folders the failure is about, as a path; only where its files cannot be read or written. */
  readonly folder?: string;
}

/** A failure as it crosses the bridge: a code of ours, never a text or a stack from elsewhere. */
export interface Failure extends FailureDetails {
  readonly ok: false;
  readonly code: ErrorCode;
}

/** What every method of the bridge answers. It never rejects. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;
