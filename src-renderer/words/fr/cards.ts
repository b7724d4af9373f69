import type { WindowTexts } from "../window-texts.ts";

export const cards: WindowTexts["cards"] = {
  title: "Vos cartes",
  intro: "Choisissez la carte dont vous voulez changer le code PIN.",
  loading: "Chargement de vos cartes…",
  none: "Vous n’avez pas encore de carte. Quand votre banque en émettra une, elle s’affichera ici.",
  leftOut: "{count, plural, one {# carte n’a pas pu être affichée.} other {# cartes n’ont pas pu être affichées.}}",
  accountsLeftOut:
    "{count, plural, one {Les cartes de l’un de vos comptes n’ont pas pu être affichées.} other {Les cartes de # de vos comptes n’ont pas pu être affichées.}}",
  cutShort: "Vous avez peut-être d’autres cartes, qui ne s’affichent pas ici.",
  changePin: "Changer le code PIN",
  changePinOf: "Changer le code PIN de la carte se terminant par {lastDigits}",
  changePinOfKind: "Changer le code PIN : {kind}",
  endingIn: "{kind} se terminant par {lastDigits}",
  expires: "expire fin {date}",
  expiresSoon: "expire bientôt",
  expired: "expirée",
  search: "Rechercher une carte",
  found: "{count, plural, =0 {Aucune carte trouvée.} one {# carte trouvée.} other {# cartes trouvées.}}",
  closed:
    "{count, plural, one {# carte dont le code PIN ne peut pas être changé} other {# cartes dont le code PIN ne peut pas être changé}}",
  notLinked:
    "Cet ordinateur n’est pas associé. Chaque changement est confirmé par un code envoyé sur votre téléphone mobile.",
  devices: "Appareils",
  link: "Associer cet ordinateur",
  withNote: "Cette carte n’est pas utilisée en ce moment. Votre banque refusera peut-être un nouveau code PIN.",
  notAllowed: "Le code PIN de cette carte ne peut pas être changé, en raison du statut de la carte.",
  statuses: {
    ACTIVE: "Active",
    INACTIVE: "Pas encore activée",
    PROCESSING: "En fabrication",
    BLOCKED: "Bloquée par vous",
    BLOCKED_BY_SOLARIS: "Bloquée par la banque",
    ACTIVATION_BLOCKED_BY_SOLARIS: "Activation bloquée par la banque",
    CLOSED: "Clôturée",
    CLOSED_BY_SOLARIS: "Clôturée par la banque",
    COUNTERFEIT_CARD: "Clôturée : contrefaçon",
    FRAUD: "Clôturée : soupçon de fraude",
    LOST: "Déclarée perdue",
    STOLEN: "Déclarée volée",
    NEVER_RECEIVED: "Jamais reçue",
  },
  unknownStatus: "Statut inconnu",
  kind: "{money, select, debit {Carte de débit} credit {Carte de crédit} other {Carte}}{brand, select, visa { Visa} mastercard { Mastercard} other {}}{user, select, business { Business} freelance {} other {}}{virtual, select, yes { virtuelle} other {}}{user, select, business {} freelance { pour indépendants} other {}}",
};

export const status: WindowTexts["status"] = {
  signedOut: "Non connecté",
  linked: "Cet ordinateur est associé sous le nom « {name} »",
  notLinked: "Cet ordinateur n’est pas associé",
  uncertain: "Il n’est pas certain que cet ordinateur soit associé",
};
