import type { WindowTexts } from "../window-texts.ts";

export const common: WindowTexts["common"] = {
  tryAgain: "Erneut versuchen",
  goBack: "Zurück",
  done: "Fertig",
  signOut: "Abmelden",
  settings: "Einstellungen",
  help: "Hilfe",
  checkConnection: "Verbindung prüfen",
  signedInAs: "Angemeldet als {name}",
  working: "Einen Moment …",
  somethingMissing: "Versuchen Sie es später erneut. Wenn dann noch etwas fehlt, wenden Sie sich an Ihre Bank.",
  stepOf: "Schritt {step} von {steps}: {name}",
  stepDone: "{name}, erledigt",
};

export const start: WindowTexts["start"] = {
  loading: "Wird vorbereitet",
  failed: "Das hat nicht funktioniert",
};

export const signIn: WindowTexts["signIn"] = {
  title: "Anmelden",
  intro: "Dies ist eine Demonstration. Wählen Sie, wer Sie sein möchten.",
  names: "Beispielpersonen",
  unavailable: "Die Anmeldung ist in dieser Version noch nicht enthalten.",
  locked: {
    idle: "Sie wurden abgemeldet, weil dieses Programm eine Weile nicht benutzt wurde.",
    screen: "Sie wurden abgemeldet, weil der Bildschirm dieses Computers gesperrt wurde.",
    suspend: "Sie wurden abgemeldet, weil dieser Computer in den Ruhezustand gegangen ist.",
  },
  lockedNext:
    "Wenn Sie sich anmelden, wird nachgesehen, was aus einer PIN-Änderung geworden ist, die noch unterwegs war.",
};

export const lock: WindowTexts["lock"] = {
  title: "Sind Sie noch da?",
  what: "Dieses Programm wurde eine Weile nicht benutzt. Zum Schutz Ihrer Karten werden Sie abgemeldet, und was Sie eingegeben haben, wird gelöscht.",
  left: "Sie werden in {clock} Minuten abgemeldet.",
  stay: "Angemeldet bleiben",
};

export const wait: WindowTexts["wait"] = {
  pin_change: "Sie können in {clock} Minuten wieder eine PIN ändern.",
  binding: "Sie können in {clock} Minuten wieder einen Computer verbinden.",
  code: "Sie können in {clock} Minuten einen neuen Code anfordern.",
  any: "Sie können es in {clock} Minuten erneut versuchen.",
};

/** Whatever is entered: codes, PINs, passcodes. */
export const entry: WindowTexts["entry"] = {
  numLockOff:
    "Die Num-Taste ist aus, der Ziffernblock gibt deshalb keine Ziffern ein. Drücken Sie die Num-Taste oder nehmen Sie die anderen Zifferntasten.",
  left: "Ihre Eingabe wird gelöscht, weil dieses Fenster nicht benutzt wird. Kehren Sie zu diesem Fenster zurück, um sie zu behalten.",
  leftTitle: "Eingabe wird gleich gelöscht",
  wipedIn: "Sie wird in {clock} gelöscht.",
  wiped:
    "Ihre Eingabe wurde gelöscht, weil Sie {minutes, plural, one {# Minute} other {# Minuten}} lang nicht da waren. Geben Sie sie noch einmal ein.",
};

export const code: WindowTexts["code"] = {
  label: "Code aus der SMS",
  hint: "Sechs Ziffern. Sie können die ganze Nachricht einfügen.",
  count: "{entered} von {length} Ziffern eingegeben",
  digitsOnly: "Ein Code hat nur Ziffern von 0 bis 9. Alles andere wurde weggelassen.",
  full: "Ein Code hat sechs Ziffern, mehr passen nicht hinein.",
  noneFound: "Im eingefügten Text steht keine Zahl aus sechs Ziffern. Tippen Sie den Code ein.",
  severalFound: "Im eingefügten Text steht mehr als eine Zahl aus sechs Ziffern. Tippen Sie den Code ein.",
  checking: "Ihr Code wird geprüft …",
  incomplete: "Geben Sie alle sechs Ziffern ein.",
  validFor: "Der Code ist noch {clock} Minuten gültig.",
  soonOver: "Der Code ist nur noch weniger als eine Minute gültig. Sie können einen neuen anfordern.",
  expired: "Der Code ist wahrscheinlich nicht mehr gültig. Fordern Sie einen neuen an.",
  newCode: "Neuen Code senden",
  newCodeIn: "Neuer Code in {clock}",
  noPhone: "Kein Telefon zur Hand?",
  noPhoneWhat:
    "Der Code geht an die Mobilnummer, die Ihre Bank von Ihnen hat, und kann nur hier eingegeben werden. Wenn das Telefon anderswo ist, kommen Sie später wieder und fordern Sie einen neuen Code an. Es geht nichts verloren.",
  noPhoneNumber: "Haben Sie eine neue Nummer? Teilen Sie sie zuerst Ihrer Bank mit.",
};

export const support: WindowTexts["support"] = {
  reference: "Für Rückfragen: {code}",
  referenceWithId: "Für Rückfragen: {code}, {id}",
  id: "Für Rückfragen: {id}",
  folder: "Ordner:",
};
