import type { WindowTexts } from "../window-texts.ts";

export const common: WindowTexts["common"] = {
  tryAgain: "Réessayer",
  goBack: "Retour",
  done: "Terminé",
  signOut: "Se déconnecter",
  settings: "Paramètres",
  help: "Aide",
  checkConnection: "Vérifier la connexion",
  signedInAs: "Session de {name}",
  working: "Un instant…",
  somethingMissing: "Réessayez plus tard. S’il manque encore quelque chose, contactez votre banque.",
  stepOf: "Étape {step} sur {steps} : {name}",
  stepDone: "{name}, terminé",
};

export const start: WindowTexts["start"] = {
  loading: "Préparation",
  failed: "Cela n’a pas fonctionné",
};

export const signIn: WindowTexts["signIn"] = {
  title: "Se connecter",
  intro: "Ceci est une démonstration. Choisissez qui vous voulez être.",
  names: "Profils de démonstration",
  unavailable: "La connexion ne fait pas encore partie de cette version.",
  locked: {
    idle: "Votre session a été fermée parce que ce programme n’a pas été utilisé pendant un certain temps.",
    screen: "Votre session a été fermée parce que l’écran de cet ordinateur a été verrouillé.",
    suspend: "Votre session a été fermée parce que cet ordinateur s’est mis en veille.",
  },
  lockedNext: "Si un changement de code PIN était en cours, son état sera recherché quand vous vous connecterez.",
};

export const lock: WindowTexts["lock"] = {
  title: "Êtes-vous toujours là ?",
  what: "Ce programme n’a pas été utilisé depuis un certain temps. Pour protéger vos cartes, votre session va être fermée, et ce que vous avez saisi sera supprimé.",
  left: "Votre session sera fermée dans {clock}.",
  stay: "Garder la session",
};

export const wait: WindowTexts["wait"] = {
  pin_change: "Vous pourrez de nouveau changer un code PIN dans {clock}.",
  binding: "Vous pourrez de nouveau associer un ordinateur dans {clock}.",
  code: "Vous pourrez demander un nouveau code dans {clock}.",
  any: "Vous pourrez réessayer dans {clock}.",
};

/** Whatever is entered: codes, PINs, passcodes. */
export const entry: WindowTexts["entry"] = {
  numLockOff:
    "Verr Num est désactivé, donc le pavé numérique ne saisit pas de chiffres. Appuyez sur la touche Verr Num ou utilisez les autres touches de chiffres.",
  left: "Votre saisie va être supprimée, car cette fenêtre n’est pas utilisée. Revenez à cette fenêtre pour la conserver.",
  leftTitle: "Saisie bientôt supprimée",
  wipedIn: "Elle sera supprimée dans {clock}.",
  wiped:
    "Votre saisie a été supprimée après {minutes, plural, one {# minute} other {# minutes}} d’absence. Saisissez-la encore une fois.",
};

export const code: WindowTexts["code"] = {
  label: "Code reçu par SMS",
  hint: "Six chiffres. Vous pouvez coller le message entier.",
  count: "Chiffres saisis : {entered} sur {length}",
  digitsOnly: "Un code ne comporte que des chiffres, de 0 à 9. Le reste a été ignoré.",
  full: "Un code a six chiffres ; il n’y a plus de place.",
  noneFound: "Le texte collé ne contient aucun nombre de six chiffres. Tapez le code.",
  severalFound: "Le texte collé contient plusieurs nombres de six chiffres. Tapez le code.",
  checking: "Vérification du code…",
  incomplete: "Saisissez les six chiffres.",
  validFor: "Le code reste valable {clock} minutes.",
  soonOver: "Le code est valable moins d’une minute à présent. Vous pouvez en demander un nouveau.",
  expired: "Le code n’est probablement plus valable. Demandez-en un nouveau.",
  newCode: "Recevoir un nouveau code",
  newCodeIn: "Nouveau code dans {clock}",
  noPhone: "Pas de téléphone sous la main ?",
  noPhoneWhat:
    "Le code est envoyé au numéro de mobile que votre banque connaît, et ne peut être saisi qu’ici. Si le téléphone se trouve ailleurs, revenez plus tard et demandez un nouveau code. Rien n’est perdu.",
  noPhoneNumber: "Vous avez un nouveau numéro ? Donnez-le d’abord à votre banque.",
};

export const support: WindowTexts["support"] = {
  reference: "Pour l’assistance : {code}",
  referenceWithId: "Pour l’assistance : {code}, {id}",
  id: "Pour l’assistance : {id}",
  folder: "Dossier :",
};
