import { cards } from "./es/cards.ts";
import { code, common, lock, signIn, start, support, wait } from "./es/common.ts";
import { binding, devices, keychain, passcode, protection, state } from "./es/device.ts";
import { errors } from "./es/errors.ts";
import { diagnosis, help } from "./es/help.ts";
import { openChange, outcome, pin, sending, tan } from "./es/pin.ts";
import { advice, birthDate, keypad, reveal } from "./es/pin-help.ts";
import { settings } from "./es/settings.ts";
import type { WindowTexts } from "./words.ts";

/**
 * Spanish as in Spain, with usted. One word for one thing: "PIN de la tarjeta" is typed at the till, "contraseña del
 * dispositivo" unlocks this computer's key, "código" comes by "SMS", "conectar" is done to a computer and "iniciar
 * sesión" by a person. The key is a "llave", because "clave" is what people call a PIN or a password. "Quitar" is done
 * to a device, "eliminar" to data. "De nuevo" is again, "desde cero" is anew.
 */
export const es: WindowTexts = {
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
