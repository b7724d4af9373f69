import type { en } from "./en.ts";
import type { enPanels } from "./en-panels.ts";
import type { Translation } from "./messages.ts";

/** The messages that every other language must have, those of the screens and those of the panels. */
export type ScreenTexts = Translation<typeof en>;
export type PanelTexts = Translation<typeof enPanels>;
export type WindowTexts = ScreenTexts & PanelTexts;
