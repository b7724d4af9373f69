import type { WindowTexts } from "../window-texts.ts";

export const pin: WindowTexts["pin"] = {
  steps: { card: "Carte", pin: "Nouveau PIN", code: "Code SMS", done: "Terminé" },
  title: "Nouveau code PIN",
  newPin: "Nouveau code PIN de la carte",
  again: "Répétez le nouveau code PIN de la carte",
  rules: "Quatre chiffres. Pas de suite comme 1234 ou 4321, et aucun chiffre trois fois.",
  againHint: "Pour éviter une faute de frappe.",
  count: "Chiffres saisis : {entered} sur {length}",
  incomplete: "Saisissez les {length} chiffres.",
  digitsOnly: "Seuls les chiffres de 0 à 9 peuvent être saisis.",
  full: "Un code PIN a {length} chiffres ; il n’y a plus de place.",
  noPaste: "Un code PIN ne peut pas être collé, pour qu’il ne soit jamais dans le presse-papiers. Tapez-le.",
  mismatch: "Les deux codes PIN ne correspondent pas. Choisissez encore une fois votre nouveau code PIN.",
  passcodeHint: "Pas le code PIN d’une carte. Oublié ? Revenez en arrière et choisissez « Appareils ».",
  change: "Changer le code PIN",
  neverAsk:
    "Personne de votre banque ne vous demandera jamais votre code PIN, ni par téléphone, ni par e-mail, ni par courrier, ni par SMS.",
};

export const tan: WindowTexts["tan"] = {
  title: "Confirmer avec un code",
  intro:
    "Votre banque a envoyé un code à six chiffres sur votre téléphone mobile. Il vous sert à confirmer le nouveau code PIN.",
  send: "Recevoir le code SMS",
  confirm: "Changer le code PIN",
  neverTell:
    "Le SMS indique que le code est destiné à un nouveau code PIN. Ne donnez jamais ce code à personne, pas même à votre banque.",
  ifBack:
    "Tant que vous n’avez pas confirmé avec le code, le code PIN de votre carte est inchangé. Si vous revenez en arrière, rien n’est changé.",
};

export const sending: WindowTexts["sending"] = {
  title: "Changement du code PIN",
  stages: {
    prepare: { now: "Préparation avec votre banque", done: "Préparé avec votre banque" },
    encrypt: { now: "Chiffrement sur cet ordinateur", done: "Chiffré sur cet ordinateur" },
    request: { now: "Envoi du code PIN chiffré", done: "Code PIN chiffré en route" },
    sign: { now: "Confirmation sur cet ordinateur", done: "Confirmé sur cet ordinateur" },
    send: { now: "Envoi à votre banque", done: "En route vers votre banque" },
    answer: { now: "Attente de la réponse de votre banque", done: "Réponse reçue" },
  },
  done: "fait",
  now: "en cours",
  waiting: "à venir",
};

export const outcome: WindowTexts["outcome"] = {
  changed: {
    title: "Votre code PIN a été changé",
    what: "Votre banque a enregistré le nouveau code PIN de votre carte.",
    nextTitle: "Bon à savoir",
    next: "Avec certaines cartes, le nouveau code PIN ne fonctionne qu’après le premier paiement en magasin avec la carte insérée dans le terminal.",
    memorise: "Mémorisez-le et ne l’écrivez nulle part.",
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
    what: "Votre banque a reçu votre nouveau code PIN et n’a pas encore terminé.",
    next: "Cette fenêtre repose la question toutes les deux secondes.",
  },
  unknown: {
    title: "Il n’est pas certain que votre code PIN ait été changé",
    what: "Votre nouveau code PIN a été envoyé, mais aucune réponse n’est revenue.",
    next: "Essayez le nouveau code PIN à votre prochain paiement, et l’ancien s’il ne fonctionne pas. Ou choisissez ici encore une fois un nouveau code PIN : c’est sans danger.",
    checkAgain: "Vérifier à nouveau",
    sameAsBefore: "La question a été posée de nouveau à votre banque, qui ne le sait pas non plus.",
  },
  toCards: "Retour à vos cartes",
  another: "Choisir un autre code PIN",
  bySms: "Le changer avec un code par SMS",
  otherWay: "Essayer autrement",
  toComputer: "Voir l’association",
};

export const pausedChange: WindowTexts["pausedChange"] = {
  title: "Votre nouveau code PIN n’a pas encore été envoyé",
  what: "Au moment de l’envoi, votre banque vous a demandé de vous connecter de nouveau. Rien n’a été changé ; votre nouveau code PIN est conservé ici, chiffré.",
  next: "Envoyez-le maintenant si vous le voulez.",
  send: "Envoyer le nouveau code PIN",
  giveUp: "Ne pas changer le code PIN",
};

export const openChange: WindowTexts["openChange"] = {
  title: "Ce qu’est devenu votre dernier changement de code PIN",
  asking:
    "Quand vous avez quitté le programme, le résultat n’était pas encore certain. Demande en cours auprès de votre banque…",
  notAnswered:
    "Quand vous avez quitté le programme, le résultat n’était pas encore certain, et votre banque n’a pas encore pu dire comment le changement s’est terminé.",
  later: "Pas maintenant",
};

export const moment: WindowTexts["moment"] = {
  changedAt: "Changé le",
  computer: "Ordinateur",
  reference: "Référence",
  copy: "Copier",
  copyReference: "Copier la référence",
  copied: "Copié.",
};
