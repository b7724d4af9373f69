import type { en } from "./en.ts";
import type { enPanels } from "./en-panels.ts";
import type { Translation } from "./messages.ts";

/** The messages that every other language must have: those of the first screen, and those of the panels and the later screens. */
export type ScreenTexts = Translation<typeof en>;
export type PanelTexts = Translation<typeof enPanels>;
export type WindowTexts = ScreenTexts & PanelTexts;
