import type { WindowTexts } from "../window-texts.ts";

export const reveal: WindowTexts["reveal"] = {
  show: "Mostrar las cifras",
  hide: "Ocultar las cifras",
  showShort: "Mostrar",
  hideShort: "Ocultar",
  shown: "Las cifras se pueden ver durante {seconds, plural, one {# segundo} other {# segundos}} más.",
  hidden: "Las cifras vuelven a estar ocultas.",
};

export const keypad: WindowTexts["keypad"] = {
  title: "Teclado numérico",
  shuffled: "Teclado numérico, desordenado",
  remove: "Borrar la última cifra",
};

export const advice: WindowTexts["advice"] = {
  title: "Fácil de adivinar.",
  reasons: {
    year: "Es un año.",
    pairs: "Está formado por parejas de cifras.",
    mirrored: "Se lee igual al revés.",
    steps: "Sus cifras se suceden a intervalos iguales.",
    "keypad-line": "Sus cifras están en línea en el teclado numérico.",
    "keypad-shape": "Sus cifras dibujan una figura en el teclado numérico.",
    "day-and-month": "Es un día y un mes.",
    "month-and-day": "Es un mes y un día.",
    "spelled-word": "Forma una palabra con las letras de las teclas de un teléfono.",
    "well-known-number": "Es un número que mucha gente conoce.",
    "birth-date": "Sale de su fecha de nacimiento.",
  },
  refuse: "Su banco no lo permite. Elija otro.",
  keep: "Usar este PIN de todos modos",
  kept: "Ha decidido usar este PIN de la tarjeta de todos modos.",
  notYet: "Elija otro PIN de la tarjeta o confirme que quiere usar este de todos modos.",
};

export const birthDate: WindowTexts["birthDate"] = {
  summary: "Comparar con mi fecha de nacimiento",
  intro:
    "Los ladrones prueban primero las fechas de nacimiento. Introduzca la suya y sabrá si su nuevo PIN sale de esa fecha.",
  privacy: "Su fecha de nacimiento no sale de esta ventana. No se guarda ni se envía.",
  day: "Día",
  month: "Mes",
  year: "Año",
  faults: {
    "no-such-day": "Esto no es una fecha. Introduzca el día, el mes y el año en cifras, por ejemplo 31, 12 y 1980.",
    "before-1900": "Introduzca un año a partir de 1900, con sus cuatro cifras.",
    "in-the-future": "Esta fecha está en el futuro.",
  },
  isFree: "Este PIN de la tarjeta no sale de su fecha de nacimiento.",
  isFrom: "Este PIN de la tarjeta sale de su fecha de nacimiento.",
};
