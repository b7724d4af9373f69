import { cards } from "./fr/cards.ts";
import { code, common, lock, signIn, start, support, wait } from "./fr/common.ts";
import { binding, devices, keychain, passcode, protection, state } from "./fr/device.ts";
import { errors } from "./fr/errors.ts";
import { diagnosis, help } from "./fr/help.ts";
import { openChange, outcome, pin, sending, tan } from "./fr/pin.ts";
import { advice, birthDate, keypad, reveal } from "./fr/pin-help.ts";
import { settings } from "./fr/settings.ts";
import type { WindowTexts } from "./words.ts";

/**
 * French, with vous, and no-break spaces where French has them. One word for one thing: "code PIN" is the card's, "mot de
 * passe de l’appareil" unlocks this computer's key, "code" alone comes by "SMS", "associer" is done to a computer
 * ("connecter" would be signing in).
 */
export const fr: WindowTexts = {
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
};
