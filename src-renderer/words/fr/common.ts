import type { WindowTexts } from "../window-texts.ts";

export const common: WindowTexts["common"] = {
  tryAgain: "Réessayer",
  goBack: "Retour",
  done: "Terminé",
  signOut: "Se déconnecter",
  notYou: "Pas vous ?",
  settings: "Paramètres",
  help: "Aide",
  helpAndContact: "Aide et contact",
  checkConnection: "Vérifier la connexion",
  signedInAs: "Session : {name}",
  working: "Un instant…",
  somethingMissing: "Réessayez plus tard. S’il manque encore quelque chose, contactez votre banque.",
  stepOf: "Étape {step} sur {steps} : {name}",
  stepDone: "{name}, terminé",
};

export const start: WindowTexts["start"] = {
  loading: "Préparation",
  failed: "La préparation du programme a échoué",
};

export const signIn: WindowTexts["signIn"] = {
  title: "Se connecter",
  intro: "Ceci est une démonstration. Choisissez qui vous voulez être.",
  names: "Profils de démonstration",
  withBrowser: "Se connecter avec le navigateur",
  otherAccount: "Utiliser un autre identifiant",
  browserWhat:
    "Votre navigateur ouvre la page de votre banque. Connectez-vous comme d’habitude ; cette fenêtre continuera ensuite d’elle-même.",
  browserNext: "Ce programme ne voit pas votre mot de passe.",
  locked: {
    idle: "Votre session a été fermée parce que ce programme n’a pas été utilisé pendant un certain temps.",
    screen: "Votre session a été fermée parce que l’écran de cet ordinateur a été verrouillé.",
    suspend: "Votre session a été fermée parce que cet ordinateur s’est mis en veille.",
  },
  lockedNext:
    "Si un changement de code PIN était en cours, le programme vérifiera ce qu’il est devenu quand vous vous connecterez.",
};

export const browserWait: WindowTexts["browserWait"] = {
  title: "Continuez dans votre navigateur",
  what: "La page de votre banque s’ouvre dans votre navigateur. Connectez-vous sur cette page.",
  next: "Cette fenêtre continuera d’elle-même après la connexion.",
  openAgain: "Rouvrir la page",
  copyLink: "Copier le lien",
  cancel: "Annuler",
  opened: "La page devrait se rouvrir dans votre navigateur.",
  copied: "Le lien a été copié. Il ne sert qu’à cette connexion.",
  longTitle: "Rien ne s’est passé ?",
  lookForIt: "La page est peut-être derrière cette fenêtre : cherchez votre navigateur.",
  openIt: "Si elle est fermée, rouvrez-la.",
  otherBrowser: "Si vous préférez un autre navigateur, copiez le lien pour l’y coller.",
};

export const signInAgain: WindowTexts["signInAgain"] = {
  title: "Se connecter de nouveau",
  what: "Avant cette étape, votre banque veut s’assurer que c’est bien vous.",
  next: "Connectez-vous encore une fois ; vous reprendrez ensuite là où vous en étiez.",
  thenGoOn: "Connectez-vous encore une fois ; vous pourrez ensuite continuer.",
  pinKept:
    "Le code PIN de votre carte n’a pas été changé. Votre nouveau code PIN reste ici, chiffré ; vous pourrez l’envoyer après la connexion.",
  notNow: "Pas maintenant",
};

export const lock: WindowTexts["lock"] = {
  title: "Êtes-vous toujours là ?",
  what: "Ce programme n’a pas été utilisé depuis un certain temps. Pour protéger vos cartes, votre session va être fermée, et ce que vous avez saisi sera supprimé.",
  left: "Votre session sera fermée dans {clock}.",
  stay: "Rester connecté",
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
  hint: "Six chiffres. Vous pouvez coller le SMS entier.",
  count: "Chiffres saisis : {entered} sur {length}",
  digitsOnly: "Un code ne comporte que des chiffres, de 0 à 9. Le reste a été ignoré.",
  full: "Un code a six chiffres ; il n’y a plus de place.",
  noneFound: "Le texte collé ne contient aucun nombre de six chiffres. Tapez le code.",
  severalFound: "Le texte collé contient plusieurs nombres de six chiffres. Tapez le code.",
  checking: "Vérification du code…",
  incomplete: "Saisissez les six chiffres.",
  validFor: "Le code expire dans {clock}.",
  soonOver: "Le code expire dans moins d’une minute. Vous pouvez en demander un autre.",
  expired: "Le temps prévu pour ce code est écoulé. Demandez-en un nouveau.",
  over: "Votre banque indique que ce code n’est plus valable. Demandez-en un nouveau.",
  endedEarly:
    "Il devait rester du temps. Un code erroné a peut-être été saisi trop souvent, ou un code plus récent envoyé.",
  newCode: "Recevoir un autre code",
  newCodeIn: "Autre code dans {clock}",
  noPhone: "Pas de téléphone sous la main ?",
  noPhoneWhat:
    "Le code est envoyé au numéro de mobile que votre banque connaît, et ne peut être saisi qu’ici. Si le téléphone se trouve ailleurs, revenez plus tard et demandez un nouveau code. Rien n’est perdu.",
  noPhoneNumber: "Nouveau numéro ? Donnez-le d’abord à votre banque.",
};

export const support: WindowTexts["support"] = {
  reference: "Numéro d’erreur : {code}",
  referenceWithId: "Numéro d’erreur : {code}, {id}",
  copy: "Copier le numéro d’erreur",
  copied: "Le numéro d’erreur a été copié.",
  id: "Pour l’assistance : {id}",
  folder: "Dossier :",
};
