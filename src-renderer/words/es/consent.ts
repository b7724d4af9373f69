import type { WindowTexts } from "../window-texts.ts";

export const consent: WindowTexts["consent"] = {
  title: "¿Se pueden enviar datos sobre este ordenador?",
  what: "Para reconocer este ordenador se leerían algunas de sus características: por ejemplo, el sistema operativo, el idioma, la zona horaria, la pantalla y la dirección de red. Ocurre cuando vincula este ordenador y cada vez que cambia un PIN con él.",
  whom: "Las lee un componente de otra empresa, elegida por su banco, que puede conectarse con los servidores de esa empresa. El resultado va a su banco y de ahí al banco que emite su tarjeta.",
  why: "Les sirve para darse cuenta de que otra persona intenta usar su tarjeta.",
  never: "Su PIN, la contraseña del dispositivo y sus claves no forman parte de ello.",
  optional: "Su banco no lo exige: sin ello puede hacer aquí lo mismo.",
  required: "Su banco lo exige para vincular este ordenador y para cambiar un PIN con él.",
  withdrawable: "Puede cambiar su respuesta en cualquier momento en los ajustes.",
  agree: "Acepto",
  refuse: "No enviar",
  notGiven: "Por eso su respuesta aún no tiene efecto, y no se recoge nada.",
  without: {
    title: "Su banco exige estos datos",
    binding: "No ha aceptado que se envíen datos sobre este ordenador. Sin ellos su banco no vincula ningún ordenador.",
    change:
      "No ha aceptado que se envíen datos sobre este ordenador. Sin ellos su banco no admite desde este ordenador cambios de PIN con su clave.",
    bySms:
      "En su lugar, puede cambiar el PIN de una tarjeta con un código por SMS. Para ello no se envían datos sobre este ordenador.",
    noWay:
      "Su banco no ofrece otra forma en este programa. Si no quiere aceptar, pregunte a su banco de qué otra forma puede cambiar el PIN de su tarjeta.",
    ask: "Leer la pregunta otra vez",
  },
  settings: {
    title: "Datos sobre este ordenador",
    none: "Aún no ha respondido si se pueden enviar datos sobre este ordenador. No se recoge nada.",
    given: "El {when} aceptó que se envíen datos sobre este ordenador cuando lo vincula o cambia un PIN con él.",
    givenOnce: "Ha aceptado que se envíen datos sobre este ordenador cuando lo vincula o cambia un PIN con él.",
    refused: "No acepta que se envíen datos sobre este ordenador. Desde el {when} no se recoge nada.",
    open: "Leer y decidir",
    withdraw: "Retirar mi consentimiento",
    ask: "¿Retirar su consentimiento? Desde ese momento ya no se recoge nada.",
    askRequired: "Su banco ya no admitirá desde este ordenador cambios de PIN con su clave.",
    keep: "Dejarlo como está",
    withdrawn: "Retirado. Ya no se recoge nada.",
    untold:
      "Su banco aún no ha confirmado que conoce su retirada. Este programa se la comunicará otra vez la próxima vez que inicie sesión, o ahora mismo si lo desea.",
    tellAgain: "Comunicarlo otra vez al banco",
  },
};
