import type { WindowTexts } from "../window-texts.ts";

export const errors: WindowTexts["errors"] = {
  ERR_INTERNAL: {
    what: "Se ha producido un error en este programa.",
    next: "Vuelva a intentarlo. Si ocurre otra vez, cierre el programa y ábralo de nuevo.",
  },
  ERR_UNTRUSTED_SENDER: {
    what: "Esta ventana no tenía permiso para hacer eso.",
    next: "Cierre el programa y ábralo de nuevo.",
  },
  ERR_BAD_ARGUMENT: {
    what: "El dato introducido no tiene el formato correcto.",
    next: "Revise lo que ha introducido y vuelva a intentarlo.",
  },
  ERR_BUSY: { what: "Todavía hay otro paso en curso.", next: "Espere un momento y vuelva a intentarlo." },
  ERR_NOT_SIGNED_IN: { what: "Su sesión ya no está abierta.", next: "Inicie sesión de nuevo para continuar." },
  ERR_BACKEND_UNREACHABLE: {
    what: "No se ha podido contactar con su banco.",
    next: "Compruebe su conexión a internet y vuelva a intentarlo.",
  },
  ERR_BACKEND_TIMEOUT: {
    what: "Su banco ha tardado demasiado en responder.",
    next: "Espere un momento y vuelva a intentarlo.",
  },
  ERR_NO_NETWORK: {
    what: "Este ordenador no está conectado a ninguna red.",
    next: "Conéctelo y vuelva a intentarlo.",
  },
  ERR_NETWORK_SIGN_IN: {
    what: "Otra cosa ha respondido en lugar de su banco, quizá la página de acceso de esta red.",
    next: "Acceda a la red en su navegador y vuelva a intentarlo. Si no se lo pide, contacte con su banco.",
  },
  ERR_CONNECTION_NOT_TRUSTED: {
    what: "No hay una conexión segura con su banco.",
    next: "Acceda a la red en su navegador si se lo pide, o use otra red, y vuelva a intentarlo. En el trabajo, pregunte a quien se ocupe de la red.",
  },
  ERR_CERTIFICATE_DATE: {
    what: "Según la fecha y la hora de este ordenador, lo que prueba que es su banco no es válido, por eso no se ha usado la conexión.",
    next: "Compruebe la fecha y la hora de este ordenador y vuelva a intentarlo. Si son correctas, contacte con su banco.",
  },
  ERR_PROXY_UNREACHABLE: {
    what: "No se puede usar el servidor proxy de los ajustes de red de este ordenador, así que no hay camino hasta su banco.",
    next: "Compruebe que está en la red correcta y vuelva a intentarlo. En el trabajo, pregunte a quien se ocupe de la red.",
  },
  ERR_PROXY_REFUSED: {
    what: "El servidor proxy de esta red no ha dejado pasar la conexión con su banco.",
    next: "Vuelva a intentarlo. Si ocurre otra vez, pregunte a quien se ocupe de la red.",
  },
  ERR_PROXY_PASSWORD: {
    what: "El servidor proxy de esta red pide que se identifique.",
    next: "Introduzca el nombre y la contraseña para el servidor proxy y vuelva a intentarlo.",
  },
  ERR_PROXY_PASSWORD_WRONG: {
    what: "El servidor proxy no ha aceptado esta identificación.",
    next: "Compruebe el nombre e introduzca de nuevo la contraseña. Tras varios intentos erróneos su empresa podría bloquear su cuenta.",
  },
  ERR_PROXY_SIGN_IN: {
    what: "El servidor proxy de esta red exige una forma de identificarse que este programa no tiene.",
    next: "Use otra red o pida a quien se ocupe de esta que deje pasar el programa.",
  },
  ERR_BACKEND_ANSWER: {
    what: "No se ha podido entender la respuesta de su banco.",
    next: "Vuelva a intentarlo más tarde. Si ocurre otra vez, contacte con su banco.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "El servicio de tarjetas no está disponible en este momento.",
    next: "Vuelva a intentarlo dentro de unos minutos.",
  },
  ERR_TOO_MANY_REQUESTS: {
    what: "Ha habido demasiados intentos en poco tiempo.",
    next: "Espere unos minutos y vuelva a intentarlo.",
  },
  ERR_NOT_FOUND: {
    what: "Esto ya no está aquí.",
    next: "Vuelva atrás y mire de nuevo. Si echa algo en falta, contacte con su banco.",
  },
  ERR_REFUSED: {
    what: "Su banco no ha aceptado esta operación.",
    next: "Vuelva a intentarlo más tarde. Si ocurre otra vez, contacte con su banco.",
  },
  ERR_KEYCHAIN_LOCKED: {
    what: "El llavero de este ordenador está bloqueado.",
    next: "Desbloquéelo y vuelva a intentarlo.",
  },
  ERR_KEYCHAIN_UNAVAILABLE: {
    what: "El llavero de este ordenador no se puede usar.",
    next: "Asegúrese de que está en funcionamiento y vuelva a intentarlo.",
  },
  ERR_KEYCHAIN_SILENT: {
    what: "El llavero de este ordenador no ha respondido a tiempo. Puede que aún se guarde lo que se estaba guardando en él.",
    next: "Puede que el ordenador le haga una pregunta, en una ventana detrás de esta. Respóndala y vuelva a intentarlo.",
  },
  ERR_KEYCHAIN_UNREADABLE: {
    what: "La llave de este ordenador no se puede leer.",
    next: "Contacte con su banco antes de quitar nada.",
  },
  ERR_KEYCHAIN_LOST: {
    what: "El llavero de este ordenador no tiene ninguna llave para sus tarjetas.",
    next: "Conecte este ordenador.",
  },
  ERR_NOT_BOUND: {
    what: "Este ordenador no está conectado a sus tarjetas.",
    next: "Conéctelo y vuelva a intentarlo.",
  },
  ERR_ALREADY_BOUND: { what: "Este ordenador ya está conectado.", next: "Continúe con sus tarjetas." },
  ERR_NO_MOBILE_NUMBER: {
    what: "Su banco no tiene un número de móvil al que enviar un código.",
    next: "Comunique su número de móvil a su banco y vuelva a intentarlo.",
  },
  ERR_DEVICE_LIMIT: {
    what: "Ya ha conectado todos los dispositivos que su banco permite.",
    next: "Quite uno que ya no use y vuelva a intentarlo.",
  },
  ERR_CODE_REFUSED: {
    what: "Este no es el código que se envió.",
    next: "Compárelo con el mensaje e introdúzcalo de nuevo. Tras unos pocos intentos fallidos necesitará un código nuevo.",
  },
  ERR_CODE_EXPIRED: { what: "Este código ya no es válido.", next: "Pida un código nuevo." },
  ERR_DEVICE_REFUSED: {
    what: "El servicio de tarjetas no acepta este ordenador.",
    next: "Conecte este ordenador desde cero. Si ocurre otra vez, contacte con su banco.",
  },
  ERR_DEVICE_REMOVED: {
    what: "Este ordenador se ha quitado de sus dispositivos.",
    next: "Conéctelo de nuevo para usarlo con sus tarjetas.",
  },
  ERR_DEVICE_UNCONFIRMED: {
    what: "No se sabe con certeza si la llave que hay aquí es la de este ordenador.",
    next: "Indique primero si quiere usar esta llave o conectar este ordenador desde cero.",
  },
  ERR_PROTECTION_REFUSED: {
    what: "Su banco no acepta la forma en que este ordenador puede guardar la llave.",
    next: "Use otro ordenador o pregunte a su banco cuáles acepta.",
  },
  ERR_PASSCODE_LENGTH: {
    what: "Una contraseña del dispositivo tiene de 6 a 64 caracteres.",
    next: "Elija una que no sea ni más corta ni más larga.",
  },
  ERR_PASSCODE_CHARACTERS: {
    what: "Esta contraseña del dispositivo tiene un carácter que no está en todos los teclados.",
    next: "Use letras de la A a la Z sin tildes ni eñes, cifras, espacios y símbolos.",
  },
  ERR_PASSCODE_REPEATED: {
    what: "Esta contraseña del dispositivo repite una y otra vez los mismos pocos caracteres.",
    next: "Elija una que sea más difícil de adivinar.",
  },
  ERR_PASSCODE_SEQUENCE: {
    what: "Los caracteres de esta contraseña del dispositivo van seguidos, como abcdef o 123456.",
    next: "Elija una que sea más difícil de adivinar.",
  },
  ERR_PASSCODE_COMMON: {
    what: "Mucha gente usa esta contraseña del dispositivo, así que es de las primeras que prueba un ladrón.",
    next: "Elija una que sea más difícil de adivinar.",
  },
  ERR_PASSCODE_WRONG: {
    what: "Esta no es su contraseña del dispositivo.",
    next: "Introduzca la contraseña que eligió al conectar este ordenador, no el PIN de una tarjeta.",
  },
  ERR_PASSCODE_NEEDED: {
    what: "La contraseña del dispositivo hace falta otra vez.",
    next: "Vuelva a intentarlo e introdúzcala.",
  },
  ERR_KEY_ERASED: {
    what: "Se ha borrado la llave de este ordenador tras cinco contraseñas del dispositivo incorrectas. El PIN de la tarjeta sigue igual que antes.",
    next: "Conecte de nuevo este ordenador.",
  },
  ERR_PIN_DIGITS: { what: "Un PIN de la tarjeta tiene exactamente cuatro cifras.", next: "Introduzca cuatro cifras." },
  ERR_PIN_SEQUENCE: {
    what: "Este PIN de la tarjeta tiene las cifras en orden ascendente o descendente, como 1234 o 4321.",
    next: "Elija cifras que no vayan seguidas.",
  },
  ERR_PIN_REPEATED: {
    what: "Este PIN de la tarjeta tiene la misma cifra tres veces o más.",
    next: "Use cada cifra dos veces como máximo.",
  },
  ERR_PIN_GUESSABLE: {
    what: "Este PIN de la tarjeta es de los primeros que prueba un ladrón, así que su banco no lo acepta.",
    next: "Elija uno que no contenga fechas, años, palabras ni patrones.",
  },
  ERR_PIN_REFUSED: {
    what: "El servicio de tarjetas no permite este PIN de la tarjeta.",
    next: "Elija otro PIN de la tarjeta.",
  },
  ERR_PIN_KEY_INVALID: {
    what: "La llave para cifrar el PIN de la tarjeta no es segura.",
    next: "No continúe. Contacte con su banco.",
  },
  ERR_PIN_KEY_OUTDATED: {
    what: "El servicio de tarjetas acaba de cambiar de llave.",
    next: "Introduzca otra vez el nuevo PIN de la tarjeta.",
  },
  ERR_ENCRYPTION_REFUSED: {
    what: "El servicio de tarjetas no ha podido leer el PIN de la tarjeta cifrado.",
    next: "Vuelva a intentarlo. Si ocurre otra vez, contacte con su banco.",
  },
  ERR_CARD_NOT_ELIGIBLE: {
    what: "El PIN de esta tarjeta no se puede cambiar en este momento.",
    next: "Consulte a su banco sobre esta tarjeta.",
  },
  ERR_ROUTE_REFUSED: {
    what: "Su banco ya no ofrece esta forma de cambiar el PIN de una tarjeta.",
    next: "Cierre la sesión e iníciela de nuevo para ver las formas que ofrece.",
  },
  ERR_TAN_REFUSED: {
    what: "Este no es el código que se envió. El PIN de la tarjeta sigue igual que antes.",
    next: "Compárelo con el mensaje e introdúzcalo de nuevo. Tras unos pocos intentos fallidos necesitará un código nuevo.",
  },
  ERR_CHANGE_REQUEST_ENDED: {
    what: "Se ha acabado el tiempo para este cambio, o se ha introducido un código incorrecto demasiadas veces. El PIN de la tarjeta sigue igual que antes.",
    next: "Pida un código nuevo. No hace falta que introduzca de nuevo el PIN de la tarjeta.",
  },
  ERR_PIN_CHANGE_IN_PROGRESS: {
    what: "Este cambio del PIN de la tarjeta todavía está en curso.",
    next: "Espere un momento y vuelva a mirar.",
  },
  ERR_PIN_CHANGE_CLOSED: {
    what: "Este cambio se abandonó antes de llevarse a cabo. El PIN de la tarjeta sigue igual que antes.",
    next: "Establezca otra vez el PIN de la tarjeta.",
  },
  ERR_NOT_RECORDED: {
    what: "Su banco no ha podido registrar este paso, así que no ha continuado.",
    next: "Vuelva a intentarlo dentro de unos minutos.",
  },
  ERR_FOLDER_UNUSABLE: {
    what: "No se puede usar una carpeta de este programa.",
    next: "Compruebe que es una carpeta, que tiene permiso para leer y escribir en ella y que hay espacio en su disco. Después, vuelva a intentarlo.",
  },
  ERR_TOO_MANY_CALLS: {
    what: "Se han hecho demasiadas solicitudes en poco tiempo.",
    next: "Vuelva a intentarlo dentro de unos minutos.",
  },
  ERR_JOURNAL: {
    what: "Este ordenador no ha podido anotar el cambio, así que no se ha enviado nada. El PIN de la tarjeta sigue igual que antes.",
    next: "Compruebe que hay espacio en el disco y que tiene permiso para escribir en la carpeta, y vuelva a intentarlo.",
  },
  ERR_SETTINGS_NOT_KEPT: {
    what: "Este ordenador no ha podido guardar su elección.",
    next: "Compruebe que hay espacio en el disco y que tiene permiso para escribir en la carpeta, y vuelva a intentarlo.",
  },
  ERR_REPORT_NOT_SAVED: {
    what: "No se ha podido guardar el informe en esta carpeta.",
    next: "Elija otra carpeta o copie el informe.",
  },
};
