import type { WindowTexts } from "../window-texts.ts";

export const update: WindowTexts["update"] = {
  title: "Nueva versión",
  searchTitle: "Nuevas versiones",
  requiredTitle: "Se necesita una nueva versión",
  versions: "Este programa tiene la versión {old}. Está disponible la versión {version}.",
  required: "Su banco ya no permite cambiar el PIN de una tarjeta con esta versión. Todo lo demás sigue funcionando.",
  unknown: "Todavía no se sabe de qué versión se trata.",
  download: {
    what: "La nueva versión se descarga y se comprueba antes de instalarla. Mientras tanto, puede continuar.",
    start: "Descargar",
    bar: "Progreso",
    running: "Descargado: {percent} %",
  },
  ready: {
    what: "La nueva versión está en este ordenador. Para instalarla, este programa tiene que cerrarse. Este ordenador sigue vinculado.",
    install: "Cerrar e instalar…",
  },
  bySystem: "Instálela con las actualizaciones de su sistema o en un terminal con:",
  startAgain: "Después, cierre este programa y vuelva a abrirlo. Este ordenador sigue vinculado.",
  byPartner: "Pregunte a su banco cómo obtenerla.",
  lookAgain: "Volver a comprobar",
  none: "Por ahora no hay ninguna versión más reciente disponible.",
  notLooked: "No se ha podido saber si hay una versión más reciente.",
};

export const updateNotice: WindowTexts["updateNotice"] = {
  available: "Hay una versión más reciente de este programa.",
  ready: "Una versión más reciente de este programa está lista para instalarse.",
  required: "Su banco ya no permite cambiar un PIN con esta versión del programa. Instale la nueva versión.",
  show: "Ver la nueva versión",
};
