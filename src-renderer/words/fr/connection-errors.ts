import type { WindowTexts } from "../window-texts.ts";

export const connectionErrors = {
  ERR_BACKEND_UNREACHABLE: {
    what: "Impossible de joindre votre banque.",
    next: "Vérifiez votre connexion à internet, puis réessayez.",
  },
  ERR_BACKEND_TIMEOUT: {
    what: "Votre banque a mis trop de temps à répondre.",
    next: "Attendez un instant, puis réessayez.",
  },
  ERR_NO_NETWORK: {
    what: "Cet ordinateur n’est connecté à aucun réseau.",
    next: "Connectez-le, puis réessayez.",
  },
  ERR_NETWORK_SIGN_IN: {
    what: "Ce n’est pas votre banque qui a répondu, mais peut-être la page de connexion de ce réseau.",
    next: "Connectez-vous au réseau dans votre navigateur, puis réessayez. S’il ne vous le demande pas, contactez votre banque.",
  },
  ERR_CONNECTION_NOT_TRUSTED: {
    what: "Il n’y a pas de connexion sûre à votre banque.",
    next: "Connectez-vous au réseau dans votre navigateur s’il vous le demande, ou utilisez un autre réseau, puis réessayez. Au travail, demandez à la personne qui s’occupe du réseau.",
  },
  ERR_SERVER_KEY_UNKNOWN: {
    what: "Le serveur qui a répondu n’a pas pu prouver à ce programme qu’il est celui de votre banque : la connexion n’a pas été utilisée.",
    next: "Utilisez un autre réseau, puis réessayez. Au travail, demandez à la personne qui s’occupe du réseau. Si cela se produit partout, contactez votre banque.",
  },
  ERR_CERTIFICATE_DATE: {
    what: "D’après la date et l’heure de cet ordinateur, la preuve qu’il s’agit bien de votre banque n’est pas valable : la connexion n’a pas été utilisée.",
    next: "Vérifiez la date et l’heure de cet ordinateur, puis réessayez. Si elles sont exactes, contactez votre banque.",
  },
  ERR_PROXY_UNREACHABLE: {
    what: "Le serveur proxy indiqué dans les réglages réseau de cet ordinateur est inutilisable : votre banque ne peut pas être jointe.",
    next: "Vérifiez que vous êtes sur le bon réseau, puis réessayez. Au travail, demandez à la personne qui s’occupe du réseau.",
  },
  ERR_PROXY_REFUSED: {
    what: "Le serveur proxy de ce réseau n’a pas laissé passer la connexion à votre banque.",
    next: "Réessayez. Si cela se reproduit, demandez à la personne qui s’occupe du réseau.",
  },
  ERR_PROXY_PASSWORD: {
    what: "Le serveur proxy de ce réseau demande une identification.",
    next: "Saisissez le nom et le mot de passe pour le serveur proxy, puis réessayez.",
  },
  ERR_PROXY_PASSWORD_WRONG: {
    what: "Le serveur proxy n’a pas accepté cette identification.",
    next: "Vérifiez le nom et saisissez à nouveau le mot de passe. Après plusieurs essais erronés, votre entreprise bloquera peut-être votre compte.",
  },
  ERR_PROXY_SIGN_IN: {
    what: "Le serveur proxy de ce réseau exige une forme d’identification que ce programme ne connaît pas.",
    next: "Utilisez un autre réseau, ou demandez à la personne qui s’occupe de celui-ci de laisser passer ce programme.",
  },
} satisfies Partial<WindowTexts["errors"]>;
