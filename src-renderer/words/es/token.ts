import type { WindowTexts } from "../window-texts.ts";

export const token: WindowTexts["token"] = {
  step: "Token de seguridad",
  choice: "Dónde se guarda la clave de este ordenador",
  inKeychain: "En el llavero de este ordenador, con una contraseña del dispositivo",
  on: "En el token de seguridad «{label}», con su PIN",
  onUnnamed: "En el token de seguridad sin nombre, con su PIN",
  before: "En el token de seguridad que eligió antes, con su PIN",
  note: "En un token de seguridad o una tarjeta inteligente la clave no se puede copiar. Cada cambio requiere entonces ese token de seguridad y su PIN.",
  gives: {
    title: "Preparar el token de seguridad",
    what: "Crea la clave de este ordenador y la guarda. Cada cambio pide el token de seguridad y su PIN.",
  },
  look: "Buscar un token de seguridad",
  looking: "Buscando tokens de seguridad…",
  none: "A las {time} no se ha encontrado ningún token de seguridad que pueda guardar la clave.",
  unnamed: "sin nombre",
  setTitle: "Crear la clave en su token de seguridad",
  setWhat: "El token de seguridad «{label}» creará la clave para sus tarjetas y la guardará. Déjelo conectado.",
  setPin:
    "Se le pedirá el PIN del token de seguridad cada vez que cambie el PIN de una tarjeta en este ordenador. Su banco no lo conoce. Demasiados PIN incorrectos pueden bloquear el token de seguridad.",
  set: "Crear la clave",
  label: "PIN del token de seguridad",
  hint: "El PIN del token de seguridad «{label}», no el de una tarjeta.",
  empty: "Introduzca el PIN de su token de seguridad.",
  refused: "Aquí solo se pueden introducir letras de la A a la Z, cifras, espacios y símbolos.",
  full: "Aquí se pueden introducir como máximo {most} caracteres; no caben más.",
  reveal: {
    show: "Mostrar el PIN del token de seguridad",
    hide: "Ocultar el PIN del token de seguridad",
    shown: "El PIN se ve durante {seconds, plural, one {# segundo} other {# segundos}} más.",
    hidden: "El PIN vuelve a estar oculto.",
  },
  checking: "Consultando su token de seguridad…",
  waits: "Su token de seguridad aún no ha respondido. Si parpadea, tóquelo. Tiene un minuto en total.",
  few: "El token de seguridad indica que se ha introducido un PIN incorrecto. Otros más pueden bloquearlo.",
  last: "El token de seguridad indica que el próximo PIN incorrecto lo bloquea.",
  linked: "En cada cambio hacen falta el token de seguridad y su PIN, sin código por SMS.",
  removeAsk:
    "¿Quitar este ordenador? Desde aquí ya no se podrá cambiar el PIN de una tarjeta. Sus tarjetas y sus PIN se quedan como están. Para volver a usar el ordenador necesitará un código nuevo. Para quitar también su clave del token de seguridad «{label}», déjelo conectado e introduzca su PIN.",
  removeBoth: "Quitar ambos",
  removeOnly: "Quitar solo este ordenador",
  howTo: {
    title: "Guardar la clave en un token de seguridad",
    also: "YubiKey tarjeta inteligente USB TPM PIN incorrecto bloqueado perdido",
    what: "Si su banco lo ofrece, un token de seguridad o una tarjeta inteligente puede guardar la clave de este ordenador. Lo elige al vincular el ordenador. Cada cambio del PIN de una tarjeta pide entonces ese token de seguridad y su PIN, en lugar de una contraseña del dispositivo.",
    wrong:
      "El propio token de seguridad cuenta los PIN incorrectos y puede bloquearse. Solo con su propio programa se puede desbloquear o cambiar su PIN; su banco no puede hacerlo.",
    lost: "Si ha perdido el token de seguridad: inicie sesión, elija «{devices}» y quite este ordenador. Después vincúlelo de nuevo, con un código nuevo.",
  },
  left: "Este ordenador se ha quitado. Su clave sigue en el token de seguridad «{label}»; su banco ya no la acepta. Puede quitarla con el programa del token de seguridad: se llama «Cardbound».",
};

export const tokenErrors: WindowTexts["tokenErrors"] = {
  ERR_TOKEN_PIN_WRONG: {
    what: "Este no es el PIN de su token de seguridad.",
    next: "Introduzca el PIN del token de seguridad, no el de una tarjeta.",
  },
  ERR_TOKEN_PIN_LENGTH: {
    what: "El PIN de su token de seguridad tiene otra longitud, así que este no se ha probado.",
    next: "Introduzca el PIN del token de seguridad, no el de una tarjeta.",
  },
  ERR_TOKEN_LOCKED: {
    what: "Su token de seguridad está bloqueado.",
    next: "Desbloquéelo con su propio programa. Si no es posible, quite este ordenador en «Dispositivos» y vuelva a vincularlo.",
  },
  ERR_TOKEN_MISSING: {
    what: "Su token de seguridad no está conectado.",
    next: "Conéctelo y vuelva a intentarlo.",
  },
  ERR_TOKEN_AMBIGUOUS: {
    what: "Hay conectados dos tokens de seguridad con el mismo nombre.",
    next: "Deje conectado solo el correcto y vuelva a intentarlo.",
  },
  ERR_TOKEN_SILENT: {
    what: "Su token de seguridad no ha respondido a tiempo.",
    next: "Vuelva a intentarlo y toque el token de seguridad si parpadea.",
  },
  ERR_TOKEN_KEY_MISSING: {
    what: "La clave de este ordenador ya no está en el token de seguridad, o no es la única.",
    next: "Quite este ordenador en «Dispositivos» y vuelva a vincularlo.",
  },
  ERR_TOKEN_KEY_OTHER: {
    what: "En el token de seguridad hay otra clave en lugar de la de este ordenador. No se ha modificado.",
    next: "Empiece de nuevo, o quite solo este ordenador en «Dispositivos». Después vuelva a vincularlo.",
  },
  ERR_TOKEN_UNUSABLE: {
    what: "Este token de seguridad no puede guardar una clave para sus tarjetas.",
    next: "Empiece de nuevo y elija el llavero de este ordenador, o use otro token de seguridad.",
  },
  ERR_TOKEN_MODULE: {
    what: "El software de su token de seguridad falta, o no es la versión que permite su banco.",
    next: "Pregunte a su banco o a quien se ocupe de este ordenador.",
  },
  ERR_TOKEN_FAILED: {
    what: "Su token de seguridad, o su software, ha fallado.",
    next: "Desconéctelo, vuelva a conectarlo e inténtelo de nuevo.",
  },
};
