import type { WindowTexts } from "../window-texts.ts";

export const keychain: WindowTexts["keychain"] = {
  asks: {
    "secret-service":
      "Puede que el ordenador esté pidiendo la contraseña del llavero. Busque una ventana, quizá detrás de esta.",
    "macos-keychain":
      "Puede que el ordenador esté pidiendo la contraseña del llavero. Busque una ventana, quizá detrás de esta.",
    "windows-credentials":
      "El Administrador de credenciales aún no ha respondido. Puede que Windows le pregunte algo, en una ventana detrás de esta.",
  },
  locked: {
    title: "El llavero está bloqueado",
    what: "Ahí se guarda la clave digital de sus tarjetas, así que por ahora no se puede leer.",
    next: "El ordenador puede pedir la contraseña, normalmente la misma con la que inicia sesión en él. Si ninguna ventana la pide, cierre la sesión del ordenador e iníciela de nuevo.",
    kept: "No se ha cambiado ni eliminado nada.",
    unlock: "Desbloquear el llavero",
  },
  onLinux: "Un llavero como GNOME Keyring debe estar en funcionamiento en la sesión.",
  unavailable: {
    title: "No se ha encontrado ningún llavero",
    what: "El llavero del ordenador no ha respondido. Sin él no se puede guardar ninguna clave de forma segura.",
    next: "Cierre la sesión del ordenador e iníciela de nuevo; después, vuelva a intentarlo.",
    kept: "No se ha cambiado ni eliminado nada.",
  },
  silent: {
    title: "El llavero no ha respondido",
    what: "Ahí guarda el ordenador la clave digital de sus tarjetas, y la respuesta no ha llegado a tiempo. Puede que una ventana del ordenador pida una contraseña y esté esperando, oculta detrás de esta.",
    next: "Busque esa ventana y responda. Después, vuelva a intentarlo. Si no hay ninguna, cierre la sesión del ordenador e iníciela de nuevo.",
    kept: "Si se estaba guardando o eliminando algo allí, todavía puede ocurrir. Se comprobará cuando vuelva a intentarlo.",
  },
  unreadable: {
    title: "La clave del llavero no se puede leer",
    what: "En el llavero hay una entrada para sus tarjetas, pero este programa no puede leerla. Puede que la haya escrito una versión más reciente o que esté dañada.",
    next: "Instale la versión más reciente y vuelva a intentarlo. Si no sirve, vincule de nuevo este ordenador, con un código nuevo.",
    kept: "La entrada se ha dejado como estaba. Si vincula de nuevo el ordenador, se conservará junto a la nueva.",
  },
  lost: {
    title: "En este ordenador no hay ninguna clave para sus tarjetas",
    what: "Según los archivos de este programa, había un ordenador vinculado a sus tarjetas, pero el llavero de este ordenador no tiene ninguna clave para ellas. O bien la clave se eliminó aquí, o bien los archivos proceden de otro ordenador o de una copia de seguridad.",
    next: "Vincule este ordenador. Necesita su teléfono móvil para recibir un código nuevo. Un ordenador que ya estaba vinculado sigue entre sus dispositivos hasta que lo quite.",
  },
};

export const binding: WindowTexts["binding"] = {
  steps: { name: "Nombre", code: "Código", passcode: "Contraseña del dispositivo" },
  nameTitle: "Vincule este ordenador",
  gives: {
    first:
      "Vincule este ordenador una sola vez y podrá cambiar aquí el PIN de sus tarjetas. Se tarda unos dos minutos. Tenga a mano su teléfono móvil.",
    confirm: { title: "Confirmar que es usted", what: "Su banco le envía un código por SMS." },
    passcode: {
      title: "Elegir una contraseña",
      what: "Vale solo para este ordenador y se pide en cada cambio.",
    },
    change: { title: "Cambiar aquí los PIN", what: "Cuando quiera, sin códigos por SMS." },
  },
  neverAsk: "Nadie de su banco le pedirá nunca su PIN, su contraseña ni un código.",
  noCards: {
    title: "Primero necesita una tarjeta",
    next: "Podrá vincular este ordenador cuando tenga una. Si aquí debería haber una tarjeta, pregunte a su banco.",
    look: "Volver a mirar",
    checked: "Comprobado de nuevo ({time}): todavía no hay ninguna tarjeta.",
    anyway: "Vincular de todos modos",
  },
  stillNoNumber: "Comprobado de nuevo ({time}): todavía no hay ningún número.",
  nameResume: "Ya empezó a vincular este ordenador. Continúe y recibirá un código nuevo.",
  nameLabel: "Nombre de este ordenador",
  ownName: "Mi ordenador",
  nameHint: "Aparece en su lista de dispositivos. Elija el que quiera.",
  nameEmpty: "Introduzca un nombre de 64 caracteres como máximo.",
  send: "Pedir el código",
  codeTitle: "Introduzca el código",
  codeIntro: "Su banco ha enviado un código de seis cifras a su teléfono móvil para vincular «{name}».",
  link: "Vincular",
  startOver: "Empezar de nuevo",
  finishingTitle: "Ya casi está vinculado",
  finishing: "El código se ha aceptado. Se está configurando este ordenador.",
  finishingStopped: "El código se ha aceptado, pero aún falta el último paso. No necesita un código nuevo.",
  finish: "Terminar",
  limitTitle: "Quite antes un dispositivo",
  limitWhat:
    "Puede tener {limit} dispositivos vinculados y ya ha llegado a ese número. Para poder vincular este ordenador, antes hay que quitar uno de ellos. No se ha enviado ningún código.",
  withoutLinking: "Cambiar un PIN sin vincular el ordenador",
};

export const linked: WindowTexts["linked"] = {
  title: "Este ordenador está vinculado",
  what: "Desde ahora puede cambiar aquí el PIN de sus tarjetas.",
  name: "Nombre",
  when: "Vinculado el",
  toCards: "Ir a sus tarjetas",
  passcode: "En cada cambio se pide la contraseña del dispositivo, sin código por SMS.",
  others: "Sus otros dispositivos siguen como están. No se les avisa.",
  lost: "Si pierde este ordenador, quítelo desde otro en «Dispositivos» o avise a su banco.",
};

export const state: WindowTexts["state"] = {
  erased: {
    title: "Se ha borrado la clave de este ordenador",
    what: "Se ha introducido una contraseña del dispositivo incorrecta cinco veces seguidas. Para proteger sus tarjetas, se ha borrado la clave de este ordenador. Los PIN de sus tarjetas siguen igual que antes.",
    next: "Vincule de nuevo este ordenador. Necesita su teléfono móvil para recibir un código nuevo, y tendrá que elegir una nueva contraseña del dispositivo.",
  },
  removed: {
    title: "Este ordenador ya no está vinculado",
    what: "Su banco ya no lo incluye entre sus dispositivos, así que ya no puede cambiar el PIN de una tarjeta.",
    next: "Si no lo ha quitado usted, contacte con su banco. Si lo ha quitado usted, vincule de nuevo este ordenador: necesita su teléfono móvil para recibir un código nuevo.",
  },
  "no-marker": {
    title: "Se ha encontrado una clave en este ordenador",
    what: "El llavero contiene una clave para sus tarjetas, del dispositivo «{name}». No la ha puesto ahí este programa, o bien se han eliminado los archivos del programa.",
    next: "Si este es su ordenador, puede usar esta clave: antes se pregunta a su banco si la conoce. Si tiene dudas, vincule de nuevo este ordenador.",
  },
  "other-device": {
    title: "Se ha encontrado otra clave en este ordenador",
    what: "El llavero contiene una clave del dispositivo «{name}», y los archivos de este programa indican otro dispositivo. Puede que el llavero o los archivos de este programa se hayan restaurado o se hayan copiado de otro ordenador.",
    next: "Puede usar esta clave: antes se pregunta a su banco si la conoce. Si la clave pertenece a otro ordenador que todavía usa, vincule de nuevo este ordenador.",
  },
  kept: "Elija lo que elija, no se eliminará nada que todavía se pueda usar.",
  removing: {
    title: "Se está quitando este ordenador",
    what: "Se ha empezado a quitar este ordenador, pero aún no se ha terminado.",
    busy: "Terminando de quitarlo…",
    finish: "Terminar de quitarlo",
  },
  useKey: "Usar esta clave",
  linkAgain: "Vincular de nuevo este ordenador",
};

export const folder: WindowTexts["folder"] = {
  title: "No se puede usar una carpeta de este programa",
  changes:
    "Contiene las notas de sus cambios de PIN. Por ahora no se sabe si alguno de ellos sigue en curso. Mientras no se pueda usar la carpeta, aquí no se puede cambiar ningún PIN.",
  enrolments: "Contiene la nota que dice si este ordenador se vinculó a sus tarjetas. Por ahora no se sabe si es así.",
  next: "Compruebe que es una carpeta y que tiene permiso para leer y escribir en ella. Si no sabe cómo hacerlo, pregunte a quien se ocupe de este ordenador. Después, vuelva a intentarlo.",
  kept: "No se ha cambiado ni eliminado nada.",
  goOn: "Continuar sin ella",
};

export const devices: WindowTexts["devices"] = {
  title: "Sus dispositivos vinculados",
  loading: "Cargando sus dispositivos…",
  intro: "Desde cada uno se puede cambiar el PIN de sus tarjetas. Quite los que ya no use o ya no tenga.",
  count: "{linked} de {limit} vinculados",
  leftOut:
    "{count, plural, one {Al menos un dispositivo no se ha podido mostrar.} other {Al menos # dispositivos no se han podido mostrar.}}",
  unnamed: "Dispositivo sin nombre",
  since: "Desde el {date}",
  lastUsed: "Último uso el {date}",
  thisComputer: "Este ordenador",
  removeOf: "Quitar {name}",
  remove: "Quitar",
  keep: "Conservar",
  ask: "¿Quitar «{name}»? Desde ese dispositivo ya no se podrá cambiar el PIN de una tarjeta hasta que se vincule de nuevo.",
  removed: "Se ha quitado «{name}».",
  removedOnes: "Dispositivos quitados",
  removedOn: "Quitado el {date}",
  removedNone: "Su banco no indica ningún dispositivo quitado.",
  removedUntold: "Su banco no indica qué dispositivos se han quitado.",
  removedMore: "Hay otros más antiguos que no se muestran aquí.",
  removeThis: "Quitar este ordenador",
  askThis:
    "¿Quitar este ordenador? Desde aquí ya no se podrá cambiar el PIN de una tarjeta, y la clave se eliminará del llavero del ordenador. Sus tarjetas y sus PIN se quedan como están. Para volver a usar el ordenador necesitará un código nuevo.",
  changePasscode: "Cambiar contraseña del dispositivo",
  forgotten: "¿Ha olvidado la contraseña del dispositivo?",
};

export const protection: WindowTexts["protection"] = {
  keychain:
    "Su banco reconoce este ordenador por una clave digital. Se guarda en el llavero de este ordenador. Quien pueda usar este ordenador con su cuenta de usuario podría usarla.",
  keychain_passcode:
    "Su banco reconoce este ordenador por una clave digital. Se guarda en el llavero de este ordenador y solo se puede usar con la contraseña del dispositivo.",
  hardware_passcode:
    "Su banco reconoce este ordenador por una clave digital. Se guarda en una llave de seguridad, no puede salir de ella y solo se puede usar con el PIN de esta llave.",
};

export const passcode: WindowTexts["passcode"] = {
  setTitle: "Cree una contraseña del dispositivo",
  setIntro:
    "Se le pedirá cada vez que cambie el PIN de una tarjeta en este ordenador, para que nadie más pueda usar la clave de este ordenador.",
  setUnknown:
    "No es el PIN de una tarjeta ni la contraseña de su banco. Se queda en este ordenador: su banco no la conoce y no puede restablecerla. Si la olvida, tendrá que vincular de nuevo el ordenador.",
  label: "Contraseña del dispositivo",
  again: "Repita la contraseña del dispositivo",
  current: "Contraseña actual del dispositivo",
  next: "Nueva contraseña del dispositivo",
  nextAgain: "Repita la nueva contraseña del dispositivo",
  rules:
    "De 6 a 64 letras, cifras, espacios o símbolos. Unas cuantas palabras sin relación entre sí son difíciles de adivinar y fáciles de recordar.",
  count: "{entered, plural, one {# carácter introducido} other {# caracteres introducidos}}",
  strength: { guessable: "Fácil de adivinar", fair: "Aceptable", strong: "Fuerte" },
  reveal: {
    show: "Mostrar la contraseña",
    hide: "Ocultar la contraseña",
    shown: "La contraseña se puede ver durante {seconds, plural, one {# segundo} other {# segundos}} más.",
    hidden: "La contraseña vuelve a estar oculta.",
  },
  refused:
    "Solo se pueden introducir letras de la A a la Z sin tildes ni eñes, cifras, espacios y símbolos, para que funcione en cualquier teclado.",
  full: "La contraseña del dispositivo tiene como máximo {most} caracteres; no caben más.",
  tooShort: "Esta contraseña del dispositivo es demasiado corta.",
  empty: "Introduzca la contraseña del dispositivo.",
  mismatch: "Las dos contraseñas del dispositivo no coinciden. Introduzca otra vez las dos.",
  attemptsLeft: "{left, plural, one {Queda # intento} other {Quedan # intentos}}.",
  lastAttempt:
    "Si la próxima contraseña del dispositivo es incorrecta, se borrará la clave de este ordenador. En ese caso, tendría que vincularlo de nuevo.",
  checking: "Comprobando la contraseña del dispositivo…",
  set: "Crear contraseña",
  changeTitle: "Cambie la contraseña del dispositivo",
  changeIntro: "Esto no cambia el PIN de ninguna tarjeta.",
  change: "Cambiar contraseña",
  changedTitle: "Se ha cambiado la contraseña del dispositivo",
  changed:
    "A partir de ahora se pedirá la nueva contraseña del dispositivo. Los PIN de sus tarjetas siguen igual que antes.",
  forgottenTitle: "¿Ha olvidado la contraseña del dispositivo?",
  forgottenWhat:
    "Nadie puede leerla ni restablecerla: su banco no la conoce y, sin ella, la clave de este ordenador no se puede usar.",
  forgottenNext:
    "Vincule de nuevo este ordenador. En cuanto empiece, se quitará la vinculación actual. Después recibirá un código nuevo en su teléfono móvil y elegirá una nueva contraseña del dispositivo. Sus tarjetas y sus PIN se quedan como están.",
};
