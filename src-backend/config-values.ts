import { z } from "zod";
import { isLoopback } from "./loopback.ts";

// Kinds of values of environment variables. Each fault follows the variable's name, and says what is expected.

/** A whole number in these bounds. */
export const wholeNumber = (from: number, to: number, expected: string) =>
  z
    .string()
    .regex(/^[0-9]{1,6}$/, { error: `is not a whole number; expected ${expected}`, abort: true })
    .transform(Number)
    .refine((value) => value >= from && value <= to, `is out of range; expected ${expected}`);

/** An https URL without credentials, query and fragment, or such an http one on loopback. */
export const httpsUrl = z.string("is missing; expected an https URL").superRefine((value, context) => {
  const fault = faultOfUrl(value);
  if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
});

/** Printable ASCII without white space. @param what says what it is */
export const visible = (what: string) =>
  z
    .string(`is missing; expected ${what}`)
    .regex(/^[\x21-\x7e]{1,512}$/, `is empty, too long or has white space in it; expected ${what}`);

/** A switch. */
export const yesOrNo = z.enum(["yes", "no"], "is neither; expected yes or no").transform((word) => word === "yes");

/** The text, if it is such a value. */
export const ifVisible = (text: string): string | null => (visible("").safeParse(text).success ? text : null);

/** Different words of a closed list, separated by commas. */
export const listOf = <T extends string>(words: readonly [T, ...T[]]) => {
  const fault = `is not a list of different known words; expected some of ${words.join(",")}`;
  return z
    .string()
    .transform((value) => value.split(",").map((word) => word.trim()))
    .pipe(z.array(z.enum(words, fault)).refine((all) => new Set(all).size === all.length, fault));
};

/** Whether it is such a URL. */
export function isHttpsUrl(value: string): boolean {
  return faultOfUrl(value) === undefined;
}

/** What is wrong with an https URL, or http one on loopback; undefined if nothing is. */
function faultOfUrl(value: string): string | undefined {
  // URL drops some of it, but an address is also compared as it is written.
  if (/[\s\p{Cc}\\]/u.test(value) || !URL.canParse(value)) return "is not a URL; expected https://…";
  const url = new URL(value);
  if (url.username !== "" || url.password !== "") return "has a user name or password in it; expected a URL without";
  if (/[?#]/.test(value)) return "has a query or fragment; expected a URL without";
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) return undefined;
  return "is not https; expected https://…, or http on loopback for a sandbox";
}
