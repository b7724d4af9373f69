import type { WindowTexts } from "../window-texts.ts";

export const keychain: WindowTexts["keychain"] = {
  asks: {
    "secret-service":
      "Il computer sta forse chiedendo la password del portachiavi. Cerchi una finestra, forse dietro questa.",
    "macos-keychain":
      "Il computer sta forse chiedendo la password del portachiavi. Cerchi una finestra, forse dietro questa.",
    "windows-credentials":
      "Gestione credenziali non ha ancora risposto. Forse Windows le sta chiedendo qualcosa, in una finestra dietro questa.",
  },
  locked: {
    title: "Il portachiavi è bloccato",
    what: "Il computer conserva la chiave digitale delle sue carte nel portachiavi. Il portachiavi è bloccato, quindi la chiave non può essere letta.",
    next: "Sblocchi il portachiavi, di solito chiudendo la sessione del computer e accedendo di nuovo. Poi riprovi.",
    kept: "Non è stato modificato né eliminato nulla.",
  },
  unavailable: {
    title: "Nessun portachiavi trovato",
    what: "Il portachiavi del computer non ha risposto. Senza portachiavi nessuna chiave può essere conservata in modo sicuro.",
    next: "Chiuda la sessione del computer e acceda di nuovo, poi riprovi. Su Linux deve essere attivo nella sessione un portachiavi come GNOME Keyring.",
    kept: "Non è stato modificato né eliminato nulla.",
  },
  silent: {
    title: {
      "secret-service": "Il portachiavi non ha risposto",
      "macos-keychain": "Il portachiavi non ha risposto",
      "windows-credentials": "Gestione credenziali non ha risposto",
    },
    what: "È lì che il computer conserva la chiave digitale delle sue carte, e la risposta non è arrivata in tempo. Forse una finestra del computer chiede una password e aspetta, nascosta dietro questa.",
    next: "Cerchi quella finestra e risponda. Poi riprovi. Se non c’è, chiuda la sessione del computer e acceda di nuovo.",
    kept: "Se lì si stava salvando o eliminando qualcosa, può ancora succedere. Al prossimo tentativo verrà controllato.",
  },
  unreadable: {
    title: "La chiave nel portachiavi non può essere letta",
    what: "Nel portachiavi c’è una voce per le sue carte, ma questo programma non può leggerla. Forse l’ha scritta una versione più recente, oppure la voce è danneggiata.",
    next: "Installi la versione più recente e riprovi. Se non basta, colleghi questo computer da capo, con un nuovo codice.",
    kept: "La voce è rimasta com’era. Se collega il computer da capo, viene conservata accanto a quella nuova.",
  },
  lost: {
    title: "Su questo computer non c’è una chiave per le sue carte",
    what: "Secondo i file di questo programma un computer era collegato alle sue carte, ma il portachiavi di questo computer non contiene alcuna chiave per esse. O la chiave è stata eliminata qui, oppure i file provengono da un altro computer o da un backup.",
    next: "Colleghi questo computer. Le serve il cellulare per ricevere un nuovo codice. Un computer collegato in precedenza resta tra i suoi dispositivi finché non lo rimuove.",
  },
};

export const binding: WindowTexts["binding"] = {
  steps: { name: "Nome", code: "Codice", passcode: "Password" },
  nameTitle: "Colleghi questo computer",
  nameIntro:
    "Dopo il collegamento potrà cambiare qui il PIN delle sue carte. La sua banca le invia un codice al cellulare per verificare la sua identità.",
  nameResume: "Ha iniziato a collegare questo computer. Prosegua e riceverà un nuovo codice.",
  nameLabel: "Nome di questo computer",
  ownName: "Il mio computer",
  nameHint: "Appare nell’elenco dei suoi dispositivi. Scelga quello che preferisce.",
  nameEmpty: "Inserisca un nome di 64 caratteri al massimo.",
  send: "Invia il codice",
  codeTitle: "Inserisca il codice",
  codeIntro: "La sua banca ha inviato al suo cellulare un codice di sei cifre per collegare «{name}».",
  connect: "Collega",
  startOver: "Ricomincia",
  finishingTitle: "Computer quasi collegato",
  finishing: "Il codice è stato accettato. È in corso la configurazione di questo computer.",
  finishingStopped: "Il codice è stato accettato, ma manca ancora l’ultimo passaggio. Non le serve un nuovo codice.",
  finish: "Completa",
  limitTitle: "Rimuova prima un dispositivo",
  limitWhat:
    "Può avere {limit} dispositivi collegati e ha già raggiunto questo numero. Per poter collegare questo computer, deve prima rimuoverne uno. Non è stato inviato nessun codice.",
  withoutConnecting: "Cambia un PIN senza collegare il computer",
};

export const state: WindowTexts["state"] = {
  erased: {
    title: "La chiave di questo computer è stata cancellata",
    what: "È stata inserita per cinque volte di seguito una password del dispositivo errata. Per proteggere le sue carte, la chiave su questo computer è stata cancellata. I PIN delle sue carte sono invariati.",
    next: "Colleghi di nuovo questo computer. Le serve il cellulare per ricevere un nuovo codice e dovrà scegliere una nuova password del dispositivo.",
  },
  removed: {
    title: "Questo computer non è più collegato",
    what: "La sua banca non lo elenca più tra i suoi dispositivi, quindi non può più cambiare il PIN di una carta.",
    next: "Se non l’ha rimosso lei, contatti la sua banca. Altrimenti colleghi di nuovo questo computer: le serve il cellulare per ricevere un nuovo codice.",
  },
  "no-marker": {
    title: "Su questo computer è stata trovata una chiave",
    what: "Il portachiavi contiene una chiave per le sue carte, del dispositivo «{name}». Non l’ha inserita questo programma, oppure i file del programma sono stati eliminati.",
    next: "Se questo è il suo computer, può usare questa chiave: prima viene chiesto alla sua banca se la conosce. In caso di dubbio, colleghi questo computer da capo.",
  },
  "other-device": {
    title: "Su questo computer è stata trovata un’altra chiave",
    what: "Il portachiavi contiene una chiave del dispositivo «{name}», mentre i file di questo programma indicano un altro dispositivo. Forse il portachiavi o i file di questo programma sono stati ripristinati oppure copiati da un altro computer.",
    next: "Può usare questa chiave: prima viene chiesto alla sua banca se la conosce. Se la chiave appartiene a un altro computer che usa ancora, colleghi questo computer da capo.",
  },
  kept: "Qualunque sia la sua scelta, non viene eliminato nulla che si possa ancora usare.",
  removing: {
    title: "Rimozione di questo computer in corso",
    what: "La rimozione è iniziata, ma non è ancora completa.",
    busy: "Completamento della rimozione…",
    finish: "Completa la rimozione",
  },
  useKey: "Usa questa chiave",
  connectAgain: "Collega di nuovo questo computer",
  connectAnew: "Collega da capo questo computer",
};

export const folder: WindowTexts["folder"] = {
  title: "Una cartella di questo programma non può essere usata",
  changes:
    "Contiene le note sui suoi cambi di PIN. Al momento non si sa se uno di essi non sia ancora terminato. Finché la cartella non può essere usata, qui non si può cambiare nessun PIN.",
  enrolments:
    "Contiene la nota che dice se questo computer è stato collegato alle sue carte. Al momento non si sa se lo sia stato.",
  next: "Controlli che sia davvero una cartella e di poterla leggere e modificare. Se non sa come fare, chieda a chi si occupa di questo computer. Poi riprovi.",
  kept: "Non è stato modificato né eliminato nulla.",
  goOn: "Continua senza la cartella",
};

export const devices: WindowTexts["devices"] = {
  title: "I suoi dispositivi collegati",
  loading: "Caricamento dei suoi dispositivi…",
  intro: "Da ognuno si può cambiare il PIN delle sue carte. Rimuova quelli che non usa più o che non ha più.",
  count: "{connected} di {limit} collegati",
  leftOut:
    "{count, plural, one {Non è stato possibile mostrare almeno un dispositivo.} other {Non è stato possibile mostrare almeno # dispositivi.}}",
  unnamed: "Dispositivo senza nome",
  since: "Dal giorno {date}",
  thisComputer: "Questo computer",
  removeOf: "Rimuovi {name}",
  remove: "Rimuovi",
  keep: "Mantieni",
  ask: "Rimuovere «{name}»? Questo dispositivo non potrà più cambiare il PIN di una carta finché non verrà collegato di nuovo.",
  removed: "«{name}» è stato rimosso.",
  removeThis: "Rimuovi questo computer",
  askThis:
    "Rimuovere questo computer? Da qui non si potrà più cambiare il PIN di una carta e la chiave verrà eliminata dal portachiavi del computer. Le sue carte e i relativi PIN restano come sono. Per usare di nuovo il computer le servirà un nuovo codice.",
  changePasscode: "Cambia password del dispositivo",
  forgotten: "Ha dimenticato la password del dispositivo?",
};

export const protection: WindowTexts["protection"] = {
  keychain:
    "La sua chiave digitale è conservata nel portachiavi di questo computer. Chi può usare questo computer con il suo account utente potrebbe usarla.",
  keychain_passcode:
    "La sua chiave digitale è conservata nel portachiavi di questo computer e si può usare solo con la password del dispositivo.",
  hardware_passcode:
    "La sua chiave digitale è conservata in un chip di sicurezza di questo computer, non può uscirne e si può usare solo con la password del dispositivo.",
};

export const passcode: WindowTexts["passcode"] = {
  setTitle: "Imposti una password del dispositivo",
  setIntro:
    "Le verrà chiesta ogni volta che cambia il PIN di una carta su questo computer, così qui non può farlo nessun altro.",
  setUnknown:
    "Non è il PIN di una carta e non è la password della sua banca. Resta su questo computer: la sua banca non la conosce e non può reimpostarla. Se la dimentica, deve collegare di nuovo il computer.",
  label: "Password del dispositivo",
  again: "Ripeta la password del dispositivo",
  current: "Password attuale del dispositivo",
  next: "Nuova password del dispositivo",
  nextAgain: "Ripeta la nuova password del dispositivo",
  rules:
    "Da 6 a 64 lettere, cifre, spazi o simboli. Alcune parole senza legame tra loro sono difficili da indovinare e facili da ricordare.",
  count: "{entered, plural, one {# carattere inserito} other {# caratteri inseriti}}",
  refused:
    "Si possono inserire solo lettere dalla A alla Z senza accenti, cifre, spazi e simboli, così la password funziona con ogni tastiera.",
  full: "La password del dispositivo ha al massimo {most} caratteri: non c’è posto per altri.",
  empty: "Inserisca la password del dispositivo.",
  mismatch: "Le due password del dispositivo non coincidono. Le inserisca di nuovo entrambe.",
  attemptsLeft: "{left, plural, one {Resta # tentativo} other {Restano # tentativi}}.",
  lastAttempt:
    "Se la prossima password del dispositivo è errata, la chiave di questo computer viene cancellata. In tal caso dovrebbe collegarlo di nuovo.",
  checking: "Verifica della password del dispositivo…",
  set: "Imposta password",
  changeTitle: "Cambi la password del dispositivo",
  changeIntro: "Questo non cambia il PIN di nessuna carta.",
  change: "Cambia password",
  changedTitle: "La password del dispositivo è stata cambiata",
  changed: "Da ora in poi verrà chiesta la nuova password del dispositivo. I PIN delle sue carte sono invariati.",
  forgottenTitle: "Ha dimenticato la password del dispositivo?",
  forgottenWhat:
    "Nessuno può leggerla o reimpostarla: la sua banca non la conosce e, senza di essa, la chiave su questo computer non si può usare.",
  forgottenNext:
    "Colleghi di nuovo questo computer. Riceverà un nuovo codice sul cellulare e sceglierà una nuova password del dispositivo. Le sue carte e i relativi PIN restano come sono.",
};
