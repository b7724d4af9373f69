import { cards } from "./en/cards.ts";
import { code, common, lock, signIn, start, support, wait } from "./en/common.ts";
import { binding, devices, keychain, passcode, protection, state } from "./en/device.ts";
import { errors } from "./en/errors.ts";
import { diagnosis, help } from "./en/help.ts";
import { openChange, outcome, pin, sending, tan } from "./en/pin.ts";
import { advice, birthDate, keypad, reveal } from "./en/pin-help.ts";
import { settings } from "./en/settings.ts";

/** English decides which messages there are, and which values they take. */
export const en = {
  common,
  start,
  signIn,
  lock,
  wait,
  code,
  support,
  errors,
  keychain,
  binding,
  state,
  devices,
  protection,
  passcode,
  cards,
  pin,
  reveal,
  keypad,
  advice,
  birthDate,
  tan,
  sending,
  outcome,
  openChange,
  settings,
  help,
  diagnosis,
} as const;
