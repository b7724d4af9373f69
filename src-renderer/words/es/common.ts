import type { WindowTexts } from "../window-texts.ts";

export const common: WindowTexts["common"] = {
  tryAgain: "Reintentar",
  goBack: "Volver",
  done: "Listo",
  signOut: "Cerrar sesión",
  notYou: "¿No es usted?",
  settings: "Ajustes",
  help: "Ayuda",
  helpAndContact: "Ayuda y contacto",
  checkConnection: "Comprobar la conexión",
  signedInAs: "Sesión de {name}",
  working: "Un momento…",
  somethingMissing: "Vuelva a intentarlo más tarde. Si todavía falta algo, contacte con su banco.",
  stepOf: "Paso {step} de {steps}: {name}",
  stepDone: "{name}, paso completado",
};

export const start: WindowTexts["start"] = {
  loading: "Preparando el programa",
  failed: "No se ha podido preparar el programa",
};

export const signIn: WindowTexts["signIn"] = {
  title: "Iniciar sesión",
  intro: "Esto es una demostración. Elija quién quiere ser.",
  names: "Clientes de demostración",
  withBrowser: "Iniciar sesión con el navegador",
  otherAccount: "Usar otro usuario",
  browserWhat:
    "Su navegador abrirá la página de su banco. Inicie sesión allí como de costumbre; después esta ventana seguirá por sí sola.",
  browserNext: "Este programa no ve su contraseña.",
  locked: {
    idle: "Se ha cerrado la sesión porque nadie ha usado este programa durante un tiempo.",
    screen: "Se ha cerrado la sesión porque se ha bloqueado la pantalla de este ordenador.",
    suspend: "Se ha cerrado la sesión porque este ordenador ha entrado en suspensión.",
  },
  lockedNext: "Si había un cambio de PIN en curso, se comprobará cuando inicie sesión.",
};

export const browserWait: WindowTexts["browserWait"] = {
  title: "Continúe en su navegador",
  what: "La página de su banco se abre en su navegador. Inicie sesión allí.",
  next: "Esta ventana seguirá por sí sola en cuanto haya iniciado sesión.",
  openAgain: "Abrir la página de nuevo",
  copyLink: "Copiar el enlace",
  cancel: "Cancelar",
  opened: "La página debería abrirse de nuevo en su navegador.",
  copied: "El enlace se ha copiado. Solo sirve para este inicio de sesión.",
  longTitle: "¿No ha pasado nada?",
  lookForIt: "Puede que la página esté detrás de esta ventana: busque su navegador.",
  openIt: "Si está cerrada, ábrala de nuevo.",
  otherBrowser: "Si prefiere otro navegador, copie el enlace y péguelo en él.",
};

export const signInAgain: WindowTexts["signInAgain"] = {
  title: "Inicie sesión de nuevo",
  what: "Antes de este paso, su banco quiere asegurarse de que es usted.",
  next: "Inicie sesión una vez más y seguirá donde lo dejó.",
  thenGoOn: "Inicie sesión una vez más y después podrá continuar.",
  pinKept:
    "El PIN de su tarjeta no se ha cambiado. Su nuevo PIN se conserva aquí, cifrado, y podrá enviarlo después de iniciar sesión.",
  notNow: "Ahora no",
};

export const lock: WindowTexts["lock"] = {
  title: "¿Sigue ahí?",
  what: "Nadie ha usado este programa durante un tiempo. Para proteger sus tarjetas, se cerrará la sesión y se eliminará lo que haya introducido.",
  left: "La sesión se cerrará dentro de {clock}.",
  stay: "Seguir en la sesión",
};

export const wait: WindowTexts["wait"] = {
  pin_change: "Podrá volver a cambiar un PIN dentro de {clock}.",
  binding: "Podrá volver a vincular un ordenador dentro de {clock}.",
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
  label: "Código del SMS",
  hint: "Seis cifras. Puede pegar el SMS entero.",
  count: "{entered} de {length} cifras introducidas",
  digitsOnly: "Un código solo tiene cifras, del 0 al 9. Lo demás se ha omitido.",
  full: "Un código tiene seis cifras; no caben más.",
  noneFound: "El texto pegado no contiene ningún número de seis cifras. Escriba el código.",
  severalFound: "El texto pegado contiene más de un número de seis cifras. Escriba el código.",
  checking: "Comprobando el código…",
  incomplete: "Introduzca las seis cifras.",
  validFor: "El código caduca dentro de {clock}.",
  soonOver: "El código caduca en menos de un minuto. Puede pedir uno nuevo.",
  expired: "El tiempo para este código se ha agotado. Pida uno nuevo.",
  over: "Su banco indica que este código ya no es válido. Pida uno nuevo.",
  endedEarly:
    "Debería haber quedado tiempo. Quizá se introdujo demasiadas veces un código incorrecto o se envió uno más reciente.",
  newCode: "Pedir un código nuevo",
  newCodeIn: "Código nuevo en {clock}",
  noPhone: "¿No tiene el teléfono a mano?",
  noPhoneWhat:
    "El código se envía al número de móvil que su banco tiene registrado y solo se puede introducir aquí. Si el teléfono está en otro sitio, vuelva más tarde y pida un código nuevo. No se pierde nada.",
  noPhoneNumber: "¿Número nuevo? Comuníquelo antes a su banco.",
};

export const support: WindowTexts["support"] = {
  reference: "Número de error: {code}",
  referenceWithId: "Número de error: {code}, {id}",
  copy: "Copiar el número de error",
  copied: "Se ha copiado el número de error.",
  id: "Para el servicio de ayuda: {id}",
  folder: "Carpeta:",
};
