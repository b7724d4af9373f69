import type { en } from "./en.ts";
import type { Translation } from "./messages.ts";

/** What every other language has to say. */
export type WindowTexts = Translation<typeof en>;
