import * as help from "./es/help.ts";
import * as howTo from "./es/how-to.ts";
import * as settings from "./es/settings.ts";
import * as update from "./es/update.ts";
import type { PanelTexts } from "./window-texts.ts";

export const esPanels: PanelTexts = {
  ...help,
  ...howTo,
  ...settings,
  ...update,
};
