import type { WindowTexts } from "../window-texts.ts";

export const help: WindowTexts["help"] = {
  title: "Aide",
  contact: {
    title: "Comment joindre votre banque",
    intro: "Si un message de ce programme affichait un numéro d’erreur, gardez-le à portée de main.",
    phone: "Téléphone",
    email: "Adresse e-mail",
    website: "Site web",
    hours: "Horaires",
    asUsual: "Contactez votre banque comme vous en avez l’habitude.",
    copy: "Copier",
    copied: "Copié : {contact}",
    call: "Appeler",
    write: "Écrire un e-mail",
    asked: "Le programme prévu pour cela devrait s’ouvrir. Sinon, copiez l’information.",
    notAsked: "Cet ordinateur n’a pas de programme pour cela. Copiez plutôt l’information.",
  },
  neverAsked: {
    title: "Ce que votre banque ne demande jamais",
    secrets:
      "Personne de votre banque ne vous demandera jamais un code PIN, le mot de passe de l’appareil ou un code qui vous a été envoyé : ni par téléphone, ni par e-mail, ni par courrier, ni par SMS.",
    computer:
      "Personne ne vous demandera non plus de montrer votre écran, de laisser quelqu’un utiliser votre ordinateur ou de choisir un code PIN imposé.",
    ifAsked:
      "Si quelqu’un le fait quand même, quelle que soit l’identité annoncée : raccrochez, ou ne répondez pas. Contactez ensuite vous-même votre banque, par un moyen que vous connaissiez déjà.",
    ifTold:
      "Si vous avez déjà révélé quelque chose, contactez votre banque immédiatement, changez votre code PIN et retirez les appareils que vous ne connaissez pas.",
  },
};

export const diagnosis: WindowTexts["diagnosis"] = {
  title: "Ce dont ce programme a besoin",
  intro:
    "Vous voyez ici si tout est là et fonctionne. Le rapport ne contient ni nom, ni numéro, ni adresse, ni secret vous concernant ; vous pouvez donc le donner à l’assistance.",
  checking: "Vérification en cours…",
  checked: "Vérifié : {time}",
  again: "Vérifier à nouveau",
  copy: "Copier le rapport",
  copied: "Le rapport a été copié. Vous pouvez le coller dans un message à l’assistance.",
  save: "Enregistrer le rapport…",
  saved: "Le rapport a été enregistré.",
  state: {
    works: "Fonctionne",
    attention: "À vérifier",
    problem: "Ne fonctionne pas",
  },
  bank: {
    name: "Votre banque",
    reachable: "Elle répond.",
  },
  way: {
    name: "Connexion à votre banque",
    direct: "Direct, sans serveur proxy.",
    proxy: "Par un serveur proxy.",
    unknown: "Cet ordinateur n’a pas indiqué s’il y a un serveur proxy.",
  },
  tls: {
    name: "Chiffrement",
    used: "Les connexions sont chiffrées (TLS).",
    "not-used": "Les connexions ne sont pas chiffrées. Seule une démonstration s’en passe.",
  },
  clock: {
    name: "Horloge",
    right: "Elle est à l’heure.",
    slow: "Elle retarde de {difference}. Réglez-la.",
    fast: "Elle avance de {difference}. Réglez-la.",
    unknown: "Seule une réponse de votre banque dit si elle est à l’heure, et il n’y en a pas eu.",
  },
  keychain: {
    name: "Trousseau de clés",
    which: {
      "secret-service": "Trousseau de votre session (Secret Service)",
      "macos-keychain": "Trousseau de macOS",
      "windows-credentials": "Gestionnaire d’identification de Windows",
    },
    works: "Il est lisible et modifiable.",
    locked:
      "Il est verrouillé. Déverrouillez-le, le plus souvent en fermant votre session sur l’ordinateur puis en la rouvrant.",
    unavailable: "Il n’a pas répondu. Fermez votre session sur l’ordinateur, puis rouvrez-la.",
    silent: "Il n’a pas répondu à temps. Une question du système vous attend peut-être à l’écran.",
  },
  key: { name: "Votre clé" },
  rendering: {
    name: "Affichage",
    hardware: "La carte graphique dessine cette fenêtre.",
    software: "Cette fenêtre est dessinée sans la carte graphique. Cela peut être plus lent.",
  },
  screenReader: {
    name: "Lecteur d’écran",
    on: "Il y en a un en service, d’après le système.",
    off: "Il n’y en a pas en service, d’après le système.",
  },
  language: { name: "Langue" },
  program: { name: "Programme", running: "En marche depuis {duration}" },
  system: { name: "Système d’exploitation", other: "Un autre" },
  errors: {
    title: "Dernières erreurs",
    none: "Aucune depuis le démarrage de ce programme.",
  },
};

export const about: WindowTexts["about"] = {
  title: "À propos de {product}",
  version: "Version {version}",
  privacy: "Protection des données",
  licences: "Licences",
  licencesWhat: "Ce programme contient des logiciels d’autres auteurs. Vous pouvez lire leurs licences ici.",
  showLicences: "Afficher les licences",
};
