import { en } from "./en.ts";

/** Every text of the window, in the language of the cardholder. English only so far. */
export type Words = typeof en;
export const words: Words = en;
