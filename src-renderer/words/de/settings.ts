import type { WindowTexts } from "../window-texts.ts";

export const settings: WindowTexts["settings"] = {
  title: "Einstellungen",
  saved: "{setting}: {choice}. Gespeichert.",
  on: "ein",
  off: "aus",
  asComputer: "Wie auf diesem Computer",
  language: "Sprache",
  theme: { title: "Hell oder dunkel", light: "Hell", dark: "Dunkel" },
  keypad: {
    title: "Ziffernfeld auf dem Bildschirm für die Karten-PIN",
    off: "Aus",
    on: "Ein",
    shuffled: "Ein, mit jedes Mal anders angeordneten Ziffern",
    screenReader: "Das Ziffernfeld wird zurzeit nicht gezeigt, weil ein Vorleseprogramm benutzt wird.",
  },
  window: "Dieses Fenster",
  capture: {
    label: "Bei Bildschirmfotos und Bildschirmfreigaben verbergen",
    works:
      "Wem Sie Ihren Bildschirm zeigen, der sieht dieses Fenster dann nicht. Schalten Sie dies aus, wenn Ihnen jemand aus der Ferne helfen soll.",
    partly:
      "Ab macOS 15 geht das nur zum Teil: Neuere Programme für Bildschirmfotos und Bildschirmfreigaben zeigen das Fenster trotzdem. Verlassen Sie sich nicht darauf.",
    remote:
      "Sie benutzen diesen Computer aus der Ferne. Das Fenster bleibt sichtbar, weil Sie es sonst selbst nicht sähen.",
    unsupported: "Auf diesem System ist das nicht möglich.",
  },
  rendering: {
    label: "Ohne Grafikkarte zeichnen",
    hint: "Etwas langsamer. Es hilft, wenn das Fenster leer bleibt oder flackert.",
    blankStart:
      "Das Fenster konnte bei einem früheren Start nicht gezeichnet werden. Deshalb wird es jetzt ohne Grafikkarte gezeichnet. Schalten Sie dies aus, um es wieder mit ihr zu versuchen.",
    noneAvailable:
      "Dieses Programm findet hier keine Grafikkarte, die es benutzen kann, und zeichnet deshalb ohnehin ohne eine.",
    nextStart: "Das gilt, sobald Sie das Programm das nächste Mal starten.",
  },
};
