import * as cards from "./es/cards.ts";
import * as common from "./es/common.ts";
import * as device from "./es/device.ts";
import * as errors from "./es/errors.ts";
import * as help from "./es/help.ts";
import * as pin from "./es/pin-change.ts";
import * as pinHelp from "./es/pin-help.ts";
import * as proxy from "./es/proxy.ts";
import * as settings from "./es/settings.ts";
import type { WindowTexts } from "./window-texts.ts";

/**
 * Spanish as in Spain, with usted. One word for one thing: "PIN de la tarjeta" is typed at the till, "contraseña del
 * dispositivo" unlocks this computer's key, "código" comes by "SMS", "conectar" is done to a computer and "iniciar
 * sesión" by a person. The key is a "llave", because "clave" is what people call a PIN or a password. "Quitar" is done
 * to a device, "eliminar" to data. "De nuevo" is again, "desde cero" is anew.
 */
export const es: WindowTexts = {
  ...cards,
  ...common,
  ...device,
  ...errors,
  ...help,
  ...pin,
  ...pinHelp,
  ...proxy,
  ...settings,
};
