import type { WindowTexts } from "../window-texts.ts";

export const reveal: WindowTexts["reveal"] = {
  show: "Ziffern zeigen",
  hide: "Ziffern verbergen",
  showShort: "Zeigen",
  hideShort: "Verbergen",
  shown: "Die Ziffern sind noch {seconds, plural, one {# Sekunde} other {# Sekunden}} zu sehen.",
  hidden: "Die Ziffern sind wieder verborgen.",
};

export const keypad: WindowTexts["keypad"] = {
  title: "Ziffernfeld",
  shuffled: "Ziffernfeld, gemischt",
  remove: "Letzte Ziffer löschen",
};

export const advice: WindowTexts["advice"] = {
  title: "Leicht zu erraten.",
  reasons: {
    year: "Sie ist eine Jahreszahl.",
    pairs: "Sie besteht aus Ziffernpaaren.",
    mirrored: "Sie liest sich rückwärts gleich.",
    steps: "Ihre Ziffern folgen in gleichen Schritten aufeinander.",
    "keypad-line": "Ihre Ziffern liegen auf dem Ziffernfeld in einer Linie.",
    "keypad-shape": "Ihre Ziffern zeichnen auf dem Ziffernfeld eine Figur.",
    "day-and-month": "Sie ist ein Tag und ein Monat.",
    "month-and-day": "Sie ist ein Monat und ein Tag.",
    "spelled-word": "Sie ergibt mit den Buchstaben von Telefontasten ein Wort.",
    "well-known-number": "Sie ist eine Zahl, die viele Menschen kennen.",
    "birth-date": "Sie ist aus Ihrem Geburtsdatum gebildet.",
  },
  refuse: "Ihre Bank erlaubt sie nicht. Wählen Sie eine andere.",
  keep: "Diese PIN trotzdem verwenden",
  kept: "Sie verwenden diese Karten-PIN trotzdem.",
  notYet: "Wählen Sie eine andere Karten-PIN, oder bestätigen Sie, dass Sie diese trotzdem verwenden möchten.",
};

export const birthDate: WindowTexts["birthDate"] = {
  summary: "Mit meinem Geburtsdatum vergleichen",
  intro:
    "Diebe probieren zuerst Geburtsdaten aus. Geben Sie Ihres ein, dann erfahren Sie, ob Ihre neue PIN daraus gebildet ist.",
  privacy: "Ihr Geburtsdatum bleibt in diesem Fenster. Es wird nicht gespeichert und nicht gesendet.",
  day: "Tag",
  month: "Monat",
  year: "Jahr",
  faults: {
    "no-such-day": "Das ist kein Datum. Geben Sie Tag, Monat und Jahr in Ziffern ein, zum Beispiel 31, 12 und 1980.",
    "before-1900": "Geben Sie ein Jahr ab 1900 ein, mit allen vier Ziffern.",
    "in-the-future": "Dieses Datum liegt noch in der Zukunft.",
  },
  isFree: "Diese Karten-PIN ist nicht aus Ihrem Geburtsdatum gebildet.",
  isFrom: "Diese Karten-PIN ist aus Ihrem Geburtsdatum gebildet.",
};
