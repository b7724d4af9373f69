import type { WindowTexts } from "../window-texts.ts";
import { connectionErrors } from "./connection-errors.ts";

export const errors: WindowTexts["errors"] = {
  ...connectionErrors,
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
  ERR_SIGN_IN_CANCELLED: {
    what: "Se ha cancelado el inicio de sesión.",
    next: "Inicie sesión de nuevo cuando quiera.",
  },
  ERR_SIGN_IN_DENIED: {
    what: "El inicio de sesión se canceló en la página de su banco o su banco lo rechazó.",
    next: "Inicie sesión de nuevo. Si su banco lo rechaza otra vez, contacte con él.",
  },
  ERR_SIGN_IN_EXPIRED: {
    what: "El inicio de sesión no se completó a tiempo en el navegador.",
    next: "Inicie sesión de nuevo y termine en el navegador en menos de cinco minutos.",
  },
  ERR_SIGN_IN_UNAVAILABLE: {
    what: "En este momento no se puede acceder al inicio de sesión de su banco.",
    next: "Vuelva a intentarlo dentro de unos minutos. Si se repite, contacte con su banco.",
  },
  ERR_SIGN_IN_FAILED: {
    what: "Su banco no ha devuelto una respuesta válida al inicio de sesión.",
    next: "Inicie sesión de nuevo. Si se repite, contacte con su banco.",
  },
  ERR_SIGN_IN_PORT: {
    what: "Este programa no ha podido recibir la respuesta de su navegador.",
    next: "Compruebe si algún programa de seguridad de este ordenador bloquea este programa y después inicie sesión de nuevo.",
  },
  ERR_SIGN_IN_OTHER_PERSON: {
    what: "Ha iniciado sesión con un usuario distinto del anterior.",
    next: "Inicie sesión con el usuario con el que empezó o cierre antes la sesión.",
  },
  ERR_SIGN_IN_TOO_WEAK: {
    what: "El inicio de sesión que acaba de hacer no basta para este paso.",
    next: "Vuelva a iniciar sesión de la forma que pide su banco o contacte con él.",
  },
  ERR_SIGN_IN_AGAIN: {
    what: "Para este paso su banco le pide que vuelva a iniciar sesión.",
    next: "Inicie sesión de nuevo para continuar.",
  },
  ERR_NO_CARDHOLDER: {
    what: "Ha iniciado sesión, pero a su banco no le consta ninguna tarjeta suya para este programa.",
    next: "Use otro usuario o contacte con su banco.",
  },
  ERR_BACKEND_ANSWER: {
    what: "No se ha podido entender la respuesta de su banco.",
    next: "Vuelva a intentarlo más tarde. Si ocurre otra vez, contacte con su banco.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "Su banco no puede hacerlo en este momento.",
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
  ERR_DEVICE_CONSENT_MISSING: {
    what: "Su banco no tiene su consentimiento para recibir datos sobre este ordenador.",
    next: "Inténtelo de nuevo. Sin su consentimiento no se envían esos datos.",
  },
  ERR_DEVICE_DATA_REQUIRED: {
    what: "Para este paso su banco exige datos sobre este ordenador, y no los había.",
    next: "Cambie el PIN de la tarjeta con un código por SMS si su banco lo ofrece, o pregunte a su banco.",
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
    what: "La clave de este ordenador no se puede leer.",
    next: "Contacte con su banco antes de quitar nada.",
  },
  ERR_KEYCHAIN_LOST: {
    what: "El llavero de este ordenador no tiene ninguna clave para sus tarjetas.",
    next: "Vincule este ordenador.",
  },
  ERR_NOT_BOUND: {
    what: "Este ordenador no está vinculado a sus tarjetas.",
    next: "Vincúlelo y vuelva a intentarlo.",
  },
  ERR_ALREADY_BOUND: { what: "Este ordenador ya está vinculado.", next: "Continúe con sus tarjetas." },
  ERR_NO_MOBILE_NUMBER: {
    what: "Su banco no tiene un número de móvil al que enviar un código.",
    next: "Comunique su número de móvil a su banco y vuelva a intentarlo.",
  },
  ERR_DEVICE_LIMIT: {
    what: "Ya ha vinculado todos los dispositivos que su banco permite.",
    next: "Quite uno que ya no use y vuelva a intentarlo.",
  },
  ERR_CODE_REFUSED: {
    what: "Este no es el código que se envió.",
    next: "Compárelo con el SMS e introdúzcalo de nuevo.",
  },
  ERR_CODE_EXPIRED: { what: "Este código ya no es válido.", next: "Pida un código nuevo." },
  ERR_ACTIVATION_CODE_EXISTS: {
    what: "Ya se le envió una carta con un código, que sigue siendo válido.",
    next: "Escriba el código de la carta o pida una carta nueva; el código anterior dejará de ser válido.",
  },
  ERR_DEVICE_REFUSED: {
    what: "Su banco no acepta este ordenador.",
    next: "Vincule de nuevo este ordenador. Si ocurre otra vez, contacte con su banco.",
  },
  ERR_DEVICE_REMOVED: {
    what: "Este ordenador se ha quitado de sus dispositivos.",
    next: "Vincúlelo de nuevo para usarlo con sus tarjetas.",
  },
  ERR_DEVICE_UNCONFIRMED: {
    what: "No se sabe con certeza si la clave que hay aquí es la de este ordenador.",
    next: "Indique primero si quiere usar esta clave o vincular de nuevo este ordenador.",
  },
  ERR_PROTECTION_REFUSED: {
    what: "Su banco no acepta la forma en que este ordenador puede guardar la clave.",
    next: "Use otro ordenador o pregunte a su banco cuáles acepta.",
  },
  ERR_PASSCODE_LENGTH: {
    what: "Esta contraseña del dispositivo es demasiado corta o demasiado larga.",
    next: "Use de 6 a 64 caracteres.",
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
    next: "Introduzca la que eligió al vincular este ordenador, no el PIN de una tarjeta.",
  },
  ERR_PASSCODE_NEEDED: {
    what: "La contraseña del dispositivo hace falta otra vez.",
    next: "Vuelva a intentarlo e introdúzcala.",
  },
  ERR_KEY_ERASED: {
    what: "Se ha borrado la clave de este ordenador tras cinco contraseñas del dispositivo incorrectas. El PIN de la tarjeta sigue igual que antes.",
    next: "Vincule de nuevo este ordenador.",
  },
  ERR_PIN_DIGITS: { what: "El PIN de la tarjeta tiene exactamente cuatro cifras.", next: "Introduzca cuatro cifras." },
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
    what: "Su banco no permite este PIN de la tarjeta.",
    next: "Elija otro PIN de la tarjeta.",
  },
  ERR_PIN_NOT_KEPT: {
    what: "El nuevo PIN de la tarjeta no se ha enviado, porque su sesión ya se había cerrado.",
    next: "Inicie sesión de nuevo e introduzca otra vez el nuevo PIN de la tarjeta, que no se ha conservado.",
  },
  ERR_PIN_KEY_INVALID: {
    what: "La clave para cifrar el PIN de la tarjeta no es segura.",
    next: "No continúe. Contacte con su banco.",
  },
  ERR_PIN_KEY_OUTDATED: {
    what: "Su banco acaba de cambiar de clave.",
    next: "Introduzca otra vez el nuevo PIN de la tarjeta.",
  },
  ERR_ENCRYPTION_REFUSED: {
    what: "Su banco no ha podido leer el PIN de la tarjeta cifrado.",
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
    next: "Compárelo con el SMS e introdúzcalo de nuevo.",
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
    next: "Elija otra vez el PIN de la tarjeta.",
  },
  ERR_NOT_RECORDED: {
    what: "Su banco no ha podido registrar este paso, así que no ha continuado.",
    next: "Vuelva a intentarlo dentro de unos minutos.",
  },
  ERR_FOLDER_UNUSABLE: {
    what: "No se puede usar una carpeta de este programa.",
    next: "Compruebe que es una carpeta, que tiene permiso para leer y escribir en ella y que hay espacio en su disco. Después, vuelva a intentarlo.",
  },
  ERR_PROGRAM_CHANGED: {
    what: "Falta una parte de este programa o no es la original, por eso no ha tocado el llavero.",
    next: "Vuelva a instalar el programa. Si no se lo esperaba, contacte con su banco.",
  },
  ERR_START_REFUSED: {
    what: "Este programa debía iniciarse de una forma que no acepta.",
    next: "Vuelva a iniciarlo sin lo que se ha añadido. Si no lo ha añadido usted, pregunte a quien se encargue de este ordenador.",
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
  ERR_UPDATE_UNAVAILABLE: {
    what: "El servidor de las nuevas versiones de este programa no ha respondido correctamente.",
    next: "Vuelva a intentarlo más tarde. Hasta entonces no cambia nada.",
  },
  ERR_UPDATE_NOT_TRUSTED: {
    what: "Lo que se ha recibido como nueva versión de este programa no procede de su fabricante o está dañado. No se ha instalado.",
    next: "Vuelva a intentarlo más tarde. Si ocurre otra vez, contacte con su banco.",
  },
  ERR_UPDATE_TOO_OLD: {
    what: "Según la fecha y la hora de este ordenador, lo que se sabe de las nuevas versiones de este programa es demasiado antiguo.",
    next: "Compruebe la fecha y la hora de este ordenador y vuelva a intentarlo. Si son correctas, contacte con su banco.",
  },
  ERR_UPDATE_NOT_STORED: {
    what: "Este ordenador no ha podido guardar la nueva versión de este programa.",
    next: "Compruebe que hay espacio en el disco y que tiene permiso para escribir en la carpeta, y vuelva a intentarlo.",
  },
  ERR_UPDATE_NOT_STARTED: {
    what: "No se ha podido iniciar la instalación de la nueva versión.",
    next: "Vuelva a intentarlo. Si ocurre otra vez, contacte con su banco.",
  },
  ERR_UPDATE_REQUIRED: {
    what: "Su banco ya no permite cambiar el PIN de una tarjeta con esta versión del programa.",
    next: "Encontrará la nueva versión en la pantalla de sus tarjetas. Instálela.",
  },
  ERR_REPORT_NOT_SAVED: {
    what: "No se ha podido guardar el informe en esta carpeta.",
    next: "Elija otra carpeta o copie el informe.",
  },
};
