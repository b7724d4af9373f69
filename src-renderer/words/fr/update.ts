import type { WindowTexts } from "../window-texts.ts";

export const update: WindowTexts["update"] = {
  title: "Nouvelle version",
  searchTitle: "Nouvelles versions",
  requiredTitle: "Une nouvelle version est nécessaire",
  versions: "Ce programme est en version {old}. La version {version} est disponible.",
  required:
    "Votre banque ne permet plus de changer le code PIN d’une carte avec cette version. Tout le reste continue de fonctionner.",
  unknown: "On ne sait pas encore de quelle version il s’agit.",
  download: {
    what: "La nouvelle version est téléchargée et vérifiée avant d’être installée. Vous pouvez continuer pendant ce temps.",
    start: "Télécharger",
    bar: "Progression",
    running: "Téléchargé : {percent} %",
  },
  ready: {
    what: "La nouvelle version se trouve sur cet ordinateur. Pour l’installer, ce programme doit se fermer. Cet ordinateur reste associé.",
    install: "Fermer et installer…",
  },
  bySystem: "Installez-la avec les mises à jour de votre système, ou dans un terminal avec :",
  startAgain: "Fermez ensuite ce programme et redémarrez-le. Cet ordinateur reste associé.",
  byPartner: "Demandez à votre banque comment l’obtenir.",
  lookAgain: "Vérifier de nouveau",
  none: "Aucune version plus récente n’est disponible pour le moment.",
  notLooked: "Impossible de savoir s’il existe une version plus récente.",
};

export const updateNotice: WindowTexts["updateNotice"] = {
  available: "Une version plus récente de ce programme est disponible.",
  ready: "Une version plus récente de ce programme est prête à être installée.",
  required:
    "Votre banque ne permet plus de changer un code PIN avec cette version du programme. Installez la nouvelle version.",
  show: "Voir la nouvelle version",
};
