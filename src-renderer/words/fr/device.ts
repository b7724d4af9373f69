import type { WindowTexts } from "../window-texts.ts";

export const keychain: WindowTexts["keychain"] = {
  asks: {
    "secret-service":
      "Votre ordinateur demande peut-être le mot de passe de son trousseau de clés. Cherchez une fenêtre, peut-être derrière celle-ci.",
    "macos-keychain":
      "Votre ordinateur demande peut-être le mot de passe de son trousseau de clés. Cherchez une fenêtre, peut-être derrière celle-ci.",
    "windows-credentials":
      "Le Gestionnaire d’identification n’a pas encore répondu. Windows vous pose peut-être une question, dans une fenêtre derrière celle-ci.",
  },
  locked: {
    title: "Votre trousseau de clés est verrouillé",
    what: "C’est là qu’est gardée la clé de vos cartes. Elle ne peut donc pas être lue pour le moment.",
    next: "Votre ordinateur peut demander le mot de passe, en général celui avec lequel vous ouvrez votre session. Si aucune fenêtre ne le demande, fermez puis rouvrez votre session sur l’ordinateur.",
    kept: "Rien n’a été changé ni supprimé.",
    unlock: "Déverrouiller le trousseau",
  },
  onLinux: "Un trousseau tel que GNOME Keyring doit fonctionner dans votre session.",
  unavailable: {
    title: "Aucun trousseau de clés trouvé",
    what: "Le trousseau de votre ordinateur n’a pas répondu. Sans lui, aucune clé ne peut être gardée en sécurité.",
    next: "Fermez puis rouvrez votre session sur l’ordinateur, et réessayez.",
    kept: "Rien n’a été changé ni supprimé.",
  },
  silent: {
    title: "Votre trousseau de clés n’a pas répondu",
    what: "C’est là que votre ordinateur garde la clé de vos cartes, et la réponse n’est pas venue à temps. Une fenêtre de votre ordinateur demande peut-être un mot de passe et attend, cachée derrière celle-ci.",
    next: "Cherchez cette fenêtre et répondez-y. Réessayez ensuite. S’il n’y en a pas, fermez puis rouvrez votre session sur l’ordinateur.",
    kept: "Si quelque chose devait y être enregistré ou supprimé, cela peut encore se faire. Ce sera vérifié quand vous réessaierez.",
  },
  unreadable: {
    title: "La clé de votre trousseau ne peut pas être lue",
    what: "Le trousseau contient une entrée pour vos cartes, mais ce programme ne peut pas la lire. Une version plus récente l’a peut-être écrite, ou elle est endommagée.",
    next: "Installez la version la plus récente et réessayez. Si cela n’aide pas, associez de nouveau cet ordinateur, avec un nouveau code.",
    kept: "L’entrée a été laissée telle quelle. Si vous associez de nouveau l’ordinateur, elle est gardée à côté de la nouvelle.",
  },
  lost: {
    title: "Il n’y a pas de clé pour vos cartes sur cet ordinateur",
    what: "D’après les fichiers de ce programme, un ordinateur était associé à vos cartes, mais le trousseau de cet ordinateur ne contient aucune clé pour elles. Soit la clé a été supprimée ici, soit les fichiers viennent d’un autre ordinateur ou d’une sauvegarde.",
    next: "Associez cet ordinateur. Il vous faut votre téléphone mobile pour recevoir un nouveau code. Un ordinateur qui était déjà associé reste parmi vos appareils jusqu’à ce que vous le retiriez.",
  },
};

export const binding: WindowTexts["binding"] = {
  steps: { name: "Nom", code: "Code reçu", passcode: "Mot de passe de l’appareil" },
  nameTitle: "Associer cet ordinateur",
  gives: {
    first:
      "Associez cet ordinateur une seule fois : vous pourrez alors y changer le code PIN de vos cartes. Cela prend environ deux minutes. Gardez votre téléphone mobile à portée de main.",
    confirm: { title: "Confirmer que c’est vous", what: "Votre banque vous envoie un code par SMS." },
    passcode: {
      title: "Choisir un mot de passe",
      what: "Il ne vaut que pour cet ordinateur et sera demandé à chaque changement.",
    },
    change: { title: "Changer vos codes PIN ici", what: "Quand vous voulez, sans code par SMS." },
  },
  neverAsk: "Personne de votre banque ne vous demandera jamais votre code PIN, votre mot de passe ou un code.",
  noCards: {
    title: "Il vous faut d’abord une carte",
    next: "Vous pourrez associer cet ordinateur dès que vous en aurez une. Si vous attendez une carte ici, demandez à votre banque.",
    look: "Vérifier à nouveau",
    checked: "Nouvelle vérification à {time} : toujours aucune carte.",
    anyway: "Associer quand même",
  },
  stillNoNumber: "Nouvelle vérification à {time} : toujours aucun numéro.",
  nameResume: "Vous avez commencé à associer cet ordinateur. Continuez, et vous recevrez un nouveau code.",
  nameLabel: "Nom de cet ordinateur",
  ownName: "Mon ordinateur",
  nameHint: "S’affiche dans la liste de vos appareils. Choisissez ce que vous voulez.",
  nameEmpty: "Saisissez un nom de 64 caractères au plus.",
  send: "Recevoir le code SMS",
  codeTitle: "Saisir le code reçu par SMS",
  codeIntro: "Votre banque a envoyé un code à six chiffres sur votre téléphone mobile pour associer « {name} ».",
  link: "Associer",
  startOver: "Recommencer",
  finishingTitle: "Presque associé",
  finishing: "Votre code a été accepté. Cet ordinateur est en cours de préparation.",
  finishingStopped:
    "Votre code a été accepté, mais la dernière étape n’est pas encore faite. Vous n’avez pas besoin d’un nouveau code.",
  finish: "Terminer",
  limitTitle: "Retirez d’abord un appareil",
  limitWhat:
    "Vous pouvez avoir {limit} appareils associés, et ce nombre est atteint. Avant que cet ordinateur puisse être associé, il faut retirer l’un d’eux. Aucun code n’a été envoyé.",
  withoutLinking: "Changer un code PIN sans association",
};

export const linked: WindowTexts["linked"] = {
  title: "Cet ordinateur est associé",
  what: "Vous pouvez désormais changer ici le code PIN de vos cartes.",
  name: "Nom",
  when: "Associé le",
  toCards: "Voir vos cartes",
  passcode: "Chaque changement demande le mot de passe de l’appareil, sans code par SMS.",
  others: "Vos autres appareils restent tels quels. Ils ne sont pas prévenus.",
  lost: "Si vous perdez cet ordinateur, retirez-le depuis un autre, dans « Appareils », ou prévenez votre banque.",
};

export const state: WindowTexts["state"] = {
  erased: {
    title: "La clé de cet ordinateur a été effacée",
    what: "Cinq fois de suite, un mauvais mot de passe de l’appareil a été saisi. Pour protéger vos cartes, la clé a été effacée de cet ordinateur. Les codes PIN de vos cartes sont inchangés.",
    next: "Associez de nouveau cet ordinateur. Il vous faut votre téléphone mobile pour recevoir un nouveau code, et vous choisirez un nouveau mot de passe de l’appareil.",
  },
  removed: {
    title: "Cet ordinateur n’est plus associé",
    what: "Il ne figure plus parmi vos appareils auprès de votre banque. Il ne peut donc plus changer le code PIN d’une carte.",
    next: "Si vous ne l’avez pas retiré vous-même, contactez votre banque. Sinon, associez de nouveau cet ordinateur : il vous faut votre téléphone mobile pour recevoir un nouveau code.",
  },
  "no-marker": {
    title: "Une clé a été trouvée sur cet ordinateur",
    what: "Le trousseau contient une clé pour vos cartes, celle de l’appareil « {name} ». Ce programme ne l’y a pas mise, ou ses propres fichiers ont été supprimés.",
    next: "Si c’est votre ordinateur, vous pouvez utiliser cette clé : votre banque dira d’abord si elle la connaît. Si vous avez un doute, associez de nouveau cet ordinateur.",
  },
  "other-device": {
    title: "Une autre clé a été trouvée sur cet ordinateur",
    what: "Le trousseau contient une clé de l’appareil « {name} », alors que les fichiers de ce programme parlent d’un autre appareil. Le trousseau ou les fichiers de ce programme ont peut-être été restaurés, ou copiés depuis un autre ordinateur.",
    next: "Vous pouvez utiliser cette clé : votre banque dira d’abord si elle la connaît. Si la clé est celle d’un autre ordinateur que vous utilisez encore, associez de nouveau cet ordinateur.",
  },
  kept: "Quel que soit votre choix, rien de ce qui pourrait encore servir n’est supprimé.",
  removing: {
    title: "Retrait de cet ordinateur en cours",
    what: "Le retrait a été commencé et n’est pas encore terminé.",
    busy: "Le retrait se termine…",
    finish: "Terminer le retrait",
  },
  useKey: "Utiliser cette clé",
  linkAgain: "Associer de nouveau cet ordinateur",
};

export const folder: WindowTexts["folder"] = {
  title: "Un dossier de ce programme ne peut pas être utilisé",
  changes:
    "Il contient les notes sur vos changements de code PIN. Il est impossible pour l’instant de savoir si l’un d’eux est encore en cours. Tant que ce dossier ne peut pas être utilisé, aucun code PIN ne peut être changé ici.",
  enrolments:
    "Il contient la note qui dit si cet ordinateur a été associé à vos cartes. Il est impossible pour l’instant de savoir si c’est le cas.",
  next: "Vérifiez que c’est bien un dossier et que vous avez le droit d’y lire et d’y écrire. Si vous ne savez pas comment faire, demandez à la personne qui s’occupe de cet ordinateur. Réessayez ensuite.",
  kept: "Rien n’a été changé ni supprimé.",
  goOn: "Continuer sans ce dossier",
};

export const devices: WindowTexts["devices"] = {
  title: "Vos appareils associés",
  loading: "Chargement de vos appareils…",
  intro:
    "Chacun d’eux peut changer le code PIN de vos cartes. Retirez ceux que vous n’utilisez plus ou que vous n’avez plus.",
  count: "Associés : {linked} sur {limit}",
  leftOut:
    "{count, plural, one {Au moins un appareil n’a pas pu être affiché.} other {Au moins # appareils n’ont pas pu être affichés.}}",
  unnamed: "Appareil sans nom",
  since: "Depuis le {date}",
  lastUsed: "Dernière utilisation le {date}",
  thisComputer: "Cet ordinateur",
  removeOf: "Retirer {name}",
  remove: "Retirer",
  keep: "Garder",
  ask: "Retirer « {name} » ? L’appareil ne pourra plus changer le code PIN d’une carte, tant qu’il n’est pas de nouveau associé.",
  removed: "« {name} » a été retiré.",
  removedOnes: "Appareils retirés",
  removedOn: "Retiré le {date}",
  removedNone: "Votre banque ne signale aucun appareil retiré.",
  removedUntold: "Votre banque n’indique pas quels appareils ont été retirés.",
  removedMore: "Il y en a de plus anciens, qui ne sont pas affichés ici.",
  removeThis: "Retirer cet ordinateur",
  askThis:
    "Retirer cet ordinateur ? Il ne pourra plus changer le code PIN d’une carte, et sa clé sera supprimée de son trousseau. Vos cartes et leurs codes PIN restent tels quels. Pour utiliser de nouveau cet ordinateur, il vous faudra un nouveau code.",
  changePasscode: "Changer le mot de passe de l’appareil",
  forgotten: "Mot de passe de l’appareil oublié ?",
};

export const protection: WindowTexts["protection"] = {
  keychain:
    "Votre banque reconnaît cet ordinateur à une clé. Elle est gardée dans le trousseau de cet ordinateur. Quiconque a accès à votre session sur cet ordinateur pourrait utiliser la clé.",
  keychain_passcode:
    "Votre banque reconnaît cet ordinateur à une clé. Elle est gardée dans le trousseau de cet ordinateur et ne peut être utilisée qu’avec le mot de passe de l’appareil.",
  hardware_passcode:
    "Votre banque reconnaît cet ordinateur à une clé. Elle est gardée sur une clé de sécurité, ne peut pas en sortir, et ne peut être utilisée qu’avec le code PIN de celle-ci.",
};

export const passcode: WindowTexts["passcode"] = {
  setTitle: "Définir le mot de passe de l’appareil",
  setIntro:
    "Il sera demandé chaque fois que vous changerez le code PIN d’une carte sur cet ordinateur, dont il protège la clé.",
  setUnknown:
    "Ce n’est ni le code PIN d’une carte, ni le mot de passe de votre banque. Il reste sur cet ordinateur : votre banque ne le connaît pas et ne peut pas le réinitialiser. Si vous l’oubliez, il faudra associer de nouveau l’ordinateur.",
  label: "Mot de passe de l’appareil",
  again: "Répétez le mot de passe de l’appareil",
  current: "Mot de passe actuel de l’appareil",
  next: "Nouveau mot de passe de l’appareil",
  nextAgain: "Répétez le nouveau mot de passe de l’appareil",
  rules:
    "6 à 64 lettres, chiffres, espaces ou symboles. Quelques mots sans rapport entre eux sont difficiles à deviner et faciles à retenir.",
  count: "{entered, plural, one {# caractère saisi} other {# caractères saisis}}",
  strength: { guessable: "Facile à deviner", fair: "Moyen", strong: "Fort" },
  reveal: {
    show: "Voir le mot de passe",
    hide: "Cacher le mot de passe",
    shown: "Le mot de passe est visible encore {seconds, plural, one {# seconde} other {# secondes}}.",
    hidden: "Le mot de passe est de nouveau caché.",
  },
  refused:
    "Seuls des lettres de A à Z, des chiffres, des espaces et des symboles peuvent être saisis, pour que le mot de passe fonctionne sur tous les claviers.",
  full: "Le mot de passe de l’appareil a au plus {most} caractères ; il n’y a plus de place.",
  tooShort: "Ce mot de passe de l’appareil est trop court.",
  empty: "Saisissez le mot de passe de l’appareil.",
  mismatch: "Les deux mots de passe de l’appareil ne correspondent pas. Saisissez-les encore une fois tous les deux.",
  attemptsLeft: "{left, plural, one {Encore # essai} other {Encore # essais}}.",
  lastAttempt:
    "Le prochain mauvais mot de passe de l’appareil effacera la clé de cet ordinateur. Il faudrait alors associer de nouveau l’ordinateur.",
  checking: "Vérification du mot de passe de l’appareil…",
  set: "Définir",
  changeTitle: "Changer le mot de passe de l’appareil",
  changeIntro: "Cela ne change le code PIN d’aucune carte.",
  change: "Changer le mot de passe",
  changedTitle: "Le mot de passe de l’appareil a été changé",
  changed:
    "Désormais, c’est le nouveau mot de passe de l’appareil qui est demandé. Les codes PIN de vos cartes sont inchangés.",
  forgottenTitle: "Mot de passe de l’appareil oublié ?",
  forgottenWhat:
    "Personne ne peut le lire ni le réinitialiser : votre banque ne le connaît pas, et sans lui, la clé de cet ordinateur ne peut pas être utilisée.",
  forgottenNext:
    "Associez de nouveau cet ordinateur. Dès que vous commencez, l’association actuelle est supprimée. Vous recevez ensuite un nouveau code sur votre téléphone mobile et choisissez un nouveau mot de passe de l’appareil. Vos cartes et leurs codes PIN restent tels quels.",
};
