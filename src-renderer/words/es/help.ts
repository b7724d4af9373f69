import type { WindowTexts } from "../window-texts.ts";

export const help: WindowTexts["help"] = {
  title: "Ayuda",
  contact: {
    title: "Cómo contactar con su banco",
    intro: "Si un mensaje de este programa mostraba un número de error, téngalo a mano.",
    phone: "Teléfono",
    email: "Correo electrónico",
    website: "Sitio web",
    hours: "Horario",
    asUsual: "Contacte con su banco de la manera que ya conoce.",
    copy: "Copiar",
    copied: "Copiado: {contact}",
    call: "Llamar",
    write: "Escribir un correo",
    asked: "Ahora debería abrirse el programa adecuado. Si no, copie el contacto.",
    notAsked: "Este ordenador no tiene ningún programa para ello. Copie el contacto en su lugar.",
  },
  neverAsked: {
    title: "Lo que su banco nunca pide",
    secrets:
      "Nadie de su banco le pedirá nunca el PIN de una tarjeta, la contraseña del dispositivo ni un código que le hayan enviado: ni por teléfono, ni por correo electrónico, ni por carta, ni por SMS.",
    computer:
      "Tampoco le pedirá nadie que muestre su pantalla, que deje que otros usen su ordenador ni que elija un PIN que le digan.",
    ifAsked:
      "Si alguien lo pide de todos modos, diga quien diga ser: cuelgue o no responda. Después contacte usted con su banco, por una vía que ya conocía.",
    ifTold:
      "Si ya ha revelado algo, contacte enseguida con su banco, cambie el PIN de su tarjeta y quite los dispositivos que no conozca.",
  },
};

export const diagnosis: WindowTexts["diagnosis"] = {
  title: "Lo que este programa necesita",
  intro:
    "Aquí ve si todo está y funciona. El informe no contiene ningún nombre, número, dirección ni secreto suyo, así que puede dárselo al servicio de ayuda.",
  checking: "Se está comprobando todo…",
  checked: "Comprobado: {time}",
  again: "Comprobar de nuevo",
  copy: "Copiar el informe",
  copied: "El informe se ha copiado. Puede pegarlo en un mensaje al servicio de ayuda.",
  save: "Guardar el informe…",
  saved: "El informe se ha guardado.",
  state: {
    works: "Funciona",
    attention: "Conviene mirarlo",
    problem: "No funciona",
  },
  bank: {
    name: "Su banco",
    reachable: "Responde.",
  },
  way: {
    name: "Conexión con su banco",
    direct: "Directo, sin servidor proxy.",
    proxy: "A través de un servidor proxy.",
    unknown: "Este ordenador no ha indicado si hay un servidor proxy.",
  },
  tls: {
    name: "Cifrado",
    used: "Las conexiones están cifradas (TLS).",
    "not-used": "Las conexiones no están cifradas. Solo una demostración prescinde de ello.",
  },
  clock: {
    name: "Reloj",
    right: "Está en hora.",
    slow: "Va atrasado {difference}. Póngalo en hora.",
    fast: "Va adelantado {difference}. Póngalo en hora.",
    unknown: "Solo una respuesta de su banco dice si está en hora, y no ha llegado.",
  },
  keychain: {
    name: "Llavero",
    which: {
      "secret-service": "Llavero de su sesión (Secret Service)",
      "macos-keychain": "Llavero de macOS",
      "windows-credentials": "Administrador de credenciales de Windows",
    },
    works: "Se puede leer y escribir.",
    locked: "Está bloqueado. Desbloquéelo, por lo general cerrando la sesión de su ordenador e iniciándola de nuevo.",
    unavailable: "No ha respondido. Cierre la sesión de su ordenador e iníciela de nuevo.",
    silent: "No ha respondido a tiempo. Quizá una pregunta del sistema le espere en la pantalla.",
  },
  key: { name: "Su clave digital" },
  rendering: {
    name: "Visualización",
    hardware: "La tarjeta gráfica dibuja esta ventana.",
    software: "Esta ventana se dibuja sin la tarjeta gráfica. Puede ir más lento.",
  },
  screenReader: {
    name: "Lector de pantalla",
    on: "Hay uno en uso, según el sistema.",
    off: "No hay ninguno en uso, según el sistema.",
  },
  language: { name: "Idioma" },
  program: { name: "Programa", running: "En marcha desde hace {duration}" },
  system: { name: "Sistema operativo", other: "Otro" },
  errors: {
    title: "Últimos errores",
    none: "Ninguno desde que se inició este programa.",
  },
};

export const about: WindowTexts["about"] = {
  title: "Acerca de {product}",
  version: "Versión {version}",
  privacy: "Aviso de privacidad",
  licences: "Licencias",
  licencesWhat: "Este programa contiene software de otros autores. Aquí puede leer sus licencias.",
  showLicences: "Mostrar las licencias",
};
