import type { WindowTexts } from "../window-texts.ts";

export const letter: WindowTexts["letter"] = {
  instead:
    "Si votre banque n’a pas votre numéro de mobile, vous pouvez recevoir le code par courrier. Cela prend quelques jours.",
  offer: {
    title: "Recevoir le code par courrier",
    what: "Votre banque n’a pas de numéro de mobile auquel envoyer un code. Elle peut vous le faire parvenir par lettre.",
    days: "Une lettre met quelques jours à arriver. D’ici là, vous pouvez fermer ce programme ; vous saisirez le code quand la lettre sera là.",
    address: "Si vous avez déménagé, donnez d’abord votre nouvelle adresse à votre banque.",
    send: "Demander une lettre",
  },
  limited:
    "Votre banque limite le nombre de lettres que vous pouvez demander. Ensuite, il faut attendre, peut-être plusieurs jours.",
  wait: "Vous pourrez de nouveau demander une lettre le {when}.",
  byMessage: "Essayer par SMS",
  title: "Votre code arrive par courrier",
  what: "Une lettre avec un code pour vous a été demandée. Dès que vous l’aurez, saisissez le code ici.",
  askedFor: "Demandée le",
  countsUntil: "Code valable jusqu’au",
  countedUntil: "Le code était valable jusqu’au",
  meanwhile:
    "Tant que vous n’avez pas la lettre, il n’y a rien à faire ici. Vous pouvez fermer ce programme et éteindre cet ordinateur.",
  kept: "De cette lettre, seules ces dates sont conservées sur cet ordinateur, pas le code.",
  enter: "Saisir le code",
  cancel: "Annuler la lettre",
  cancelAsk: "Annuler la lettre ? Son code ne sera plus valable, même si la lettre arrive encore.",
  cancelNot: "Ne pas annuler",
  noRoom:
    "Vous pouvez avoir {limit} appareils associés, et ce nombre est atteint. Avant que cet ordinateur puisse être associé, il faut retirer l’un d’eux. Le code de votre lettre n’a pas été utilisé.",
  again: {
    open: "Demander une nouvelle lettre",
    title: "Demander une nouvelle lettre ?",
    what: "Le code de la lettre précédente ne sera alors plus valable, même si elle arrive encore. Si elle a peut-être seulement du retard, attendez-la.",
    send: "Demander une nouvelle lettre",
  },
  code: {
    title: "Saisir le code de la lettre",
    intro: "Saisissez-le exactement comme il est imprimé, pour associer « {name} ».",
    label: "Code de la lettre",
    hint: "Lettres et chiffres. Respectez les majuscules et les minuscules.",
    empty: "Saisissez le code de la lettre.",
    leftOut:
      "Le code d’une lettre ne comporte que des lettres de A à Z, sans accent, et des chiffres. Le reste a été ignoré.",
    full: "Aucun code n’est aussi long. Le reste a été ignoré.",
    refused:
      "Ce n’est pas le code valable. Comparez-le, caractère par caractère, avec votre lettre la plus récente, puis corrigez-le. Trop d’essais erronés peuvent rendre le code inutilisable.",
  },
  over: {
    title: "Le code de votre lettre n’est plus valable",
    expiredTitle: "Le code de votre lettre a expiré",
    expired: "Demandez une nouvelle lettre si vous voulez toujours associer cet ordinateur.",
    early:
      "C’est ce qu’indique votre banque, alors qu’il devait rester du temps. Il a peut-être été utilisé sur un autre ordinateur, un code erroné a été saisi trop souvent, la lettre a été annulée ailleurs, ou une plus récente a été demandée.",
    unknown:
      "C’est ce qu’indique votre banque. Le délai est peut-être écoulé, le code a été utilisé sur un autre ordinateur, un code erroné a été saisi trop souvent, ou la lettre a été annulée ailleurs.",
    linkedSince:
      "Depuis, « {name} » a été associé, le {when}. Si c’était avec ce code, il faut une autre lettre pour cet ordinateur. Si vous ne connaissez pas cet appareil, contactez tout de suite votre banque.",
    without: "Recommencer sans lettre",
  },
  startOver: {
    ask: "Recommencer ? Votre code a déjà été utilisé. S’il est venu par courrier, il vous faudra une nouvelle lettre.",
    not: "Ne pas recommencer",
  },
  cancelled: {
    title: "La lettre a été annulée",
    what: "Son code n’est plus valable. Si la lettre arrive encore, vous pouvez la détruire.",
    back: "Revenir à l’association",
  },
};
