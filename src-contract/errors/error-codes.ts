import { errorCatalogue } from "./error-catalogue.ts";
import type { ErrorMeaning, HttpAnswer } from "./error-entry.ts";

type Catalogue = typeof errorCatalogue;
type CodeWith<Part> = { [Code in ErrorCode]: Catalogue[Code] extends Part ? Code : never }[ErrorCode];

/** Every code that can reach the window; the catalogue says what is known of each. */
export type ErrorCode = keyof Catalogue;
/** Those that have words of their own. */
export type WordedCode = CodeWith<ErrorMeaning>;
/** Those that the backend can answer, as a problem (RFC 9457). */
export type ProblemCode = CodeWith<{ http: object }>;
/** Those that can come with Solaris' error id. */
export type SolarisProblemCode = CodeWith<{ http: { fromSolaris: true } }>;

export const errorCodes = Object.keys(errorCatalogue) as ErrorCode[];
export const wordedCodes = errorCodes.filter(hasOwnWords);
export const problemCodes = errorCodes.filter((code): code is ProblemCode => "http" in errorCatalogue[code]);

/** The code whose words and meaning a code has: mostly its own. What the cardholder is told is decided by this one. */
export function saidAs(code: ErrorCode): WordedCode {
  if (hasOwnWords(code)) return code;
  return errorCatalogue[code].saidAs;
}

/** What is known of an error. */
export function errorMeaning(code: ErrorCode): ErrorMeaning {
  return errorCatalogue[saidAs(code)];
}

/** How the backend answers a code: status and title as RFC 9457 §3.1 has them. */
export function httpAnswer(code: ProblemCode): Pick<HttpAnswer, "status" | "title"> {
  const { status, title } = errorCatalogue[code].http;
  return { status, title };
}

/** Whether a word from outside is a code that this program knows the backend to answer. */
export function isProblemCode(word: string): word is ProblemCode {
  return (problemCodes as string[]).includes(word);
}

function hasOwnWords(code: ErrorCode): code is WordedCode {
  return !("saidAs" in errorCatalogue[code]);
}
