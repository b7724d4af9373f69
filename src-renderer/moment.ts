import { locale } from "./words/words.ts";

/** A day and a time as people write them, such as "26 November 2026 at 14:05". */
export function momentOf(at: Date): string {
  return new Intl.DateTimeFormat(dateLocale(), { dateStyle: "long", timeStyle: "short" }).format(at);
}

/** A day, such as "26 November 2026". */
export function dayOf(at: Date): string {
  return new Intl.DateTimeFormat(dateLocale(), { dateStyle: "long" }).format(at);
}

/** A time of day, such as "14:05". */
export function timeOf(at: Date): string {
  return new Intl.DateTimeFormat(dateLocale(), { timeStyle: "short" }).format(at);
}

/** Our English is British, with the day before the month. */
export const dateLocale = (): string => (locale() === "en" ? "en-GB" : locale());
