import { status } from "./es/cards.ts";
import { common, signIn, start, support, wait } from "./es/common.ts";
import * as errors from "./es/errors.ts";
import * as proxy from "./es/proxy.ts";
import type { ScreenTexts } from "./window-texts.ts";

/**
 * Spanish as in Spain, with usted. One word for one thing: "PIN de la tarjeta" is typed at the till, "contraseña del
 * dispositivo" unlocks this computer's key, "código" comes by "SMS", "vincular" is done to a computer and "iniciar
 * sesión" by a person. The key is a "clave". "Quitar" is done to a device, "eliminar" to data. "De nuevo" is again.
 */
export const es: ScreenTexts = {
  common,
  signIn,
  start,
  status,
  support,
  wait,
  ...errors,
  ...proxy,
};
