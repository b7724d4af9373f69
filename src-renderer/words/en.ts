import * as cards from "./en/cards.ts";
import * as common from "./en/common.ts";
import * as device from "./en/device.ts";
import * as errors from "./en/errors.ts";
import * as pin from "./en/pin-change.ts";
import * as pinHelp from "./en/pin-help.ts";
import * as proxy from "./en/proxy.ts";

/** English decides which messages there are, and which values they take. What only the panels say is in en-panels.ts. */
export const en = {
  ...cards,
  ...common,
  ...device,
  ...errors,
  ...pin,
  ...pinHelp,
  ...proxy,
};
