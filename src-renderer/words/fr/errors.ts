import type { WindowTexts } from "../window-texts.ts";
import { connectionErrors } from "./connection-errors.ts";

export const errors: WindowTexts["errors"] = {
  ...connectionErrors,
  ERR_INTERNAL: {
    what: "Un problème est survenu dans ce programme.",
    next: "Réessayez. Si cela se reproduit, fermez le programme et relancez-le.",
  },
  ERR_UNTRUSTED_SENDER: {
    what: "Cette fenêtre n’avait pas le droit de faire cela.",
    next: "Fermez le programme et relancez-le.",
  },
  ERR_BAD_ARGUMENT: {
    what: "Cette saisie n’a pas la bonne forme.",
    next: "Vérifiez ce que vous avez saisi et réessayez.",
  },
  ERR_BUSY: { what: "Une autre étape est encore en cours.", next: "Attendez un instant, puis réessayez." },
  ERR_NOT_SIGNED_IN: {
    what: "Votre session est fermée.",
    next: "Connectez-vous de nouveau pour continuer.",
  },
  ERR_SIGN_IN_CANCELLED: {
    what: "La connexion a été annulée.",
    next: "Connectez-vous de nouveau quand vous le souhaitez.",
  },
  ERR_SIGN_IN_DENIED: {
    what: "La connexion a été annulée sur la page de votre banque, ou votre banque l’a refusée.",
    next: "Connectez-vous de nouveau. Si votre banque refuse encore, contactez-la.",
  },
  ERR_SIGN_IN_EXPIRED: {
    what: "La connexion n’a pas été terminée à temps dans le navigateur.",
    next: "Connectez-vous de nouveau et terminez dans le navigateur en moins de cinq minutes.",
  },
  ERR_SIGN_IN_UNAVAILABLE: {
    what: "Le service de connexion de votre banque est injoignable pour le moment.",
    next: "Réessayez dans quelques minutes. Si le problème persiste, contactez votre banque.",
  },
  ERR_SIGN_IN_FAILED: {
    what: "Votre banque n’a pas renvoyé de réponse valable à la connexion.",
    next: "Connectez-vous de nouveau. Si le problème persiste, contactez votre banque.",
  },
  ERR_SIGN_IN_PORT: {
    what: "Ce programme n’a pas pu recevoir la réponse de votre navigateur.",
    next: "Vérifiez si un logiciel de sécurité de cet ordinateur bloque le programme, puis connectez-vous de nouveau.",
  },
  ERR_SIGN_IN_OTHER_PERSON: {
    what: "Vous avez utilisé un autre identifiant que précédemment.",
    next: "Connectez-vous avec l’identifiant utilisé au début, ou déconnectez-vous d’abord.",
  },
  ERR_SIGN_IN_TOO_WEAK: {
    what: "La connexion que vous venez d’effectuer ne suffit pas pour cette étape.",
    next: "Connectez-vous de nouveau de la façon que votre banque demande, ou contactez votre banque.",
  },
  ERR_SIGN_IN_AGAIN: {
    what: "Pour cette étape, votre banque vous demande de vous connecter de nouveau.",
    next: "Connectez-vous de nouveau pour continuer.",
  },
  ERR_NO_CARDHOLDER: {
    what: "La connexion a réussi, mais votre banque ne connaît aucune carte à votre nom pour ce programme.",
    next: "Utilisez un autre identifiant ou contactez votre banque.",
  },
  ERR_BACKEND_ANSWER: {
    what: "La réponse de votre banque n’a pas pu être comprise.",
    next: "Réessayez plus tard. Si cela se reproduit, contactez votre banque.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "Votre banque ne peut pas le faire en ce moment.",
    next: "Réessayez dans quelques minutes.",
  },
  ERR_TOO_MANY_REQUESTS: {
    what: "Cela a été tenté trop souvent en peu de temps.",
    next: "Attendez quelques minutes, puis réessayez.",
  },
  ERR_NOT_FOUND: {
    what: "Cela n’existe plus.",
    next: "Revenez en arrière et regardez de nouveau. S’il vous manque quelque chose, contactez votre banque.",
  },
  ERR_REFUSED: {
    what: "Votre banque n’a pas accepté cela.",
    next: "Réessayez plus tard. Si cela se reproduit, contactez votre banque.",
  },
  ERR_DEVICE_CONSENT_MISSING: {
    what: "Votre banque n’a pas votre accord pour recevoir des données sur cet ordinateur.",
    next: "Réessayez. Sans votre accord, aucune donnée de ce type n’est envoyée.",
  },
  ERR_DEVICE_DATA_REQUIRED: {
    what: "Pour cette étape, votre banque exige des données sur cet ordinateur, et il n’y en avait pas.",
    next: "Changez le code PIN de votre carte avec un code reçu par SMS si votre banque le propose, ou demandez à votre banque.",
  },
  ERR_KEYCHAIN_LOCKED: {
    what: "Le trousseau de clés de cet ordinateur est verrouillé.",
    next: "Déverrouillez-le, puis réessayez.",
  },
  ERR_KEYCHAIN_UNAVAILABLE: {
    what: "Le trousseau de clés de cet ordinateur ne peut pas être utilisé.",
    next: "Assurez-vous qu’il fonctionne, puis réessayez.",
  },
  ERR_KEYCHAIN_SILENT: {
    what: "Le trousseau de clés de cet ordinateur n’a pas répondu à temps. Ce qui devait y être enregistré le sera peut-être encore.",
    next: "Votre ordinateur pose peut-être une question, dans une fenêtre derrière celle-ci. Répondez-y, puis réessayez.",
  },
  ERR_KEYCHAIN_UNREADABLE: {
    what: "La clé de cet ordinateur ne peut pas être lue.",
    next: "Contactez votre banque avant de retirer quoi que ce soit.",
  },
  ERR_KEYCHAIN_LOST: {
    what: "Le trousseau de cet ordinateur ne contient aucune clé pour vos cartes.",
    next: "Associez cet ordinateur.",
  },
  ERR_NOT_BOUND: {
    what: "Cet ordinateur n’est pas associé à vos cartes.",
    next: "Associez-le, puis réessayez.",
  },
  ERR_ALREADY_BOUND: {
    what: "Cet ordinateur est déjà associé.",
    next: "Continuez vers vos cartes.",
  },
  ERR_NO_MOBILE_NUMBER: {
    what: "Votre banque n’a pas de numéro de mobile auquel envoyer un code.",
    next: "Donnez votre numéro de mobile à votre banque, puis réessayez.",
  },
  ERR_DEVICE_LIMIT: {
    what: "Vous avez associé autant d’appareils que votre banque le permet.",
    next: "Retirez-en un que vous n’utilisez plus, puis réessayez.",
  },
  ERR_CODE_REFUSED: {
    what: "Ce n’est pas le code qui a été envoyé.",
    next: "Comparez votre saisie avec le SMS et recommencez.",
  },
  ERR_CODE_EXPIRED: { what: "Ce code n’est plus valable.", next: "Demandez un nouveau code." },
  ERR_ACTIVATION_CODE_EXISTS: {
    what: "Une lettre avec un code vous a déjà été envoyée, et ce code est encore valable.",
    next: "Saisissez le code de la lettre, ou demandez une nouvelle lettre : l’ancien code ne sera alors plus valable.",
  },
  ERR_DEVICE_REFUSED: {
    what: "Votre banque n’accepte pas cet ordinateur.",
    next: "Associez de nouveau cet ordinateur. Si cela se reproduit, contactez votre banque.",
  },
  ERR_DEVICE_REMOVED: {
    what: "Cet ordinateur a été retiré de vos appareils.",
    next: "Associez-le de nouveau pour l’utiliser avec vos cartes.",
  },
  ERR_DEVICE_UNCONFIRMED: {
    what: "Il n’est pas certain que la clé de cet ordinateur soit bien la sienne.",
    next: "Dites d’abord s’il faut utiliser cette clé ou associer de nouveau cet ordinateur.",
  },
  ERR_PROTECTION_REFUSED: {
    what: "Votre banque n’accepte pas la façon dont cet ordinateur peut garder sa clé.",
    next: "Utilisez un autre ordinateur, ou demandez à votre banque lesquels elle accepte.",
  },
  ERR_PASSCODE_LENGTH: {
    what: "Ce mot de passe de l’appareil est trop court ou trop long.",
    next: "Utilisez de 6 à 64 caractères.",
  },
  ERR_PASSCODE_CHARACTERS: {
    what: "Ce mot de passe de l’appareil contient un caractère que tous les claviers n’ont pas.",
    next: "Utilisez des lettres de A à Z, des chiffres, des espaces et des symboles.",
  },
  ERR_PASSCODE_REPEATED: {
    what: "Ce mot de passe de l’appareil ne fait que répéter quelques caractères.",
    next: "Choisissez-en un qui soit plus difficile à deviner.",
  },
  ERR_PASSCODE_SEQUENCE: {
    what: "Ce mot de passe de l’appareil est une suite, comme abcdef ou 123456.",
    next: "Choisissez-en un qui soit plus difficile à deviner.",
  },
  ERR_PASSCODE_COMMON: {
    what: "Beaucoup de gens utilisent ce mot de passe de l’appareil : il est donc parmi les premiers qu’un voleur essaie.",
    next: "Choisissez-en un qui soit plus difficile à deviner.",
  },
  ERR_PASSCODE_WRONG: {
    what: "Ce n’est pas le mot de passe de l’appareil.",
    next: "Saisissez celui que vous avez choisi en associant cet ordinateur, et non le code PIN d’une carte.",
  },
  ERR_PASSCODE_NEEDED: {
    what: "Le mot de passe de l’appareil est demandé encore une fois.",
    next: "Réessayez et saisissez-le.",
  },
  ERR_KEY_ERASED: {
    what: "La clé de cet ordinateur a été effacée après cinq mauvais mots de passe de l’appareil. Le code PIN de votre carte est inchangé.",
    next: "Associez de nouveau cet ordinateur.",
  },
  ERR_PIN_DIGITS: {
    what: "Le code PIN d’une carte a exactement quatre chiffres.",
    next: "Saisissez quatre chiffres.",
  },
  ERR_PIN_SEQUENCE: {
    what: "Ce code PIN de carte est une suite croissante ou décroissante, comme 1234 ou 4321.",
    next: "Choisissez des chiffres qui ne se suivent pas.",
  },
  ERR_PIN_REPEATED: {
    what: "Ce code PIN de carte contient trois fois le même chiffre, ou plus.",
    next: "Utilisez chaque chiffre deux fois au plus.",
  },
  ERR_PIN_GUESSABLE: {
    what: "Ce code PIN de carte est parmi les premiers qu’un voleur essaie, et votre banque ne l’accepte donc pas.",
    next: "Choisissez-en un qui ne contienne ni date, ni année, ni mot, ni motif.",
  },
  ERR_PIN_REFUSED: {
    what: "Votre banque n’autorise pas ce code PIN de carte.",
    next: "Choisissez un autre code PIN de carte.",
  },
  ERR_PIN_NOT_KEPT: {
    what: "Le nouveau code PIN de votre carte n’a pas été envoyé, car votre session s’était fermée.",
    next: "Connectez-vous de nouveau, puis saisissez encore une fois le nouveau code PIN de votre carte. Il n’a pas été conservé.",
  },
  ERR_PIN_KEY_INVALID: {
    what: "La clé qui doit chiffrer le code PIN de votre carte n’est pas sûre.",
    next: "Ne continuez pas. Contactez votre banque.",
  },
  ERR_PIN_KEY_OUTDATED: {
    what: "Votre banque vient de changer sa clé.",
    next: "Saisissez encore une fois le nouveau code PIN de votre carte.",
  },
  ERR_ENCRYPTION_REFUSED: {
    what: "Votre banque n’a pas pu lire le code PIN de carte chiffré.",
    next: "Réessayez. Si cela se reproduit, contactez votre banque.",
  },
  ERR_CARD_NOT_ELIGIBLE: {
    what: "Le code PIN de cette carte ne peut pas être changé en ce moment.",
    next: "Contactez votre banque au sujet de cette carte.",
  },
  ERR_ROUTE_REFUSED: {
    what: "Votre banque ne propose plus cette façon de changer le code PIN d’une carte.",
    next: "Déconnectez-vous puis reconnectez-vous pour voir celles qu’elle propose.",
  },
  ERR_TAN_REFUSED: {
    what: "Ce n’est pas le code qui a été envoyé. Le code PIN de votre carte est inchangé.",
    next: "Comparez votre saisie avec le SMS et recommencez.",
  },
  ERR_CHANGE_REQUEST_ENDED: {
    what: "Le temps prévu pour ce changement est écoulé, ou un mauvais code a été saisi trop souvent. Le code PIN de votre carte est inchangé.",
    next: "Demandez un nouveau code. Vous n’avez pas à saisir de nouveau le code PIN de la carte.",
  },
  ERR_PIN_CHANGE_IN_PROGRESS: {
    what: "Ce changement du code PIN de votre carte est encore en cours.",
    next: "Attendez un instant, puis regardez de nouveau.",
  },
  ERR_PIN_CHANGE_CLOSED: {
    what: "Ce changement a été abandonné avant d’être effectué. Le code PIN de votre carte est inchangé.",
    next: "Définissez encore une fois le code PIN de la carte.",
  },
  ERR_NOT_RECORDED: {
    what: "Votre banque n’a pas pu prendre note de cette étape et n’est donc pas allée plus loin.",
    next: "Réessayez dans quelques minutes.",
  },
  ERR_FOLDER_UNUSABLE: {
    what: "Un dossier de ce programme ne peut pas être utilisé.",
    next: "Vérifiez que c’est bien un dossier, que vous avez le droit d’y lire et d’y écrire, et qu’il reste de la place sur son disque. Réessayez ensuite.",
  },
  ERR_PROGRAM_CHANGED: {
    what: "Une partie de ce programme manque ou n’est pas celle d’origine : il n’a donc pas touché au trousseau de clés.",
    next: "Réinstallez le programme. Si vous ne vous y attendiez pas, contactez votre banque.",
  },
  ERR_START_REFUSED: {
    what: "Ce programme devait démarrer d’une façon qu’il n’accepte pas.",
    next: "Redémarrez-le sans ce qui a été ajouté. Si ce n’est pas vous qui l’avez ajouté, demandez à la personne qui s’occupe de cet ordinateur.",
  },
  ERR_TOO_MANY_CALLS: {
    what: "Trop de demandes ont été faites en peu de temps.",
    next: "Réessayez dans quelques minutes.",
  },
  ERR_JOURNAL: {
    what: "Cet ordinateur n’a pas pu prendre note du changement, donc rien n’a été envoyé. Le code PIN de votre carte est inchangé.",
    next: "Vérifiez qu’il reste de la place sur son disque et que vous avez le droit d’écrire dans le dossier, puis réessayez.",
  },
  ERR_SETTINGS_NOT_KEPT: {
    what: "Cet ordinateur n’a pas pu enregistrer votre choix.",
    next: "Vérifiez qu’il reste de la place sur son disque et que vous avez le droit d’écrire dans le dossier, puis réessayez.",
  },
  ERR_UPDATE_UNAVAILABLE: {
    what: "Le serveur des nouvelles versions de ce programme n’a pas répondu correctement.",
    next: "Réessayez plus tard. D’ici là, rien ne change.",
  },
  ERR_UPDATE_NOT_TRUSTED: {
    what: "Ce qui a été reçu comme nouvelle version de ce programme ne vient pas de son éditeur ou est endommagé. Rien n’a été installé.",
    next: "Réessayez plus tard. Si cela se reproduit, contactez votre banque.",
  },
  ERR_UPDATE_TOO_OLD: {
    what: "D’après la date et l’heure de cet ordinateur, les informations sur les nouvelles versions de ce programme sont trop anciennes.",
    next: "Vérifiez la date et l’heure de cet ordinateur, puis réessayez. Si elles sont exactes, contactez votre banque.",
  },
  ERR_UPDATE_NOT_STORED: {
    what: "Cet ordinateur n’a pas pu enregistrer la nouvelle version de ce programme.",
    next: "Vérifiez qu’il reste de la place sur son disque et que vous avez le droit d’écrire dans le dossier, puis réessayez.",
  },
  ERR_UPDATE_NOT_STARTED: {
    what: "L’installation de la nouvelle version n’a pas pu démarrer.",
    next: "Réessayez. Si cela se reproduit, contactez votre banque.",
  },
  ERR_UPDATE_REQUIRED: {
    what: "Votre banque ne permet plus de changer le code PIN d’une carte avec cette version du programme.",
    next: "Installez la nouvelle version, proposée sur l’écran de vos cartes.",
  },
  ERR_REPORT_NOT_SAVED: {
    what: "Le rapport n’a pas pu être enregistré dans ce dossier.",
    next: "Choisissez un autre dossier, ou copiez le rapport.",
  },
};
