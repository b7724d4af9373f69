import { cards } from "./de/cards.ts";
import { code, common, lock, signIn, start, support, wait } from "./de/common.ts";
import { binding, devices, keychain, passcode, protection, state } from "./de/device.ts";
import { errors } from "./de/errors.ts";
import { diagnosis, help } from "./de/help.ts";
import { openChange, outcome, pin, sending, tan } from "./de/pin.ts";
import { advice, birthDate, keypad, reveal } from "./de/pin-help.ts";
import { settings } from "./de/settings.ts";
import type { WindowTexts } from "./words.ts";

/**
 * German, with Sie. One word for one thing: "Karten-PIN" is typed at the till, "Gerätepasswort" unlocks this computer's
 * key, "Code" comes by "SMS", "verbinden" is done to a computer and "anmelden" by a person.
 */
export const de: WindowTexts = {
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
