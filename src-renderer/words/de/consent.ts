import type { WindowTexts } from "../window-texts.ts";

export const consent: WindowTexts["consent"] = {
  title: "Dürfen Daten über diesen Computer gesendet werden?",
  what: "Um diesen Computer wiederzuerkennen, würden einige seiner Merkmale gelesen: zum Beispiel Betriebssystem, Sprache, Zeitzone, Bildschirm und Netzwerkadresse. Das geschieht, wenn Sie diesen Computer registrieren, und jedes Mal, wenn Sie mit ihm eine PIN ändern.",
  whom: "Ein Programmteil einer anderen Firma, die Ihre Bank ausgewählt hat, liest sie und nimmt dabei vielleicht Verbindung zu den Servern dieser Firma auf. Das Ergebnis geht an Ihre Bank und von dort an die Bank, die Ihre Karte ausgibt.",
  why: "Beide nutzen es, um zu bemerken, wenn jemand anderes versucht, Ihre Karte zu benutzen.",
  never: "Ihre PIN, Ihr Gerätepasswort und Ihre Schlüssel gehören nicht dazu.",
  optional: "Ihre Bank verlangt es nicht: Auch ohne Ihre Zustimmung können Sie hier dasselbe tun.",
  required: "Ihre Bank verlangt es, um diesen Computer zu registrieren und um mit ihm eine PIN zu ändern.",
  withdrawable: "Sie können Ihre Antwort in den Einstellungen jederzeit ändern.",
  agree: "Ich stimme zu",
  refuse: "Nicht senden",
  notGiven: "Ihre Antwort gilt deshalb noch nicht, und es wird nichts erhoben.",
  without: {
    title: "Ihre Bank verlangt diese Daten",
    binding:
      "Sie haben nicht zugestimmt, dass Daten über diesen Computer gesendet werden. Ohne sie registriert Ihre Bank keinen Computer.",
    change:
      "Sie haben nicht zugestimmt, dass Daten über diesen Computer gesendet werden. Ohne sie nimmt Ihre Bank von diesem Computer keine PIN-Änderung mit seinem Schlüssel an.",
    bySms:
      "Stattdessen können Sie eine Karten-PIN mit einem Code per SMS ändern. Dafür werden keine Daten über diesen Computer gesendet.",
    noWay:
      "Einen anderen Weg bietet Ihre Bank in diesem Programm nicht. Wenn Sie nicht zustimmen möchten, fragen Sie Ihre Bank, wie Sie Ihre Karten-PIN sonst ändern können.",
    ask: "Die Frage noch einmal lesen",
  },
  settings: {
    title: "Daten über diesen Computer",
    none: "Sie haben noch nicht entschieden, ob Daten über diesen Computer gesendet werden dürfen. Es wird nichts erhoben.",
    given:
      "Sie haben am {when} zugestimmt, dass Daten über diesen Computer gesendet werden, wenn Sie ihn registrieren oder mit ihm eine PIN ändern.",
    givenOnce:
      "Sie haben zugestimmt, dass Daten über diesen Computer gesendet werden, wenn Sie ihn registrieren oder mit ihm eine PIN ändern.",
    refused:
      "Sie stimmen nicht zu, dass Daten über diesen Computer gesendet werden. Seit dem {when} wird nichts erhoben.",
    open: "Lesen und entscheiden",
    withdraw: "Zustimmung widerrufen",
    ask: "Die Zustimmung widerrufen? Von diesem Augenblick an wird nichts mehr erhoben.",
    askRequired: "Ihre Bank nimmt dann von diesem Computer keine PIN-Änderung mit seinem Schlüssel mehr an.",
    keep: "So lassen",
    withdrawn: "Widerrufen. Es wird nichts mehr erhoben.",
    untold:
      "Ihre Bank hat noch nicht bestätigt, dass sie von Ihrem Widerruf weiß. Dieses Programm teilt ihn ihr bei Ihrer nächsten Anmeldung noch einmal mit, auf Wunsch auch sofort.",
    tellAgain: "Der Bank noch einmal mitteilen",
  },
};
