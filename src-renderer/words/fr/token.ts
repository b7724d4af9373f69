import type { WindowTexts } from "../window-texts.ts";

export const token: WindowTexts["token"] = {
  step: "Clé de sécurité",
  choice: "Où la clé de cet ordinateur est gardée",
  inKeychain: "Dans le trousseau de cet ordinateur, avec un mot de passe de l’appareil",
  on: "Sur la clé de sécurité « {label} », avec son code PIN",
  onUnnamed: "Sur la clé de sécurité sans nom, avec son code PIN",
  before: "Sur la clé de sécurité que vous aviez choisie, avec son code PIN",
  note: "Sur une clé de sécurité ou une carte à puce, la clé ne peut pas être copiée. Chaque changement demandera alors cette clé de sécurité et son code PIN.",
  gives: {
    title: "Configurer la clé de sécurité",
    what: "Elle sera demandée, avec son code PIN, à chaque changement.",
  },
  look: "Chercher une clé de sécurité",
  looking: "Recherche de clés de sécurité…",
  none: "À {time}, aucune clé de sécurité utilisable n’a été trouvée. Elle doit être branchée, avoir un code PIN et ne pas être bloquée.",
  unnamed: "sans nom",
  setTitle: "Configurer votre clé de sécurité",
  setWhat: "La clé de sécurité « {label} » va créer la clé de cet ordinateur et la garder. Laissez-la branchée.",
  setPin:
    "Le code PIN de la clé de sécurité vous sera demandé chaque fois que vous changerez le code PIN d’une carte sur cet ordinateur. Votre banque ne le connaît pas. Trop de codes PIN erronés peuvent bloquer la clé de sécurité.",
  set: "Configurer la clé de sécurité",
  label: "Code PIN de la clé de sécurité",
  hint: "Le code PIN de la clé de sécurité « {label} », pas celui d’une carte.",
  empty: "Saisissez le code PIN de votre clé de sécurité.",
  refused: "Seuls les lettres de A à Z, les chiffres, les espaces et les symboles peuvent être saisis ici.",
  full: "{most} caractères au plus peuvent être saisis ici ; il n’y a plus de place.",
  reveal: {
    show: "Afficher le code PIN de la clé de sécurité",
    hide: "Masquer le code PIN de la clé de sécurité",
    shown: "Le code PIN est visible encore {seconds, plural, one {# seconde} other {# secondes}}.",
    hidden: "Le code PIN est de nouveau masqué.",
  },
  checking: "Votre clé de sécurité est interrogée…",
  waits: "Votre clé de sécurité n’a pas encore répondu. Si elle clignote, touchez-la. Vous avez une minute en tout.",
  few: "D’autres codes PIN erronés peuvent la bloquer.",
  last: "Le prochain code PIN erroné la bloquera.",
  linked: "Chaque changement demande votre clé de sécurité et son code PIN, sans code par SMS.",
  linkedLost:
    "Si vous perdez la clé de sécurité : retirez cet ordinateur sous « {devices} », puis associez-le de nouveau.",
  which: "C’est la clé de sécurité « {label} ».",
  removeAsk:
    "Retirer cet ordinateur ? Il ne pourra plus changer le code PIN d’une carte. Vos cartes et leurs codes PIN restent tels quels. Pour utiliser de nouveau cet ordinateur, il vous faudra un nouveau code.",
  removeHint:
    "Pour retirer aussi sa clé de la clé de sécurité « {label} », laissez celle-ci branchée et saisissez son code PIN.",
  removeBoth: "Retirer l’ordinateur et sa clé",
  removeOnly: "Retirer seulement cet ordinateur",
  howTo: {
    title: "Garder la clé sur une clé de sécurité",
    also: "token YubiKey carte à puce USB TPM code PIN faux bloquée perdue",
    what: "Si votre banque le propose, une clé de sécurité ou une carte à puce peut garder la clé de cet ordinateur. Vous la choisissez quand vous associez l’ordinateur. Chaque changement de code PIN d’une carte demande alors cette clé de sécurité et son code PIN, au lieu d’un mot de passe de l’appareil.",
    wrong:
      "La clé de sécurité compte elle-même les mauvais codes PIN et peut se bloquer. Seul son propre programme peut la débloquer ou changer son code PIN ; votre banque ne le peut pas.",
    lost: "Si la clé de sécurité est perdue : connectez-vous, choisissez « {devices} » et retirez cet ordinateur. Associez-le ensuite de nouveau, avec un nouveau code.",
  },
  removed:
    "Cet ordinateur a été retiré, et sa clé a été effacée de la clé de sécurité. Associez-le seulement si vous voulez l’utiliser de nouveau.",
  left: "Cet ordinateur a été retiré. Sa clé est encore sur la clé de sécurité « {label} » ; votre banque ne l’accepte plus. Vous pouvez la retirer avec le programme de la clé de sécurité : elle s’appelle « Cardbound ».",
};

export const tokenErrors: WindowTexts["tokenErrors"] = {
  ERR_TOKEN_PIN_WRONG: {
    what: "Ce n’est pas le code PIN de votre clé de sécurité.",
    next: "Saisissez le code PIN de la clé de sécurité, pas celui d’une carte.",
  },
  ERR_TOKEN_PIN_LENGTH: {
    what: "Le code PIN de votre clé de sécurité a une autre longueur : votre saisie n’a pas été essayée.",
    next: "Saisissez le code PIN de la clé de sécurité, pas celui d’une carte.",
  },
  ERR_TOKEN_LAST_TRY: {
    what: "Votre saisie n’a pas encore été essayée : le prochain code PIN de la clé de sécurité, s’il est erroné, la bloquera.",
    next: "Saisissez à nouveau le code PIN de la clé de sécurité, mais seulement si vous le connaissez avec certitude.",
  },
  ERR_TOKEN_LOCKED: {
    what: "Votre clé de sécurité est bloquée.",
    next: "Débloquez-la avec son propre programme. Si ce n’est pas possible, retirez cet ordinateur sous « Appareils », puis associez-le de nouveau.",
  },
  ERR_TOKEN_MISSING: {
    what: "La clé de sécurité que vous avez choisie pour cet ordinateur n’est pas branchée.",
    next: "Branchez-la, puis réessayez.",
  },
  ERR_TOKEN_AMBIGUOUS: {
    what: "Deux clés de sécurité du même nom sont branchées.",
    next: "Ne laissez branchée que la bonne, puis réessayez.",
  },
  ERR_TOKEN_SILENT: {
    what: "Votre clé de sécurité n’a pas répondu à temps.",
    next: "Réessayez, et touchez la clé de sécurité si elle clignote.",
  },
  ERR_TOKEN_KEY_MISSING: {
    what: "La clé de cet ordinateur est introuvable sur la clé de sécurité.",
    next: "Retirez cet ordinateur sous « Appareils », puis associez-le de nouveau.",
  },
  ERR_TOKEN_KEY_OTHER: {
    what: "Une autre clé se trouve sur la clé de sécurité à la place de celle de cet ordinateur. Elle n’a pas été modifiée.",
    next: "Recommencez, ou retirez seulement cet ordinateur sous « Appareils ». Puis associez-le de nouveau.",
  },
  ERR_TOKEN_UNUSABLE: {
    what: "Cette clé de sécurité ne peut pas garder de clé pour vos cartes.",
    next: "Recommencez et choisissez le trousseau de cet ordinateur, ou utilisez une autre clé de sécurité.",
  },
  ERR_TOKEN_MODULE: {
    what: "Le logiciel de votre clé de sécurité est absent, ou ce n’est pas la version que votre banque autorise.",
    next: "Demandez à votre banque, ou à qui s’occupe de cet ordinateur.",
  },
  ERR_TOKEN_FAILED: {
    what: "Votre clé de sécurité, ou son logiciel, n’a pas fonctionné.",
    next: "Débranchez-la, rebranchez-la, puis réessayez.",
  },
};
