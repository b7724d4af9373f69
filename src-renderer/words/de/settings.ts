import type { WindowTexts } from "../window-texts.ts";

export const settings: WindowTexts["settings"] = {
  title: "Einstellungen",
  saved: "{setting}: {choice}. Gespeichert.",
  on: "ein",
  off: "aus",
  asComputer: "Systemeinstellung verwenden",
  language: "Sprache",
  theme: { title: "Erscheinungsbild", light: "Hell", dark: "Dunkel" },
  textSize: "Textgröße",
  keypad: {
    title: "Ziffernfeld auf dem Bildschirm für die Karten-PIN",
    off: "Aus",
    on: "Ein",
    shuffled: "Ein, die Ziffern jedes Mal anders angeordnet",
    screenReader: "Das Ziffernfeld wird zurzeit nicht gezeigt, weil ein Screenreader benutzt wird.",
  },
  window: "Dieses Fenster",
  capture: {
    label: "Dieses Fenster bei Bildschirmfotos und Bildschirmfreigaben verbergen",
    works:
      "Wem Sie Ihren Bildschirm zeigen, der sieht dieses Fenster dann nicht. Schalten Sie dies aus, wenn Ihnen jemand aus der Ferne helfen soll.",
    partly:
      "Ab macOS 15 geht das nur zum Teil: Neuere Programme für Bildschirmfotos und Bildschirmfreigaben zeigen das Fenster trotzdem. Verlassen Sie sich nicht darauf.",
    remote:
      "Sie benutzen diesen Computer aus der Ferne. Das Fenster bleibt sichtbar, weil Sie es sonst selbst nicht sähen.",
    unsupported: "Auf diesem System ist das nicht möglich.",
  },
  rendering: {
    label: "Hardwarebeschleunigung ausschalten",
    hint: "Etwas langsamer. Es hilft, wenn das Fenster leer bleibt oder flackert.",
    blankStart:
      "Das Fenster konnte bei einem früheren Start nicht gezeichnet werden. Deshalb wird es jetzt ohne Grafikkarte gezeichnet. Schalten Sie dies aus, um es wieder mit ihr zu versuchen.",
    noneAvailable:
      "Dieses Programm findet hier keine Grafikkarte, die es benutzen kann, und zeichnet deshalb ohnehin ohne eine.",
    nextStart: "Das gilt ab dem nächsten Start des Programms.",
  },
};
