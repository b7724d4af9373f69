import type { WindowTexts } from "../window-texts.ts";

export const token: WindowTexts["token"] = {
  step: "Llave de seguridad",
  choice: "Dónde se guarda la clave de este ordenador",
  inKeychain: "En el llavero de este ordenador, con una contraseña del dispositivo",
  on: "En la llave de seguridad «{label}», con su PIN",
  onUnnamed: "En la llave de seguridad sin nombre, con su PIN",
  before: "En la llave de seguridad que eligió antes, con su PIN",
  note: "En una llave de seguridad o una tarjeta inteligente la clave no se puede copiar. Cada cambio requiere entonces esa llave de seguridad y su PIN.",
  gives: {
    title: "Configurar la llave de seguridad",
    what: "Hace falta en cada cambio, con su PIN.",
  },
  look: "Buscar una llave de seguridad",
  looking: "Buscando llaves de seguridad…",
  none: "A las {time} no se ha encontrado ninguna llave de seguridad que se pueda usar. Debe estar conectada, tener un PIN y no estar bloqueada.",
  unnamed: "sin nombre",
  setTitle: "Configure su llave de seguridad",
  setWhat: "La llave de seguridad «{label}» creará la clave de este ordenador y la guardará. Déjela conectada.",
  setPin:
    "Se le pedirá el PIN de la llave de seguridad cada vez que cambie el PIN de una tarjeta en este ordenador. Su banco no lo conoce. Demasiados PIN incorrectos pueden bloquear la llave de seguridad.",
  set: "Configurar la llave de seguridad",
  label: "PIN de la llave de seguridad",
  hint: "El PIN de la llave de seguridad «{label}», no el de una tarjeta.",
  empty: "Introduzca el PIN de su llave de seguridad.",
  refused: "Aquí solo se pueden introducir letras de la A a la Z, cifras, espacios y símbolos.",
  full: "Aquí se pueden introducir como máximo {most} caracteres; no caben más.",
  reveal: {
    show: "Mostrar el PIN de la llave de seguridad",
    hide: "Ocultar el PIN de la llave de seguridad",
    shown: "El PIN se ve durante {seconds, plural, one {# segundo} other {# segundos}} más.",
    hidden: "El PIN vuelve a estar oculto.",
  },
  checking: "Consultando su llave de seguridad…",
  waits: "Su llave de seguridad aún no ha respondido. Si parpadea, tóquela. Tiene un minuto en total.",
  few: "Más PIN incorrectos pueden bloquearla.",
  last: "El próximo PIN incorrecto la bloqueará.",
  linked: "En cada cambio hacen falta la llave de seguridad y su PIN, sin código por SMS.",
  linkedLost: "Si pierde la llave de seguridad: quite este ordenador en «{devices}» y vuelva a vincularlo.",
  which: "Es la llave de seguridad «{label}».",
  removeAsk:
    "¿Quitar este ordenador? Desde aquí ya no se podrá cambiar el PIN de una tarjeta. Sus tarjetas y sus PIN se quedan como están. Para volver a usar el ordenador necesitará un código nuevo.",
  removeHint: "Para quitar también su clave de la llave de seguridad «{label}», déjela conectada e introduzca su PIN.",
  removeBoth: "Quitar el ordenador y su clave",
  removeOnly: "Quitar solo este ordenador",
  howTo: {
    title: "Guardar la clave en una llave de seguridad",
    also: "token YubiKey tarjeta inteligente USB TPM PIN incorrecto bloqueada perdida",
    what: "Si su banco lo ofrece, una llave de seguridad o una tarjeta inteligente puede guardar la clave de este ordenador. Se elige al vincular el ordenador. Para cada cambio del PIN de una tarjeta hacen falta entonces esa llave de seguridad y su PIN, en lugar de una contraseña del dispositivo.",
    wrong:
      "La propia llave de seguridad cuenta los PIN incorrectos y puede bloquearse. Solo con su propio programa se puede desbloquear o cambiar su PIN; su banco no puede hacerlo.",
    lost: "Si ha perdido la llave de seguridad: inicie sesión, elija «{devices}» y quite este ordenador. Después vincúlelo de nuevo, con un código nuevo.",
  },
  removed:
    "Este ordenador se ha quitado y su clave se ha borrado de la llave de seguridad. Vincúlelo solo si quiere volver a usarlo.",
  left: "Este ordenador se ha quitado. Su clave sigue en la llave de seguridad «{label}»; su banco ya no la acepta. Puede quitarla con el programa de la llave de seguridad: se llama «Cardbound».",
};

export const tokenErrors: WindowTexts["tokenErrors"] = {
  ERR_TOKEN_PIN_WRONG: {
    what: "Este no es el PIN de su llave de seguridad.",
    next: "Introduzca el PIN de la llave de seguridad, no el de una tarjeta.",
  },
  ERR_TOKEN_PIN_LENGTH: {
    what: "El PIN de su llave de seguridad tiene otra longitud, así que el introducido no se ha probado.",
    next: "Introduzca el PIN de la llave de seguridad, no el de una tarjeta.",
  },
  ERR_TOKEN_LAST_TRY: {
    what: "El código introducido aún no se ha probado: el próximo PIN de la llave de seguridad que sea incorrecto la bloqueará.",
    next: "Introduzca de nuevo el PIN de la llave de seguridad solo si lo conoce con seguridad.",
  },
  ERR_TOKEN_LOCKED: {
    what: "Su llave de seguridad está bloqueada.",
    next: "Desbloquéela con su propio programa. Si no es posible, quite este ordenador en «Dispositivos» y vuelva a vincularlo.",
  },
  ERR_TOKEN_MISSING: {
    what: "La llave de seguridad que eligió para este ordenador no está conectada.",
    next: "Conéctela y vuelva a intentarlo.",
  },
  ERR_TOKEN_AMBIGUOUS: {
    what: "Hay conectadas dos llaves de seguridad con el mismo nombre.",
    next: "Deje conectada solo la correcta y vuelva a intentarlo.",
  },
  ERR_TOKEN_SILENT: {
    what: "Su llave de seguridad no ha respondido a tiempo.",
    next: "Vuelva a intentarlo y toque la llave de seguridad si parpadea.",
  },
  ERR_TOKEN_KEY_MISSING: {
    what: "La clave de este ordenador no se encuentra en la llave de seguridad.",
    next: "Quite este ordenador en «Dispositivos» y vuelva a vincularlo.",
  },
  ERR_TOKEN_KEY_OTHER: {
    what: "En la llave de seguridad hay otra clave en lugar de la de este ordenador. No se ha modificado.",
    next: "Empiece de nuevo, o quite solo este ordenador en «Dispositivos». Después vuelva a vincularlo.",
  },
  ERR_TOKEN_UNUSABLE: {
    what: "Esta llave de seguridad no puede guardar una clave para sus tarjetas.",
    next: "Empiece de nuevo y elija el llavero de este ordenador, o use otra llave de seguridad.",
  },
  ERR_TOKEN_MODULE: {
    what: "Falta el software de su llave de seguridad, o no es la versión que permite su banco.",
    next: "Pregunte a su banco o a quien se ocupe de este ordenador.",
  },
  ERR_TOKEN_FAILED: {
    what: "Su llave de seguridad, o su software, ha fallado.",
    next: "Desconéctela, vuelva a conectarla e inténtelo de nuevo.",
  },
};
