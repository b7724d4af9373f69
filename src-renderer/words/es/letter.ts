import type { WindowTexts } from "../window-texts.ts";

export const letter: WindowTexts["letter"] = {
  instead: "Si su banco no tiene su número de móvil, usted puede recibir el código por carta. Tarda unos días.",
  offer: {
    title: "Reciba el código por carta",
    what: "Su banco no tiene ningún número de móvil al que enviar un código. En su lugar, puede hacérselo llegar por carta.",
    days: "Una carta tarda unos días. Mientras tanto puede cerrar este programa e introducir el código cuando llegue la carta.",
    address: "Si se ha mudado, comunique antes su nueva dirección a su banco.",
    send: "Pedir una carta",
  },
  limited: "Su banco limita cuántas cartas puede pedir. Después hay que esperar, quizá varios días.",
  wait: "Podrá volver a pedir una carta el {when}.",
  byMessage: "Probar por SMS",
  title: "Su código llega por carta",
  what: "Se ha pedido una carta con un código para usted. En cuanto la tenga, introduzca aquí el código.",
  askedFor: "Pedida el",
  countsUntil: "Código válido hasta el",
  countedUntil: "El código era válido hasta el",
  meanwhile: "Hasta que tenga la carta no hay nada que hacer aquí. Puede cerrar este programa y apagar el ordenador.",
  kept: "De la carta, en este ordenador solo se guardan estas fechas, no el código.",
  enter: "Introducir el código",
  cancel: "Anular la carta",
  cancelAsk: "¿Anular la carta? Su código dejará de ser válido, aunque la carta llegue todavía.",
  cancelNot: "No anular",
  noRoom:
    "Puede tener {limit} dispositivos vinculados y ya ha llegado a ese número. Para poder vincular este ordenador, antes hay que quitar uno de ellos. El código de su carta no se ha usado.",
  again: {
    open: "Pedir una carta nueva",
    title: "¿Pedir una carta nueva?",
    what: "El código de la carta anterior dejará de ser válido, aunque llegue todavía. Si quizá solo se ha retrasado, espérela.",
    send: "Pedir una carta nueva",
  },
  code: {
    title: "Introduzca el código de la carta",
    intro: "Introdúzcalo exactamente como está impreso para vincular «{name}».",
    label: "Código de la carta",
    hint: "Letras y cifras. Respete las mayúsculas y las minúsculas.",
    empty: "Introduzca el código de la carta.",
    leftOut:
      "El código de una carta solo tiene letras de la A a la Z, sin tildes ni eñes, y cifras. Lo demás se ha omitido.",
    full: "Ningún código es tan largo. Lo demás se ha omitido.",
    refused:
      "No es el código válido. Compárelo, carácter por carácter, con su carta más reciente y corríjalo. Demasiados intentos incorrectos pueden anular el código.",
  },
  over: {
    title: "El código de su carta ya no es válido",
    expiredTitle: "El código de su carta ha caducado",
    expired: "Pida una carta nueva si todavía quiere vincular este ordenador.",
    early:
      "Así lo indica su banco, aunque debería haber quedado tiempo. Quizá se usó en otro ordenador, se introdujo demasiadas veces un código incorrecto, se anuló la carta en otro lugar o se pidió una más reciente.",
    unknown:
      "Así lo indica su banco. Quizá se agotó el tiempo, el código se usó en otro ordenador, se introdujo demasiadas veces un código incorrecto o se anuló la carta en otro lugar.",
    linkedSince:
      "Desde entonces se vinculó «{name}», el {when}. Si fue con este código, este ordenador necesita otra carta. Si no conoce ese dispositivo, contacte enseguida con su banco.",
    without: "Empezar de nuevo sin carta",
  },
  startOver: {
    ask: "¿Empezar de nuevo? Su código ya se ha usado. Si llegó por carta, necesitará una carta nueva.",
    not: "No empezar de nuevo",
  },
  cancelled: {
    title: "La carta se ha anulado",
    what: "Su código ya no es válido. Si la carta llega todavía, puede destruirla.",
    back: "Volver a la vinculación",
  },
};
