import type { WindowTexts } from "../window-texts.ts";

export const cards: WindowTexts["cards"] = {
  title: "Le sue carte",
  intro: "Scelga la carta di cui desidera cambiare il PIN.",
  loading: "Caricamento delle sue carte…",
  none: "Non ha ancora nessuna carta. Quando la sua banca ne emetterà una, apparirà qui.",
  leftOut:
    "{count, plural, one {Non è stato possibile mostrare # carta.} other {Non è stato possibile mostrare # carte.}}",
  accountsLeftOut:
    "{count, plural, one {Non è stato possibile mostrare le carte di uno dei suoi conti.} other {Non è stato possibile mostrare le carte di # dei suoi conti.}}",
  cutShort: "Potrebbe avere altre carte, che qui non vengono mostrate.",
  changePin: "Cambia PIN",
  changePinOf: "Cambia PIN della carta che termina con {lastDigits}",
  changePinOfKind: "Cambia PIN: {kind}",
  endingIn: "{kind} che termina con {lastDigits}",
  expires: "valida fino a {date}",
  expiresSoon: "scade presto",
  expired: "scaduta",
  search: "Cerca una carta",
  found: "{count, plural, =0 {Nessuna carta trovata.} one {# carta trovata.} other {# carte trovate.}}",
  closed:
    "{count, plural, one {# carta il cui PIN non può essere cambiato} other {# carte il cui PIN non può essere cambiato}}",
  notLinked: "Questo computer non è associato. Ogni cambio viene confermato con un codice inviato al suo cellulare.",
  devices: "Dispositivi",
  link: "Associa questo computer",
  withNote: "Al momento questa carta non è in uso. La sua banca potrebbe rifiutare un nuovo PIN.",
  notAllowed: "Il PIN di questa carta non può essere cambiato a causa dello stato della carta.",
  statuses: {
    ACTIVE: "Attiva",
    INACTIVE: "Non ancora attivata",
    PROCESSING: "In preparazione",
    BLOCKED: "Bloccata da lei",
    BLOCKED_BY_SOLARIS: "Bloccata dalla banca",
    ACTIVATION_BLOCKED_BY_SOLARIS: "Attivazione bloccata dalla banca",
    CLOSED: "Chiusa",
    CLOSED_BY_SOLARIS: "Chiusa dalla banca",
    COUNTERFEIT_CARD: "Chiusa: contraffazione",
    FRAUD: "Chiusa: sospetta frode",
    LOST: "Dichiarata smarrita",
    STOLEN: "Dichiarata rubata",
    NEVER_RECEIVED: "Mai ricevuta",
  },
  unknownStatus: "Stato sconosciuto",
  kind: "{money, select, debit {Carta di debito} credit {Carta di credito} other {Carta}}{brand, select, visa { Visa} mastercard { Mastercard} other {}}{user, select, business { Business} freelance {} other {}}{virtual, select, yes { virtuale} other {}}{user, select, business {} freelance { per liberi professionisti} other {}}",
};

export const status: WindowTexts["status"] = {
  signedOut: "Accesso non effettuato",
  linked: "Questo computer è associato con il nome «{name}»",
  notLinked: "Questo computer non è associato",
  uncertain: "Non è certo se questo computer sia associato",
};
