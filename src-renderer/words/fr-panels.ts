import * as help from "./fr/help.ts";
import * as howTo from "./fr/how-to.ts";
import * as settings from "./fr/settings.ts";
import * as update from "./fr/update.ts";
import type { PanelTexts } from "./window-texts.ts";

export const frPanels: PanelTexts = {
  ...help,
  ...howTo,
  ...settings,
  ...update,
};
