import type { WindowTexts } from "../window-texts.ts";

export const consent: WindowTexts["consent"] = {
  title: "Des données sur cet ordinateur peuvent-elles être envoyées ?",
  what: "Pour reconnaître cet ordinateur, certaines de ses caractéristiques seraient lues : par exemple son système d’exploitation, sa langue, son fuseau horaire, son écran et son adresse réseau. Cela se fait quand vous associez cet ordinateur, et chaque fois que vous changez un code PIN avec lui.",
  whom: "Un composant d’une autre société, choisie par votre banque, les lit et peut contacter les serveurs de cette société. Le résultat est envoyé à votre banque, puis à la banque qui émet votre carte.",
  why: "Elles s’en servent pour remarquer quand quelqu’un d’autre essaie d’utiliser votre carte.",
  never: "Votre code PIN, le mot de passe de l’appareil et vos clés n’en font pas partie.",
  optional: "Votre banque ne l’exige pas : sans cela, vous pouvez faire ici la même chose.",
  required: "Votre banque l’exige pour associer cet ordinateur et pour changer un code PIN avec lui.",
  withdrawable: "Vous pouvez modifier votre réponse à tout moment dans les paramètres.",
  agree: "J’accepte",
  refuse: "Ne pas envoyer",
  notGiven: "Votre réponse n’est donc pas encore prise en compte, et rien n’est collecté.",
  without: {
    title: "Votre banque exige ces données",
    binding:
      "Vous n’avez pas accepté que des données sur cet ordinateur soient envoyées. Sans elles, votre banque n’associe aucun ordinateur.",
    change:
      "Vous n’avez pas accepté que des données sur cet ordinateur soient envoyées. Sans elles, votre banque n’accepte de cet ordinateur aucun changement de code PIN avec sa clé.",
    bySms:
      "Vous pouvez plutôt changer le code PIN d’une carte avec un code reçu par SMS. Aucune donnée sur cet ordinateur n’est alors envoyée.",
    noWay:
      "Votre banque ne propose pas d’autre moyen dans ce programme. Si vous ne voulez pas accepter, demandez à votre banque comment changer autrement le code PIN de votre carte.",
    ask: "Relire la question",
  },
  settings: {
    title: "Données sur cet ordinateur",
    none: "Vous n’avez pas encore répondu si des données sur cet ordinateur peuvent être envoyées. Rien n’est collecté.",
    given:
      "Le {when}, vous avez accepté que des données sur cet ordinateur soient envoyées quand vous l’associez ou changez un code PIN avec lui.",
    givenOnce:
      "Vous avez accepté que des données sur cet ordinateur soient envoyées quand vous l’associez ou changez un code PIN avec lui.",
    refused:
      "Vous n’acceptez pas que des données sur cet ordinateur soient envoyées. Rien n’est collecté depuis le {when}.",
    open: "Lire et décider",
    withdraw: "Retirer mon accord",
    ask: "Retirer votre accord ? À partir de ce moment, plus rien n’est collecté.",
    askRequired: "Votre banque n’acceptera alors de cet ordinateur aucun changement de code PIN avec sa clé.",
    keep: "Laisser ainsi",
    withdrawn: "Accord retiré. Plus rien n’est collecté.",
    untold:
      "Votre banque n’a pas encore confirmé qu’elle connaît votre retrait. Ce programme le lui redira à votre prochaine connexion, ou tout de suite si vous le souhaitez.",
    tellAgain: "Le redire à la banque",
  },
};
