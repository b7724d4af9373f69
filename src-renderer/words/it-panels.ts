import * as help from "./it/help.ts";
import * as howTo from "./it/how-to.ts";
import * as settings from "./it/settings.ts";
import * as update from "./it/update.ts";
import type { PanelTexts } from "./window-texts.ts";

export const itPanels: PanelTexts = {
  ...help,
  ...howTo,
  ...settings,
  ...update,
};
