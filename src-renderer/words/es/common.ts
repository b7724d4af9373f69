import type { WindowTexts } from "../window-texts.ts";

export const common: WindowTexts["common"] = {
  tryAgain: "Reintentar",
  goBack: "Volver",
  done: "Listo",
  signOut: "Cerrar sesión",
  settings: "Ajustes",
  help: "Ayuda",
  checkConnection: "Comprobar la conexión",
  signedInAs: "Sesión de {name}",
  working: "Un momento…",
  somethingMissing: "Vuelva a intentarlo más tarde. Si todavía falta algo, contacte con su banco.",
  stepOf: "Paso {step} de {steps}: {name}",
  stepDone: "{name}, paso completado",
};

export const start: WindowTexts["start"] = {
  loading: "Preparando el programa",
  failed: "No ha funcionado",
};

export const signIn: WindowTexts["signIn"] = {
  title: "Iniciar sesión",
  intro: "Esto es una demostración. Elija quién quiere ser.",
  names: "Clientes de demostración",
  unavailable: "El inicio de sesión todavía no forma parte de esta versión.",
  locked: {
    idle: "Se ha cerrado la sesión porque nadie ha usado este programa durante un tiempo.",
    screen: "Se ha cerrado la sesión porque se ha bloqueado la pantalla de este ordenador.",
    suspend: "Se ha cerrado la sesión porque este ordenador ha entrado en suspensión.",
  },
  lockedNext: "Si había un cambio de PIN en curso, se comprobará cuando inicie sesión.",
};

export const lock: WindowTexts["lock"] = {
  title: "¿Sigue ahí?",
  what: "Nadie ha usado este programa durante un tiempo. Para proteger sus tarjetas, se cerrará la sesión y se eliminará lo que haya introducido.",
  left: "La sesión se cerrará dentro de {clock}.",
  stay: "Seguir en la sesión",
};

export const wait: WindowTexts["wait"] = {
  pin_change: "Podrá volver a cambiar un PIN dentro de {clock}.",
  binding: "Podrá volver a conectar un ordenador dentro de {clock}.",
  code: "Podrá pedir un código nuevo dentro de {clock}.",
  any: "Podrá volver a intentarlo dentro de {clock}.",
};

/** Whatever is entered: codes, PINs, passcodes. */
export const entry: WindowTexts["entry"] = {
  numLockOff:
    "Bloq Num está desactivado, por lo que el teclado numérico no escribe cifras. Pulse Bloq Num o use las otras teclas de cifras.",
  left: "Lo que ha introducido se eliminará, porque no se está usando esta ventana. Vuelva a esta ventana para conservarlo.",
  leftTitle: "Datos a punto de eliminarse",
  wipedIn: "Se eliminará dentro de {clock}.",
  wiped:
    "Lo que había introducido se ha eliminado tras {minutes, plural, one {# minuto} other {# minutos}} de ausencia. Introdúzcalo de nuevo.",
};

export const code: WindowTexts["code"] = {
  label: "Código del mensaje",
  hint: "Seis cifras. Puede pegar el mensaje entero.",
  count: "{entered} de {length} cifras introducidas",
  digitsOnly: "Un código solo tiene cifras, del 0 al 9. Lo demás se ha omitido.",
  full: "Un código tiene seis cifras; no caben más.",
  noneFound: "El texto pegado no contiene ningún número de seis cifras. Escriba el código.",
  severalFound: "El texto pegado contiene más de un número de seis cifras. Escriba el código.",
  checking: "Comprobando el código…",
  incomplete: "Introduzca las seis cifras.",
  validFor: "El código es válido durante {clock} minutos más.",
  soonOver: "Al código le queda menos de un minuto de validez. Puede pedir uno nuevo.",
  expired: "Es probable que el código ya no sea válido. Pida uno nuevo.",
  newCode: "Enviar código nuevo",
  newCodeIn: "Enviar código nuevo dentro de {clock}",
  noPhone: "¿No tiene el teléfono a mano?",
  noPhoneWhat:
    "El código se envía al número de móvil que su banco tiene registrado y solo se puede introducir aquí. Si el teléfono está en otro sitio, vuelva más tarde y pida un código nuevo. No se pierde nada.",
  noPhoneNumber: "¿Tiene un número nuevo? Comuníquelo antes a su banco.",
};

export const support: WindowTexts["support"] = {
  reference: "Para asistencia: {code}",
  referenceWithId: "Para asistencia: {code}, {id}",
  id: "Para asistencia: {id}",
  folder: "Carpeta:",
};
