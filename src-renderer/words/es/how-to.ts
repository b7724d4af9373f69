import type { WindowTexts } from "../window-texts.ts";

export const howTo: WindowTexts["howTo"] = {
  title: "Cómo se hace",
  search: "Buscar en la ayuda",
  found:
    "{count, plural, =0 {No se ha encontrado ninguna respuesta. Pruebe con otra palabra o pregunte a su banco.} one {Se ha encontrado # respuesta.} other {Se han encontrado # respuestas.}}",
  link: {
    also: "registrar dispositivo configurar empezar conectar",
    what: "Cuando este ordenador está vinculado, aquí confirma un nuevo PIN de tarjeta con la contraseña del dispositivo.",
    how: "Inicie sesión y elija «{link}». Dé un nombre al ordenador, introduzca el código que su banco envía a su teléfono móvil y elija una contraseña del dispositivo.",
    kept: "Sus tarjetas y sus PIN se quedan como están.",
  },
  pin: {
    title: "Elegir un nuevo PIN de tarjeta",
    also: "clave código secreto modificar olvidé",
    how: "Inicie sesión, elija «{changePin}» junto a la tarjeta e introduzca dos veces el nuevo PIN. Lo confirma con la contraseña del dispositivo o con un código por SMS.",
    old: "No necesita el PIN anterior. Si lo ha olvidado, elija uno nuevo de la misma manera.",
  },
  passcode: {
    also: "perdida restablecer equivocada",
    how: "Inicie sesión, elija «{devices}» y después «{forgotten}».",
    wrong:
      "Si se introduce cinco veces seguidas una contraseña del dispositivo incorrecta, se borra la clave de este ordenador.",
  },
  code: {
    title: "Confirmar con un código por SMS",
    also: "TAN número mensaje de texto celular seis cifras",
    what: "Sin un ordenador vinculado, confirma cada nuevo PIN de tarjeta con un código de seis cifras, que llega por SMS a su teléfono móvil.",
    how: "Escriba el código en esta ventana o pegue el SMS entero. Si no llega ninguno, elija «{newCode}».",
  },
  lost: {
    title: "Ordenador o teléfono perdido o robado",
    also: "robo ladrón desaparecido bloquear PIN SIM celular",
    first: "Contacte enseguida con su banco. Si también ha perdido sus tarjetas, pida que las bloqueen.",
    computer:
      "El ordenador: inicie sesión en otro ordenador vinculado, elija «{devices}» y quite el que ha perdido. Si no hay otro vinculado, vincule antes uno.",
    key: "Sin la contraseña del dispositivo, la clave del ordenador perdido no se puede usar. Tras cinco contraseñas incorrectas seguidas se borra.",
    phone:
      "El teléfono: los códigos se envían a su número. Pida también a su operador de telefonía que bloquee la tarjeta SIM.",
  },
  phishing: {
    also: "phishing fraude estafa estafador llamada falso empleado",
  },
};
