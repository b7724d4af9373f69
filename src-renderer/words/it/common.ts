import type { WindowTexts } from "../window-texts.ts";

export const common: WindowTexts["common"] = {
  tryAgain: "Riprova",
  goBack: "Indietro",
  done: "Fatto",
  signOut: "Esci",
  settings: "Impostazioni",
  help: "Aiuto",
  checkConnection: "Verifica la connessione",
  signedInAs: "Sessione di {name}",
  working: "Un momento…",
  somethingMissing: "Riprovi più tardi. Se manca ancora qualcosa, contatti la sua banca.",
  stepOf: "Passaggio {step} di {steps}: {name}",
  stepDone: "{name}, passaggio completato",
};

export const start: WindowTexts["start"] = {
  loading: "Preparazione in corso",
  failed: "Operazione non riuscita",
};

export const signIn: WindowTexts["signIn"] = {
  title: "Accesso",
  intro: "Questa è una dimostrazione. Scelga chi vuole essere.",
  names: "Clienti di dimostrazione",
  unavailable: "L’accesso non fa ancora parte di questa versione.",
  locked: {
    idle: "La sessione è stata chiusa perché nessuno ha usato questo programma per un po’ di tempo.",
    screen: "La sessione è stata chiusa perché lo schermo di questo computer è stato bloccato.",
    suspend: "La sessione è stata chiusa perché questo computer è entrato in sospensione.",
  },
  lockedNext: "Se un cambio di PIN era in corso, verrà controllato quando farà l’accesso.",
};

export const lock: WindowTexts["lock"] = {
  title: "È ancora al computer?",
  what: "Nessuno ha usato questo programma per un po’ di tempo. Per proteggere le sue carte, la sessione verrà chiusa e ciò che ha inserito verrà eliminato.",
  left: "La sessione verrà chiusa tra {clock}.",
  stay: "Continua la sessione",
};

export const wait: WindowTexts["wait"] = {
  pin_change: "Potrà cambiare di nuovo un PIN tra {clock}.",
  binding: "Potrà collegare di nuovo un computer tra {clock}.",
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
  label: "Codice del messaggio",
  hint: "Sei cifre. Può incollare l’intero messaggio.",
  count: "{entered} di {length} cifre inserite",
  digitsOnly: "Un codice è fatto solo di cifre da 0 a 9. Il resto è stato tralasciato.",
  full: "Un codice ha sei cifre: non c’è posto per altre.",
  noneFound: "Nel testo incollato non c’è nessun numero di sei cifre. Digiti il codice.",
  severalFound: "Nel testo incollato c’è più di un numero di sei cifre. Digiti il codice.",
  checking: "Verifica del codice…",
  incomplete: "Inserisca tutte e sei le cifre.",
  validFor: "Il codice è valido ancora per {clock} minuti.",
  soonOver: "Il codice è ormai valido per meno di un minuto. Può chiederne uno nuovo.",
  expired: "Il codice probabilmente non è più valido. Ne chieda uno nuovo.",
  newCode: "Invia un nuovo codice",
  newCodeIn: "Invia un nuovo codice tra {clock}",
  noPhone: "Non ha con sé il telefono?",
  noPhoneWhat:
    "Il codice arriva al numero di cellulare che la sua banca ha registrato e si può inserire solo qui. Se il telefono è altrove, torni più tardi e chieda un nuovo codice. Non va perso nulla.",
  noPhoneNumber: "Ha un nuovo numero? Lo comunichi prima alla sua banca.",
};

export const support: WindowTexts["support"] = {
  reference: "Per l’assistenza: {code}",
  referenceWithId: "Per l’assistenza: {code}, {id}",
  id: "Per l’assistenza: {id}",
  folder: "Cartella:",
};
