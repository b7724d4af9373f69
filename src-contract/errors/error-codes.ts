import { errorCatalogue } from "./error-catalogue.ts";
import type { ErrorMeaning } from "./error-entry.ts";

type Catalogue = typeof errorCatalogue;
type CodeWith<Part> = { [Code in ErrorCode]: Catalogue[Code] extends Part ? Code : never }[ErrorCode];

/** Every code that can reach the window; the catalogue says what is known of each. */
export type ErrorCode = keyof Catalogue;
/** Codes that have their own words. */
export type WordedCode = CodeWith<ErrorMeaning>;
/** Those of a token, which are told in words of a later file (words.ts). */
export type TokenCode = Extract<WordedCode, `ERR_TOKEN_${string}`>;
/** Codes that the backend can answer as a problem (RFC 9457). */
export type ProblemCode = CodeWith<{ http: object }>;
/** Codes that can carry Solaris' error id. */
export type SolarisProblemCode = CodeWith<{ http: { fromSolaris: true } }>;

export const errorCodes = Object.keys(errorCatalogue) as ErrorCode[];
export const wordedCodes = errorCodes.filter(hasOwnWords);
export const problemCodes = errorCodes.filter((code): code is ProblemCode => "http" in errorCatalogue[code]);

/** The code whose words and meaning apply to a code: usually its own. It decides what the cardholder is told. */
export function saidAs(code: ErrorCode): WordedCode {
  if (hasOwnWords(code)) return code;
  return errorCatalogue[code].saidAs;
}

/** What is known of an error. */
export function errorMeaning(code: ErrorCode): ErrorMeaning {
  return errorCatalogue[saidAs(code)];
}

/** Whether an outside word is a backend code that this program knows. */
export function isProblemCode(word: string): word is ProblemCode {
  return (problemCodes as string[]).includes(word);
}

function hasOwnWords(code: ErrorCode): code is WordedCode {
  return !("saidAs" in errorCatalogue[code]);
}
