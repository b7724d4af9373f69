import type { WindowTexts } from "../window-texts.ts";

export const howTo: WindowTexts["howTo"] = {
  title: "Comment faire",
  search: "Chercher dans l’aide",
  found:
    "{count, plural, =0 {Aucune réponse trouvée. Essayez un autre mot, ou demandez à votre banque.} one {# réponse trouvée.} other {# réponses trouvées.}}",
  link: {
    also: "enregistrer appareil connecter commencer configurer",
    what: "Une fois cet ordinateur associé, vous y confirmez un nouveau code PIN avec le mot de passe de l’appareil.",
    how: "Connectez-vous et choisissez « {link} ». Donnez un nom à l’ordinateur, saisissez le code que votre banque envoie sur votre téléphone mobile, et choisissez un mot de passe de l’appareil.",
    kept: "Vos cartes et leurs codes PIN restent tels quels.",
  },
  pin: {
    title: "Choisir un nouveau code PIN",
    also: "code secret carte changer modifier",
    how: "Connectez-vous, choisissez « {changePin} » à côté de la carte et saisissez deux fois le nouveau code PIN. Vous le confirmez avec le mot de passe de l’appareil ou avec un code reçu par SMS.",
    old: "L’ancien code PIN n’est pas nécessaire. Si vous l’avez oublié, choisissez-en un nouveau de la même façon.",
  },
  passcode: {
    also: "perdu réinitialiser faux erreur",
    how: "Connectez-vous, choisissez « {devices} », puis « {forgotten} ».",
    wrong:
      "Si un mauvais mot de passe de l’appareil est saisi cinq fois de suite, la clé de cet ordinateur est effacée.",
  },
  code: {
    title: "Confirmer avec un code reçu par SMS",
    also: "TAN portable numéro message texte six chiffres",
    what: "Sans ordinateur associé, vous confirmez chaque nouveau code PIN avec un code à six chiffres, qui arrive par SMS sur votre téléphone mobile.",
    how: "Tapez le code dans cette fenêtre, ou collez le SMS entier. Si aucun n’arrive, choisissez « {newCode} ».",
  },
  lost: {
    title: "Ordinateur ou téléphone perdu ou volé",
    also: "vol voleur disparu bloquer PIN SIM portable",
    first: "Contactez votre banque immédiatement. Si vos cartes ont disparu aussi, faites-y opposition.",
    computer:
      "L’ordinateur : connectez-vous sur un autre ordinateur associé, choisissez « {devices} » et retirez celui que vous avez perdu. Si aucun autre n’est associé, associez-en d’abord un.",
    key: "Sans le mot de passe de l’appareil, la clé de l’ordinateur perdu ne peut pas être utilisée. Cinq mauvais mots de passe de suite l’effacent.",
    phone:
      "Le téléphone : les codes sont envoyés à son numéro. Faites aussi bloquer la carte SIM par votre opérateur mobile.",
  },
  phishing: {
    also: "phishing hameçonnage fraude arnaque escroc appel faux conseiller",
  },
};
