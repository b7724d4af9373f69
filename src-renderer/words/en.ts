import { status } from "./en/cards.ts";
import { common, signIn, start, support, wait } from "./en/common.ts";
import * as errors from "./en/errors.ts";
import * as proxy from "./en/proxy.ts";

/**
 * English decides which messages there are, and which values they take. These are what the first screen can say; all others are in
 * en-panels.ts.
 */
export const en = {
  common,
  signIn,
  start,
  status,
  support,
  wait,
  ...errors,
  ...proxy,
};
