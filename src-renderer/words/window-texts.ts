import type { en } from "./en.ts";
import type { Translation } from "./messages.ts";

/** The messages that every other language must have. */
export type WindowTexts = Translation<typeof en>;
