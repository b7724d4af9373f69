import type { WindowTexts } from "../window-texts.ts";

export const common: WindowTexts["common"] = {
  tryAgain: "Riprova",
  goBack: "Indietro",
  done: "Fatto",
  signOut: "Disconnetti",
  notYou: "Non è lei?",
  settings: "Impostazioni",
  help: "Aiuto",
  helpAndContact: "Aiuto e contatti",
  checkConnection: "Verifica la connessione",
  signedInAs: "Sessione di {name}",
  working: "Un momento…",
  somethingMissing: "Riprovi più tardi. Se manca ancora qualcosa, contatti la sua banca.",
  stepOf: "Passaggio {step} di {steps}: {name}",
  stepDone: "{name}, passaggio completato",
};

export const start: WindowTexts["start"] = {
  loading: "Preparazione in corso",
  failed: "La preparazione del programma non è riuscita",
};

export const signIn: WindowTexts["signIn"] = {
  title: "Accesso",
  intro: "Questa è una dimostrazione. Scelga chi vuole essere.",
  names: "Clienti di dimostrazione",
  withBrowser: "Accedi con il browser",
  otherAccount: "Usa altre credenziali",
  browserWhat:
    "Il browser apre la pagina della sua banca. Acceda lì come di consueto; poi questa finestra prosegue da sola.",
  browserNext: "Questo programma non vede la sua password.",
  locked: {
    idle: "La sessione è stata chiusa perché nessuno ha usato questo programma per un po’ di tempo.",
    screen: "La sessione è stata chiusa perché lo schermo di questo computer è stato bloccato.",
    suspend: "La sessione è stata chiusa perché questo computer è entrato in sospensione.",
  },
  lockedNext: "Se un cambio di PIN era in corso, verrà controllato quando farà l’accesso.",
};

export const browserWait: WindowTexts["browserWait"] = {
  title: "Continuare nel browser",
  what: "La pagina della sua banca si apre nel browser. Acceda lì.",
  next: "Questa finestra prosegue da sola non appena avrà effettuato l’accesso.",
  openAgain: "Apri di nuovo la pagina",
  copyLink: "Copia il link",
  cancel: "Annulla",
  opened: "La pagina dovrebbe aprirsi di nuovo nel suo browser.",
  copied: "Il link è stato copiato. Vale solo per questo accesso.",
  longTitle: "Non è successo nulla?",
  lookForIt: "Forse la pagina è dietro questa finestra: cerchi il browser.",
  openIt: "Se è chiusa, la apra di nuovo.",
  otherBrowser: "Se preferisce un altro browser, copi il link e lo incolli lì.",
};

export const signInAgain: WindowTexts["signInAgain"] = {
  title: "Accedere di nuovo",
  what: "Prima di questo passaggio la sua banca vuole essere certa che sia lei.",
  next: "Acceda ancora una volta; poi riprenderà da dove aveva interrotto.",
  thenGoOn: "Acceda ancora una volta; poi potrà continuare.",
  pinKept:
    "Il PIN della sua carta non è stato cambiato. Il nuovo PIN resta qui, cifrato, e potrà inviarlo dopo l’accesso.",
  notNow: "Non ora",
};

export const lock: WindowTexts["lock"] = {
  title: "È ancora al computer?",
  what: "Nessuno ha usato questo programma per un po’ di tempo. Per proteggere le sue carte, la sessione verrà chiusa e ciò che ha inserito verrà eliminato.",
  left: "La sessione verrà chiusa tra {clock}.",
  stay: "Continua la sessione",
};

export const wait: WindowTexts["wait"] = {
  pin_change: "Potrà cambiare di nuovo un PIN tra {clock}.",
  binding: "Potrà associare di nuovo un computer tra {clock}.",
  code: "Potrà chiedere un nuovo codice tra {clock}.",
  any: "Potrà riprovare tra {clock}.",
};

/** Whatever is entered: codes, PINs, passcodes. */
export const entry: WindowTexts["entry"] = {
  numLockOff:
    "Bloc Num è disattivato: il tastierino numerico non scrive cifre. Prema Bloc Num o usi gli altri tasti con le cifre.",
  left: "I dati inseriti verranno eliminati, perché questa finestra non è in uso. Torni a questa finestra per conservarli.",
  leftTitle: "I dati inseriti stanno per essere eliminati",
  wipedIn: "Verranno eliminati tra {clock}.",
  wiped:
    "I dati inseriti sono stati eliminati dopo {minutes, plural, one {# minuto} other {# minuti}} di assenza. Li inserisca di nuovo.",
};

export const code: WindowTexts["code"] = {
  label: "Codice ricevuto via SMS",
  hint: "Sei cifre. Può incollare l’intero SMS.",
  count: "{entered} di {length} cifre inserite",
  digitsOnly: "Un codice è fatto solo di cifre da 0 a 9. Il resto è stato tralasciato.",
  full: "Un codice ha sei cifre: non c’è posto per altre.",
  noneFound: "Nel testo incollato non c’è nessun numero di sei cifre. Digiti il codice.",
  severalFound: "Nel testo incollato c’è più di un numero di sei cifre. Digiti il codice.",
  checking: "Verifica del codice…",
  incomplete: "Inserisca tutte e sei le cifre.",
  validFor: "Il codice scade tra {clock}.",
  soonOver: "Il codice scade tra meno di un minuto. Può chiederne uno nuovo.",
  expired: "Il tempo per questo codice è scaduto. Ne chieda uno nuovo.",
  over: "La sua banca comunica che questo codice non è più valido. Ne chieda uno nuovo.",
  endedEarly:
    "Doveva esserci ancora tempo. Forse è stato inserito troppe volte un codice errato, oppure ne è stato inviato uno più recente.",
  newCode: "Richiedi nuovo codice",
  newCodeIn: "Nuovo codice tra {clock}",
  noPhone: "Non ha con sé il telefono?",
  noPhoneWhat:
    "Il codice arriva al numero di cellulare che la sua banca ha registrato e si può inserire solo qui. Se il telefono è altrove, torni più tardi e chieda un nuovo codice. Non va perso nulla.",
  noPhoneNumber: "Nuovo numero? Lo comunichi prima alla sua banca.",
};

export const support: WindowTexts["support"] = {
  reference: "Numero di errore: {code}",
  referenceWithId: "Numero di errore: {code}, {id}",
  copy: "Copia il numero di errore",
  copied: "Il numero di errore è stato copiato.",
  id: "Per l’assistenza: {id}",
  folder: "Cartella:",
};
