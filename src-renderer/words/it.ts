import { cards } from "./it/cards.ts";
import { code, common, lock, signIn, start, support, wait } from "./it/common.ts";
import { binding, devices, keychain, passcode, protection, state } from "./it/device.ts";
import { errors } from "./it/errors.ts";
import { diagnosis, help } from "./it/help.ts";
import { openChange, outcome, pin, sending, tan } from "./it/pin.ts";
import { advice, birthDate, keypad, reveal } from "./it/pin-help.ts";
import { settings } from "./it/settings.ts";
import type { WindowTexts } from "./words.ts";

/**
 * Italian, with Lei; buttons are orders to the program and say "Cambia", "Invia". One word for one thing: "PIN della
 * carta" is typed at the till, "password del dispositivo" unlocks this computer's key, "codice" comes by "SMS",
 * "collegare" is done to a computer and "accedere" by a person. "Di nuovo" is again, "da capo" is anew.
 */
export const it: WindowTexts = {
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
  help,
  diagnosis,
  settings,
};
