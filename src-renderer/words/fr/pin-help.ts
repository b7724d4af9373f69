import type { WindowTexts } from "../window-texts.ts";

export const reveal: WindowTexts["reveal"] = {
  show: "Voir les chiffres",
  hide: "Cacher les chiffres",
  showShort: "Voir",
  hideShort: "Cacher",
  shown: "Les chiffres sont visibles encore {seconds, plural, one {# seconde} other {# secondes}}.",
  hidden: "Les chiffres sont de nouveau cachés.",
};

export const keypad: WindowTexts["keypad"] = {
  title: "Clavier numérique",
  shuffled: "Clavier numérique, mélangé",
  remove: "Effacer le dernier chiffre",
};

export const advice: WindowTexts["advice"] = {
  title: "Facile à deviner.",
  reasons: {
    year: "C’est une année.",
    pairs: "Il est fait de paires de chiffres.",
    mirrored: "Il se lit de la même façon à l’envers.",
    steps: "Ses chiffres se suivent à intervalles réguliers.",
    "keypad-line": "Ses chiffres sont alignés sur le clavier numérique.",
    "keypad-shape": "Ses chiffres dessinent une figure sur le clavier numérique.",
    "day-and-month": "C’est un jour et un mois.",
    "month-and-day": "C’est un mois et un jour.",
    "spelled-word": "Il forme un mot avec les lettres des touches d’un téléphone.",
    "well-known-number": "C’est un nombre que beaucoup de gens connaissent.",
    "birth-date": "Il est tiré de votre date de naissance.",
  },
  refuse: "Votre banque ne l’autorise pas. Choisissez-en un autre.",
  keep: "Utiliser ce code PIN quand même",
  kept: "Vous utilisez quand même ce code PIN de carte.",
  notYet: "Choisissez un autre code PIN de carte, ou confirmez que vous voulez quand même utiliser celui-ci.",
};

export const birthDate: WindowTexts["birthDate"] = {
  summary: "Comparer avec ma date de naissance",
  intro:
    "Les voleurs essaient d’abord les dates de naissance. Saisissez la vôtre, et vous saurez si votre nouveau code PIN en est tiré.",
  privacy: "Votre date de naissance reste dans cette fenêtre. Elle n’est ni enregistrée ni envoyée.",
  day: "Jour",
  month: "Mois",
  year: "Année",
  faults: {
    "no-such-day":
      "Ce n’est pas une date. Saisissez le jour, le mois et l’année en chiffres, par exemple 31, 12 et 1980.",
    "before-1900": "Saisissez une année à partir de 1900, avec ses quatre chiffres.",
    "in-the-future": "Cette date est encore à venir.",
  },
  isFree: "Ce code PIN de carte n’est pas tiré de votre date de naissance.",
  isFrom: "Ce code PIN de carte est tiré de votre date de naissance.",
};
