import type { WindowTexts } from "../window-texts.ts";

export const settings: WindowTexts["settings"] = {
  title: "Ajustes",
  saved: "{setting}: {choice}. Guardado.",
  on: "activado",
  off: "desactivado",
  asComputer: "Usar el ajuste del sistema",
  language: "Idioma",
  theme: { title: "Apariencia", light: "Claro", dark: "Oscuro" },
  textSize: "Tamaño del texto",
  keypad: {
    title: "Teclado numérico en pantalla para el PIN de la tarjeta",
    off: "Desactivado",
    on: "Activado",
    shuffled: "Activado, con las cifras cada vez en otro orden",
    screenReader: "El teclado numérico no se muestra en este momento, porque se está usando un lector de pantalla.",
  },
  window: "Esta ventana",
  capture: {
    label: "Ocultar esta ventana en las capturas y al compartir la pantalla",
    works:
      "Las personas con quienes comparta la pantalla no verán esta ventana. Desactive esta opción cuando alguien tenga que ayudarle a distancia.",
    partly:
      "A partir de macOS 15 solo es posible en parte: los programas más recientes para capturar o compartir la pantalla muestran la ventana de todos modos. No confíe en ello.",
    remote:
      "Está usando este ordenador a distancia. La ventana permanece visible; de lo contrario, usted tampoco la vería.",
    unsupported: "No es posible en este sistema.",
  },
  rendering: {
    label: "Desactivar la aceleración por hardware",
    hint: "Algo más lento. Ayuda cuando la ventana se queda en blanco o parpadea.",
    blankStart:
      "En un inicio anterior no se pudo mostrar la ventana. Por eso ahora se muestra sin la tarjeta gráfica. Desactive esta opción para volver a intentarlo con ella.",
    noneAvailable:
      "Este programa no encuentra aquí una tarjeta gráfica que pueda usar, así que de todos modos funciona sin ella.",
    nextStart: "Tendrá efecto la próxima vez que inicie el programa.",
  },
};
