import type { WindowTexts } from "../window-texts.ts";

export const connectionErrors = {
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
    what: "No ha respondido su banco, sino quizá la página de acceso de esta red.",
    next: "Acceda a la red en su navegador y vuelva a intentarlo. Si no se lo pide, contacte con su banco.",
  },
  ERR_CONNECTION_NOT_TRUSTED: {
    what: "No hay una conexión segura con su banco.",
    next: "Acceda a la red en su navegador si se lo pide, o use otra red, y vuelva a intentarlo. En el trabajo, pregunte a quien se ocupe de la red.",
  },
  ERR_SERVER_KEY_UNKNOWN: {
    what: "El servidor que ha respondido no ha podido demostrar a este programa que es el de su banco, por eso no se ha usado la conexión.",
    next: "Use otra red y vuelva a intentarlo. En el trabajo, pregunte a quien se ocupe de la red. Si ocurre en todas partes, contacte con su banco.",
  },
  ERR_CERTIFICATE_DATE: {
    what: "Según la fecha y la hora de este ordenador, la prueba de que se trata de su banco no es válida, así que no se ha usado la conexión.",
    next: "Compruebe la fecha y la hora de este ordenador y vuelva a intentarlo. Si son correctas, contacte con su banco.",
  },
  ERR_PROXY_UNREACHABLE: {
    what: "No se puede usar el servidor proxy de los ajustes de red de este ordenador, así que no se puede contactar con su banco.",
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
} satisfies Partial<WindowTexts["errors"]>;
