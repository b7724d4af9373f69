import type { WindowTexts } from "../window-texts.ts";

export const update: WindowTexts["update"] = {
  title: "Neuere Version",
  searchTitle: "Neuere Versionen",
  requiredTitle: "Eine neuere Version ist nötig",
  versions: "Dieses Programm hat die Version {old}. Es gibt die Version {version}.",
  required:
    "Ihre Bank lässt mit dieser Version keine Änderung einer Karten-PIN mehr zu. Alles andere funktioniert weiterhin.",
  unknown: "Welche Version das ist, ist noch nicht bekannt.",
  download: {
    what: "Die neuere Version wird heruntergeladen und geprüft, bevor sie installiert wird. Sie können inzwischen weiterarbeiten.",
    start: "Herunterladen",
    bar: "Fortschritt",
    running: "Heruntergeladen: {percent} %",
  },
  ready: {
    what: "Die neuere Version ist auf diesem Computer. Um sie zu installieren, muss dieses Programm beendet werden. Dieser Computer bleibt registriert.",
    install: "Beenden und installieren …",
  },
  bySystem: "Installieren Sie sie mit der Aktualisierungsverwaltung Ihres Systems oder in einem Terminal mit:",
  startAgain: "Beenden Sie danach dieses Programm und starten Sie es neu. Dieser Computer bleibt registriert.",
  byPartner: "Fragen Sie Ihre Bank, wie Sie sie bekommen.",
  lookAgain: "Erneut nachsehen",
  none: "Zurzeit ist keine neuere Version verfügbar.",
  notLooked: "Ob es eine neuere Version gibt, ließ sich nicht feststellen.",
};

export const updateNotice: WindowTexts["updateNotice"] = {
  available: "Es gibt eine neuere Version dieses Programms.",
  ready: "Eine neuere Version dieses Programms kann installiert werden.",
  required:
    "Ihre Bank lässt mit dieser Version des Programms keine PIN-Änderungen mehr zu. Installieren Sie die neuere Version.",
  show: "Neuere Version ansehen",
};
