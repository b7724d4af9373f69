import type { WindowTexts } from "../window-texts.ts";

export const pin: WindowTexts["pin"] = {
  steps: { card: "Carte", pin: "Nouveau PIN", code: "Code SMS", done: "Terminé" },
  title: "Choisir un nouveau code PIN",
  newPin: "Nouveau code PIN de la carte",
  again: "Répétez le nouveau code PIN de la carte",
  rules: "Quatre chiffres. Pas de suite comme 1234 ou 4321, et aucun chiffre trois fois.",
  againHint: "Pour éviter une faute de frappe.",
  count: "Chiffres saisis : {entered} sur {length}",
  incomplete: "Saisissez les {length} chiffres.",
  digitsOnly: "Seuls les chiffres de 0 à 9 peuvent être saisis.",
  full: "Un code PIN a {length} chiffres ; il n’y a plus de place.",
  noPaste: "Un code PIN ne peut pas être collé, pour qu’il ne soit jamais dans le presse-papiers. Tapez-le.",
  mismatch: "Les deux codes PIN ne sont pas les mêmes. Choisissez encore une fois votre nouveau code PIN.",
  passcodeHint:
    "Le mot de passe de l’appareil que vous avez choisi en associant cet ordinateur, et non le code PIN d’une carte. Oublié ? Revenez à vos cartes et choisissez-y « Appareils ».",
  change: "Changer le code PIN",
  neverAsk:
    "Personne de votre banque ne vous demandera jamais votre code PIN, ni par téléphone, ni par courrier, ni par message.",
};

export const tan: WindowTexts["tan"] = {
  title: "Confirmer par un code reçu par SMS",
  intro:
    "Votre banque a envoyé un code à six chiffres à votre téléphone mobile. Il vous sert à confirmer le nouveau code PIN.",
  send: "Recevoir le code SMS",
  confirm: "Changer le code PIN",
  neverTell:
    "Le SMS indique que le code est destiné à un nouveau code PIN. Ne donnez jamais ce code à personne, pas même à votre banque.",
  ifBack:
    "Tant que vous n’avez pas confirmé avec le code, le code PIN de votre carte est inchangé. Si vous revenez en arrière, rien n’est changé.",
};

export const sending: WindowTexts["sending"] = {
  title: "Changement de votre code PIN",
  stages: {
    prepare: { now: "Demande de la clé au service des cartes", done: "Clé du service des cartes vérifiée" },
    encrypt: { now: "Chiffrement sur cet ordinateur", done: "Chiffré sur cet ordinateur" },
    request: { now: "Remise du code PIN chiffré à votre banque", done: "Code PIN chiffré en route vers votre banque" },
    sign: { now: "Signature sur cet ordinateur", done: "Signé sur cet ordinateur" },
    send: { now: "Envoi à votre banque", done: "En route vers votre banque" },
    answer: { now: "Attente de la réponse", done: "Réponse reçue" },
  },
  done: "fait",
  now: "en cours",
  waiting: "à venir",
};

export const outcome: WindowTexts["outcome"] = {
  changed: {
    title: "Votre code PIN a été changé",
    what: "Le service des cartes a enregistré le nouveau code PIN de votre carte.",
    nextTitle: "À savoir maintenant",
    next: "Avec certaines cartes, le nouveau code PIN ne fonctionne qu’après le premier paiement en magasin avec la carte insérée dans le lecteur.",
    cashMachines: "Un code PIN ne peut pas être changé aux distributeurs de billets.",
    oldNotes: "Détruisez tout support où l’ancien code PIN est noté, et gardez le nouveau uniquement en tête.",
  },
  refused: {
    title: "Votre code PIN n’a pas été changé",
    what: "Le code PIN de votre carte est inchangé.",
  },
  notSent: {
    what: "Rien n’a été envoyé. Le code PIN de votre carte est inchangé.",
    neverArrived:
      "Votre banque n’a rien reçu de ce changement et ne l’effectuera pas. Le code PIN de votre carte est inchangé.",
  },
  inProgress: {
    title: "Votre code PIN est en cours de changement",
    what: "Votre nouveau code PIN est arrivé, et le service des cartes n’a pas encore répondu.",
    next: "Cette fenêtre repose la question toutes les deux secondes.",
  },
  unknown: {
    title: "Il n’est pas certain que votre code PIN ait été changé",
    what: "Votre nouveau code PIN a été envoyé, mais aucune réponse n’est revenue.",
    next: "Essayez le nouveau code PIN à votre prochain paiement, et l’ancien s’il ne fonctionne pas. Ou définissez ici encore une fois un nouveau code PIN : c’est sans danger.",
    checkAgain: "Vérifier à nouveau",
    sameAsBefore: "La question a été posée de nouveau à votre banque, qui ne le sait pas non plus.",
  },
  toCards: "Retour à vos cartes",
  another: "Choisir un autre code PIN",
  bySms: "Le changer avec un code par SMS",
  otherWay: "Essayer d’une autre façon",
  toConnection: "Voir l’association de cet ordinateur",
};

export const openChange: WindowTexts["openChange"] = {
  title: "Ce qu’est devenu votre dernier changement de code PIN",
  asking: "À votre départ, le résultat n’était pas encore certain. La question est posée à votre banque…",
  notAnswered:
    "À votre départ, le résultat n’était pas encore certain, et votre banque n’a pas encore pu dire comment le changement s’est terminé.",
  later: "Voir plus tard",
};
