import type { ProblemCode } from "./error-codes.ts";

/**
 * The type of a problem (RFC 9457 §3.1.1): a relative reference that a client resolves against the address it called, so
 * that it leads to a page at whichever partner's backend answered.
 */
export function problemType(code: ProblemCode): string {
  return `/problems/${code}`;
}

/**
 * The code that a problem's type names; null if it is none of ours. Takes the form of earlier backends too.
 * @returns perhaps a later backend's code, which `isProblemCode` does not know
 */
export function codeOfType(type: string): string | null {
  return /^(?:\/problems\/|urn:cardbound:error:)(ERR_[A-Z0-9_]{1,64})$/.exec(type)?.[1] ?? null;
}
