import type { ErrorCode } from "./error-codes.ts";

/** A failure as it crosses the bridge: a code of ours, never a text or a stack from elsewhere. */
export interface Failure {
  readonly ok: false;
  readonly code: ErrorCode;
  /** Solaris' error id, which its support can look up; only where Solaris named one. */
  readonly supportId?: string;
}

/** What every method of the bridge answers. It never rejects. */
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;
