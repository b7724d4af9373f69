import type { WindowTexts } from "../window-texts.ts";

export const pin: WindowTexts["pin"] = {
  steps: { card: "Tarjeta", pin: "Nuevo PIN", code: "Código", done: "Listo" },
  title: "Elija un nuevo PIN",
  newPin: "Nuevo PIN de la tarjeta",
  again: "Repita el nuevo PIN de la tarjeta",
  rules: "Cuatro cifras. No seguidas, como 1234 o 4321, y ninguna cifra tres veces.",
  againHint: "Para detectar errores al escribir.",
  count: "{entered} de {length} cifras introducidas",
  incomplete: "Introduzca las {length} cifras.",
  digitsOnly: "Solo se pueden introducir las cifras del 0 al 9.",
  full: "El PIN tiene {length} cifras; no caben más.",
  noPaste: "Un PIN no se puede pegar, para que nunca quede en el portapapeles. Escríbalo.",
  mismatch: "Los dos PIN no coinciden. Elija otra vez su nuevo PIN.",
  passcodeHint: "La de este ordenador, no el PIN de una tarjeta. ¿La ha olvidado? Vuelva atrás y elija «Dispositivos».",
  change: "Cambiar PIN",
  neverAsk:
    "Nadie de su banco le pedirá nunca su PIN, ni por teléfono, ni por correo electrónico, ni por carta, ni por SMS.",
};

export const tan: WindowTexts["tan"] = {
  title: "Confirme con un código",
  intro: "Su banco ha enviado un código de seis cifras a su teléfono móvil. Con él confirma el nuevo PIN.",
  send: "Pedir el código",
  confirm: "Cambiar PIN",
  neverTell:
    "El SMS dice que el código es para un nuevo PIN. No le diga nunca el código a nadie, ni siquiera a su banco.",
  ifBack:
    "Hasta que confirme con el código, el PIN de la tarjeta sigue igual que antes. Si vuelve atrás, no cambia nada.",
};

export const sending: WindowTexts["sending"] = {
  title: "Cambiando su PIN",
  stages: {
    prepare: { now: "Preparando con su banco", done: "Preparado con su banco" },
    encrypt: { now: "Cifrando en este ordenador", done: "Cifrado en este ordenador" },
    request: { now: "Enviando el PIN cifrado a su banco", done: "PIN cifrado en camino a su banco" },
    sign: { now: "Confirmando en este ordenador", done: "Confirmado en este ordenador" },
    send: { now: "Enviando a su banco", done: "En camino a su banco" },
    answer: { now: "Esperando la respuesta de su banco", done: "Respuesta recibida" },
  },
  done: "hecho",
  now: "en curso",
  waiting: "pendiente",
};

export const outcome: WindowTexts["outcome"] = {
  changed: {
    title: "Se ha cambiado su PIN",
    what: "Su banco ha registrado el nuevo PIN de su tarjeta.",
    nextTitle: "Conviene saber",
    next: "Con algunas tarjetas, el nuevo PIN solo funciona después del primer pago en una tienda con la tarjeta introducida en el terminal.",
    memorise: "Memorícelo y no lo anote en ningún sitio.",
  },
  refused: {
    title: "No se ha cambiado su PIN",
    what: "El PIN de su tarjeta sigue igual que antes.",
  },
  notSent: {
    what: "No se ha enviado nada. El PIN de su tarjeta sigue igual que antes.",
    neverArrived:
      "Su banco no ha recibido nada de este cambio y no lo llevará a cabo. El PIN de su tarjeta sigue igual que antes.",
  },
  inProgress: {
    title: "Se está cambiando su PIN",
    what: "Su banco ha recibido su nuevo PIN y todavía no ha terminado.",
    next: "Esta ventana vuelve a preguntar cada dos segundos.",
  },
  unknown: {
    title: "No se sabe con certeza si se ha cambiado su PIN",
    what: "Su nuevo PIN se ha enviado, pero no ha llegado ninguna respuesta.",
    next: "En su próximo pago, pruebe el nuevo PIN y, si no funciona, el antiguo. O elija aquí otra vez un nuevo PIN: es una operación segura.",
    checkAgain: "Comprobar de nuevo",
    sameAsBefore: "Se ha vuelto a preguntar a su banco, y tampoco lo sabe.",
  },
  toCards: "Volver a sus tarjetas",
  another: "Elegir otro PIN",
  bySms: "Cambiarlo con un código por SMS",
  otherWay: "Probar de otra forma",
  toComputer: "Ver la vinculación",
};

export const pausedChange: WindowTexts["pausedChange"] = {
  title: "Su nuevo PIN aún no se ha enviado",
  what: "Cuando se iba a enviar su nuevo PIN, su banco pidió que iniciara sesión de nuevo. No se ha cambiado nada y su nuevo PIN se conserva aquí, cifrado.",
  next: "Envíelo ahora si todavía lo desea.",
  send: "Enviar el nuevo PIN",
  giveUp: "No cambiar el PIN",
};

export const openChange: WindowTexts["openChange"] = {
  title: "Resultado de su último cambio de PIN",
  asking: "Dejó el programa antes de que se supiera con certeza el resultado. Preguntando a su banco…",
  notAnswered:
    "Dejó el programa antes de que se supiera con certeza el resultado, y su banco todavía no ha podido decir cómo terminó.",
  later: "Ahora no",
};

export const moment: WindowTexts["moment"] = {
  changedAt: "Cambiado el",
  computer: "Ordenador",
  reference: "Referencia",
  copy: "Copiar",
  copyReference: "Copiar la referencia",
  copied: "Copiada.",
};
