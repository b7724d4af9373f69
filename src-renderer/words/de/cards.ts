import type { WindowTexts } from "../window-texts.ts";

export const cards: WindowTexts["cards"] = {
  title: "Ihre Karten",
  intro: "Wählen Sie die Karte, deren PIN Sie ändern möchten.",
  loading: "Ihre Karten werden geladen …",
  none: "Sie haben noch keine Karten. Wenn Ihre Bank eine ausstellt, erscheint sie hier.",
  leftOut:
    "{count, plural, one {# Karte konnte nicht angezeigt werden.} other {# Karten konnten nicht angezeigt werden.}}",
  accountsLeftOut:
    "{count, plural, one {Die Karten eines Ihrer Konten konnten nicht angezeigt werden.} other {Die Karten von # Ihrer Konten konnten nicht angezeigt werden.}}",
  cutShort: "Möglicherweise haben Sie weitere Karten, die hier nicht angezeigt werden.",
  changePin: "PIN ändern",
  changePinOf: "PIN ändern: Karte mit den Endziffern {lastDigits}",
  changePinOfKind: "PIN ändern: {kind}",
  endingIn: "{kind} mit den Endziffern {lastDigits}",
  expires: "gültig bis {date}",
  expiresSoon: "läuft bald ab",
  expired: "abgelaufen",
  search: "Karte suchen",
  found: "{count, plural, =0 {Keine Karte gefunden.} one {# Karte gefunden.} other {# Karten gefunden.}}",
  closed:
    "{count, plural, one {# Karte, deren PIN nicht geändert werden kann} other {# Karten, deren PIN nicht geändert werden kann}}",
  notLinked:
    "Dieser Computer ist nicht registriert. Jede Änderung wird mit einem Code bestätigt, der an Ihr Mobiltelefon gesendet wird.",
  devices: "Geräte",
  link: "Diesen Computer registrieren",
  withNote: "Diese Karte ist zurzeit nicht in Gebrauch. Ihre Bank lehnt eine neue PIN möglicherweise ab.",
  notAllowed: "Die PIN dieser Karte kann wegen ihres Status nicht geändert werden.",
  statuses: {
    ACTIVE: "Aktiv",
    INACTIVE: "Noch nicht aktiviert",
    PROCESSING: "In Herstellung",
    BLOCKED: "Von Ihnen gesperrt",
    BLOCKED_BY_SOLARIS: "Von der Bank gesperrt",
    ACTIVATION_BLOCKED_BY_SOLARIS: "Aktivierung von der Bank gesperrt",
    CLOSED: "Geschlossen",
    CLOSED_BY_SOLARIS: "Von der Bank geschlossen",
    COUNTERFEIT_CARD: "Geschlossen: Fälschung",
    FRAUD: "Geschlossen: Verdacht auf Betrug",
    LOST: "Als verloren gemeldet",
    STOLEN: "Als gestohlen gemeldet",
    NEVER_RECEIVED: "Nie angekommen",
  },
  unknownStatus: "Status nicht bekannt",
  kind: "{virtual, select, yes {Virtuelle } other {}}{brand, select, visa {Visa-} mastercard {Mastercard-} other {}}{user, select, business {Business-} freelance {} other {}}{money, select, debit {Debitkarte} credit {Kreditkarte} other {Karte}}{user, select, business {} freelance { für Selbstständige} other {}}",
};

export const status: WindowTexts["status"] = {
  signedOut: "Nicht angemeldet",
  linked: "Dieser Computer ist als „{name}“ registriert",
  notLinked: "Dieser Computer ist nicht registriert",
  uncertain: "Ob dieser Computer registriert ist, steht nicht fest",
};
