import * as help from "./en/help.ts";
import * as howTo from "./en/how-to.ts";
import * as settings from "./en/settings.ts";
import * as update from "./en/update.ts";

/** What only the panels say (Help, Settings, the proxy's question), and is read with them. English decides here too. */
export const enPanels = {
  ...help,
  ...howTo,
  ...settings,
  ...update,
};
