import type { WindowTexts } from "../window-texts.ts";

export const common: WindowTexts["common"] = {
  tryAgain: "Erneut versuchen",
  goBack: "Zurück",
  done: "Fertig",
  signOut: "Abmelden",
  notYou: "Nicht Sie?",
  settings: "Einstellungen",
  help: "Hilfe",
  helpAndContact: "Hilfe und Kontakt",
  checkConnection: "Verbindung prüfen",
  signedInAs: "Angemeldet als {name}",
  working: "Einen Moment …",
  somethingMissing: "Versuchen Sie es später erneut. Wenn dann noch etwas fehlt, wenden Sie sich an Ihre Bank.",
  stepOf: "Schritt {step} von {steps}: {name}",
  stepDone: "{name}, erledigt",
};

export const start: WindowTexts["start"] = {
  loading: "Wird vorbereitet",
  failed: "Das Programm ist noch nicht bereit",
};

export const signIn: WindowTexts["signIn"] = {
  title: "Anmelden",
  intro: "Dies ist eine Demonstration. Wählen Sie, wer Sie sein möchten.",
  names: "Beispielpersonen",
  withBrowser: "Mit dem Browser anmelden",
  otherAccount: "Anderen Zugang verwenden",
  browserWhat:
    "Ihr Browser öffnet die Seite Ihrer Bank. Melden Sie sich dort wie gewohnt an; danach geht es in diesem Fenster von selbst weiter.",
  browserNext: "Dieses Programm sieht Ihr Passwort nicht.",
  locked: {
    idle: "Sie wurden abgemeldet, weil dieses Programm eine Weile nicht benutzt wurde.",
    screen: "Sie wurden abgemeldet, weil der Bildschirm dieses Computers gesperrt wurde.",
    suspend: "Sie wurden abgemeldet, weil dieser Computer in den Ruhezustand gewechselt ist.",
  },
  lockedNext: "War noch eine PIN-Änderung unterwegs, wird beim Anmelden nachgesehen, was daraus geworden ist.",
};

export const browserWait: WindowTexts["browserWait"] = {
  title: "Weiter geht es im Browser",
  what: "Die Seite Ihrer Bank öffnet sich in Ihrem Browser. Melden Sie sich dort an.",
  next: "Sobald Sie angemeldet sind, geht es in diesem Fenster von selbst weiter.",
  openAgain: "Seite noch einmal öffnen",
  copyLink: "Link kopieren",
  cancel: "Abbrechen",
  opened: "Die Seite sollte sich in Ihrem Browser noch einmal öffnen.",
  copied: "Der Link wurde kopiert. Er gilt nur für diese Anmeldung.",
  longTitle: "Nichts passiert?",
  lookForIt: "Vielleicht liegt die Seite hinter diesem Fenster: Wechseln Sie zu Ihrem Browser.",
  openIt: "Ist sie geschlossen, öffnen Sie sie noch einmal.",
  otherBrowser: "Möchten Sie einen anderen Browser verwenden, kopieren Sie den Link und fügen Sie ihn dort ein.",
};

export const signInAgain: WindowTexts["signInAgain"] = {
  title: "Noch einmal anmelden",
  what: "Vor diesem Schritt möchte Ihre Bank sicher sein, dass Sie es sind.",
  next: "Melden Sie sich noch einmal an. Danach geht es dort weiter, wo Sie waren.",
  thenGoOn: "Melden Sie sich noch einmal an. Danach können Sie weitermachen.",
  pinKept:
    "Die PIN Ihrer Karte wurde nicht geändert. Ihre neue PIN wird hier verschlüsselt aufbewahrt; nach dem Anmelden können Sie sie senden.",
  notNow: "Jetzt nicht",
};

export const lock: WindowTexts["lock"] = {
  title: "Sind Sie noch da?",
  what: "Dieses Programm wurde eine Weile nicht benutzt. Zum Schutz Ihrer Karten werden Sie abgemeldet, und was Sie eingegeben haben, wird gelöscht.",
  left: "Sie werden in {clock} abgemeldet.",
  stay: "Angemeldet bleiben",
};

export const wait: WindowTexts["wait"] = {
  pin_change: "Sie können in {clock} wieder eine PIN ändern.",
  binding: "Sie können in {clock} wieder einen Computer registrieren.",
  code: "Sie können in {clock} einen neuen Code anfordern.",
  any: "Sie können es in {clock} erneut versuchen.",
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
  hint: "Sechs Ziffern. Sie können die ganze SMS einfügen.",
  count: "{entered} von {length} Ziffern eingegeben",
  digitsOnly: "Ein Code hat nur Ziffern von 0 bis 9. Alles andere wurde weggelassen.",
  full: "Ein Code hat sechs Ziffern, mehr passen nicht hinein.",
  noneFound: "Im eingefügten Text steht keine Zahl aus sechs Ziffern. Tippen Sie den Code ein.",
  severalFound: "Im eingefügten Text steht mehr als eine Zahl aus sechs Ziffern. Tippen Sie den Code ein.",
  checking: "Ihr Code wird geprüft …",
  incomplete: "Geben Sie alle sechs Ziffern ein.",
  validFor: "Der Code läuft in {clock} ab.",
  soonOver: "Der Code läuft gleich ab. Sie können einen neuen anfordern.",
  expired: "Die Zeit für diesen Code ist abgelaufen. Fordern Sie einen neuen an.",
  over: "Ihre Bank teilt mit, dass dieser Code nicht mehr gilt. Fordern Sie einen neuen an.",
  endedEarly:
    "Eigentlich war noch Zeit. Vielleicht wurde zu oft ein falscher Code eingegeben oder ein neuerer gesendet.",
  newCode: "Neuen Code anfordern",
  newCodeIn: "Neuer Code in {clock}",
  noPhone: "Kein Telefon zur Hand?",
  noPhoneWhat:
    "Der Code geht an die Mobilnummer, die Ihre Bank von Ihnen hat, und kann nur hier eingegeben werden. Wenn das Telefon anderswo ist, kommen Sie später wieder und fordern Sie einen neuen Code an. Es geht nichts verloren.",
  noPhoneNumber: "Neue Nummer? Teilen Sie sie zuerst Ihrer Bank mit.",
};

export const support: WindowTexts["support"] = {
  reference: "Fehlernummer: {code}",
  referenceWithId: "Fehlernummer: {code}, {id}",
  copy: "Fehlernummer kopieren",
  copied: "Die Fehlernummer wurde kopiert.",
  id: "Für Rückfragen: {id}",
  folder: "Ordner:",
};
