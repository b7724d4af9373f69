import type { WindowTexts } from "../window-texts.ts";

export const reveal: WindowTexts["reveal"] = {
  show: "Mostra le cifre",
  hide: "Nascondi le cifre",
  showShort: "Mostra",
  hideShort: "Nascondi",
  shown: "Le cifre restano visibili ancora per {seconds, plural, one {# secondo} other {# secondi}}.",
  hidden: "Le cifre sono di nuovo nascoste.",
};

export const keypad: WindowTexts["keypad"] = {
  title: "Tastierino",
  shuffled: "Tastierino, cifre mescolate",
  remove: "Cancella l’ultima cifra",
};

export const advice: WindowTexts["advice"] = {
  title: "Facile da indovinare.",
  reasons: {
    year: "È un anno.",
    pairs: "È formato da coppie di cifre.",
    mirrored: "Si legge uguale anche al contrario.",
    steps: "Le sue cifre si susseguono a intervalli regolari.",
    "keypad-line": "Le sue cifre sono in fila sul tastierino.",
    "keypad-shape": "Le sue cifre disegnano una figura sul tastierino.",
    "day-and-month": "È un giorno e un mese.",
    "month-and-day": "È un mese e un giorno.",
    "spelled-word": "Forma una parola con le lettere dei tasti di un telefono.",
    "well-known-number": "È un numero che molti conoscono.",
    "birth-date": "Deriva dalla sua data di nascita.",
  },
  refuse: "La sua banca non lo permette. Ne scelga un altro.",
  keep: "Usa comunque questo PIN",
  kept: "Ha scelto di usare comunque questo PIN della carta.",
  notYet: "Scelga un altro PIN della carta o confermi che vuole usare comunque questo.",
};

export const birthDate: WindowTexts["birthDate"] = {
  summary: "Confronta con la mia data di nascita",
  intro:
    "I ladri provano per prime le date di nascita. Inserisca la sua e saprà se il nuovo PIN deriva da quella data.",
  privacy: "La sua data di nascita resta in questa finestra. Non viene né memorizzata né inviata.",
  day: "Giorno",
  month: "Mese",
  year: "Anno",
  faults: {
    "no-such-day": "Questa non è una data. Inserisca giorno, mese e anno in cifre, per esempio 31, 12 e 1980.",
    "before-1900": "Inserisca un anno dal 1900 in poi, con tutte e quattro le cifre.",
    "in-the-future": "Questa data è nel futuro.",
  },
  isFree: "Questo PIN della carta non deriva dalla sua data di nascita.",
  isFrom: "Questo PIN della carta deriva dalla sua data di nascita.",
};
