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
    what: "È lì che si trova la chiave digitale delle sue carte, che quindi al momento non può essere letta.",
    next: "Il computer può chiedere la password, di solito quella con cui si accede al computer. Se nessuna finestra la chiede, chiuda la sessione del computer e acceda di nuovo.",
    kept: "Non è stato modificato né eliminato nulla.",
    unlock: "Sblocca il portachiavi",
  },
  onLinux: "Nella sessione deve essere attivo un portachiavi come GNOME Keyring.",
  unavailable: {
    title: "Nessun portachiavi trovato",
    what: "Il portachiavi del computer non ha risposto. Senza portachiavi nessuna chiave può essere conservata in modo sicuro.",
    next: "Chiuda la sessione del computer e acceda di nuovo, poi riprovi.",
    kept: "Non è stato modificato né eliminato nulla.",
  },
  silent: {
    title: "Il portachiavi non ha risposto",
    what: "È lì che il computer conserva la chiave digitale delle sue carte, e la risposta non è arrivata in tempo. Forse una finestra del computer chiede una password e aspetta, nascosta dietro questa.",
    next: "Cerchi quella finestra e risponda. Poi riprovi. Se non c’è, chiuda la sessione del computer e acceda di nuovo.",
    kept: "Se lì si stava salvando o eliminando qualcosa, può ancora succedere. Al prossimo tentativo verrà controllato.",
  },
  unreadable: {
    title: "La chiave nel portachiavi non può essere letta",
    what: "Nel portachiavi c’è una voce per le sue carte, ma questo programma non può leggerla. Forse l’ha scritta una versione più recente, oppure la voce è danneggiata.",
    next: "Installi la versione più recente e riprovi. Se non basta, associ di nuovo questo computer, con un nuovo codice.",
    kept: "La voce è rimasta com’era. Se associa di nuovo il computer, viene conservata accanto a quella nuova.",
  },
  lost: {
    title: "Su questo computer non c’è una chiave per le sue carte",
    what: "Secondo i file di questo programma un computer era associato alle sue carte, ma il portachiavi di questo computer non contiene alcuna chiave per esse. O la chiave è stata eliminata qui, oppure i file provengono da un altro computer o da un backup.",
    next: "Associ questo computer. Le serve il cellulare per ricevere un nuovo codice. Un computer associato in precedenza resta tra i suoi dispositivi finché non lo rimuove.",
  },
};

export const binding: WindowTexts["binding"] = {
  steps: { name: "Nome", code: "Codice", passcode: "Password del dispositivo" },
  nameTitle: "Associare questo computer",
  gives: {
    first:
      "Associ questo computer una volta sola e potrà cambiare qui il PIN delle sue carte. Servono circa due minuti. Tenga a portata di mano il cellulare.",
    confirm: { title: "Confermare la sua identità", what: "La sua banca le invia un codice via SMS." },
    passcode: {
      title: "Scegliere una password",
      what: "Vale solo per questo computer e viene chiesta a ogni cambio.",
    },
    change: { title: "Cambiare i PIN qui", what: "Quando vuole, senza codici via SMS." },
  },
  neverAsk: "Nessuno della sua banca le chiederà mai il PIN, la password o un codice.",
  noCards: {
    title: "Prima serve una carta",
    next: "Potrà associare questo computer quando ne avrà una. Se qui dovrebbe esserci una carta, chieda alla sua banca.",
    look: "Controlla di nuovo",
    checked: "Ricontrollato (ore {time}): ancora nessuna carta.",
    anyway: "Associa comunque",
  },
  stillNoNumber: "Ricontrollato (ore {time}): ancora nessun numero.",
  nameResume: "Ha iniziato ad associare questo computer. Prosegua e riceverà un nuovo codice.",
  nameLabel: "Nome di questo computer",
  ownName: "Il mio computer",
  nameHint: "Appare nell’elenco dei suoi dispositivi. Scelga quello che preferisce.",
  nameEmpty: "Inserisca un nome di 64 caratteri al massimo.",
  send: "Richiedi il codice",
  codeTitle: "Inserire il codice",
  codeIntro: "La sua banca ha inviato al suo cellulare un codice di sei cifre per associare «{name}».",
  link: "Associa",
  startOver: "Ricomincia",
  finishingTitle: "Computer quasi associato",
  finishing: "Il codice è stato accettato. È in corso la configurazione di questo computer.",
  finishingStopped: "Il codice è stato accettato, ma manca ancora l’ultimo passaggio. Non le serve un nuovo codice.",
  finish: "Completa",
  limitTitle: "Rimuova prima un dispositivo",
  limitWhat:
    "Può avere {limit} dispositivi associati e ha già raggiunto questo numero. Per poter associare questo computer, deve prima rimuoverne uno. Non è stato inviato nessun codice.",
  withoutLinking: "Cambia un PIN senza associare il computer",
};

export const linked: WindowTexts["linked"] = {
  title: "Questo computer è associato",
  what: "Da ora può cambiare qui il PIN delle sue carte.",
  name: "Nome",
  when: "Associato il",
  toCards: "Vai alle carte",
  passcode: "A ogni cambio viene chiesta la password del dispositivo, senza codice via SMS.",
  others: "Gli altri suoi dispositivi restano come sono. Non vengono avvisati.",
  lost: "Se perde questo computer, lo rimuova da un altro in «Dispositivi» oppure avvisi la sua banca.",
};

export const state: WindowTexts["state"] = {
  erased: {
    title: "La chiave di questo computer è stata cancellata",
    what: "È stata inserita per cinque volte di seguito una password del dispositivo errata. Per proteggere le sue carte, la chiave su questo computer è stata cancellata. I PIN delle sue carte sono invariati.",
    next: "Associ di nuovo questo computer. Le serve il cellulare per ricevere un nuovo codice e dovrà scegliere una nuova password del dispositivo.",
  },
  removed: {
    title: "Questo computer non è più associato",
    what: "La sua banca non lo elenca più tra i suoi dispositivi, quindi non può più cambiare il PIN di una carta.",
    next: "Se non l’ha rimosso lei, contatti la sua banca. Altrimenti associ di nuovo questo computer: le serve il cellulare per ricevere un nuovo codice.",
  },
  "no-marker": {
    title: "Su questo computer è stata trovata una chiave",
    what: "Il portachiavi contiene una chiave per le sue carte, del dispositivo «{name}». Non l’ha inserita questo programma, oppure i file del programma sono stati eliminati.",
    next: "Se questo è il suo computer, può usare questa chiave: prima viene chiesto alla sua banca se la conosce. In caso di dubbio, associ di nuovo questo computer.",
  },
  "other-device": {
    title: "Su questo computer è stata trovata un’altra chiave",
    what: "Il portachiavi contiene una chiave del dispositivo «{name}», mentre i file di questo programma indicano un altro dispositivo. Forse il portachiavi o i file di questo programma sono stati ripristinati oppure copiati da un altro computer.",
    next: "Può usare questa chiave: prima viene chiesto alla sua banca se la conosce. Se la chiave appartiene a un altro computer che usa ancora, associ di nuovo questo computer.",
  },
  kept: "Qualunque sia la sua scelta, non viene eliminato nulla che si possa ancora usare.",
  removing: {
    title: "Rimozione di questo computer in corso",
    what: "La rimozione è iniziata, ma non è ancora completa.",
    busy: "Completamento della rimozione…",
    finish: "Completa la rimozione",
  },
  useKey: "Usa questa chiave",
  linkAgain: "Associa di nuovo questo computer",
};

export const folder: WindowTexts["folder"] = {
  title: "Una cartella di questo programma non può essere usata",
  changes:
    "Contiene le note sui suoi cambi di PIN. Al momento non si sa se uno di essi sia ancora in corso. Finché la cartella non può essere usata, qui non si può cambiare nessun PIN.",
  enrolments:
    "Contiene la nota che dice se questo computer è stato associato alle sue carte. Al momento non si sa se lo sia stato.",
  next: "Controlli che sia davvero una cartella e di poterla leggere e modificare. Se non sa come fare, chieda a chi si occupa di questo computer. Poi riprovi.",
  kept: "Non è stato modificato né eliminato nulla.",
  goOn: "Continua senza la cartella",
};

export const devices: WindowTexts["devices"] = {
  title: "I suoi dispositivi associati",
  loading: "Caricamento dei suoi dispositivi…",
  intro: "Da ognuno si può cambiare il PIN delle sue carte. Rimuova quelli che non usa più o che non ha più.",
  count: "{linked} di {limit} associati",
  leftOut:
    "{count, plural, one {Non è stato possibile mostrare almeno un dispositivo.} other {Non è stato possibile mostrare almeno # dispositivi.}}",
  unnamed: "Dispositivo senza nome",
  since: "Dal giorno {date}",
  lastUsed: "Ultimo utilizzo: {date}",
  thisComputer: "Questo computer",
  removeOf: "Rimuovi {name}",
  remove: "Rimuovi",
  keep: "Mantieni",
  ask: "Rimuovere «{name}»? Questo dispositivo non potrà più cambiare il PIN di una carta finché non verrà associato di nuovo.",
  removed: "«{name}» è stato rimosso.",
  removedOnes: "Dispositivi rimossi",
  removedOn: "Rimosso in data {date}",
  removedNone: "La sua banca non segnala dispositivi rimossi.",
  removedUntold: "La sua banca non indica quali dispositivi sono stati rimossi.",
  removedMore: "Ce ne sono di meno recenti, che qui non vengono mostrati.",
  removeThis: "Rimuovi questo computer",
  askThis:
    "Rimuovere questo computer? Da qui non si potrà più cambiare il PIN di una carta e la chiave verrà eliminata dal portachiavi del computer. Le sue carte e i relativi PIN restano come sono. Per usare di nuovo il computer le servirà un nuovo codice.",
  changePasscode: "Cambia password del dispositivo",
  forgotten: "Ha dimenticato la password del dispositivo?",
};

export const protection: WindowTexts["protection"] = {
  keychain:
    "La sua banca riconosce questo computer da una chiave digitale. È conservata nel portachiavi di questo computer. Chi può usare questo computer con il suo account utente potrebbe usarla.",
  keychain_passcode:
    "La sua banca riconosce questo computer da una chiave digitale. È conservata nel portachiavi di questo computer e si può usare solo con la password del dispositivo.",
  hardware_passcode:
    "La sua banca riconosce questo computer da una chiave digitale. È conservata su una chiave di sicurezza, non può uscirne e si può usare solo con il PIN di quest’ultima.",
};

export const passcode: WindowTexts["passcode"] = {
  setTitle: "Impostare la password del dispositivo",
  setIntro:
    "Le verrà chiesta ogni volta che cambia il PIN di una carta su questo computer, così nessun altro può usare la chiave di questo computer.",
  setUnknown:
    "Non è il PIN di una carta e non è la password della sua banca. Resta su questo computer: la sua banca non la conosce e non può reimpostarla. Se la dimentica, deve associare di nuovo il computer.",
  label: "Password del dispositivo",
  again: "Ripeta la password del dispositivo",
  current: "Password attuale del dispositivo",
  next: "Nuova password del dispositivo",
  nextAgain: "Ripeta la nuova password del dispositivo",
  rules:
    "Da 6 a 64 lettere, cifre, spazi o simboli. Alcune parole senza legame tra loro sono difficili da indovinare e facili da ricordare.",
  count: "{entered, plural, one {# carattere inserito} other {# caratteri inseriti}}",
  strength: { guessable: "Facile da indovinare", fair: "Discreta", strong: "Forte" },
  reveal: {
    show: "Mostra la password",
    hide: "Nascondi la password",
    shown: "La password resta visibile ancora per {seconds, plural, one {# secondo} other {# secondi}}.",
    hidden: "La password è di nuovo nascosta.",
  },
  refused:
    "Si possono inserire solo lettere dalla A alla Z senza accenti, cifre, spazi e simboli, così la password funziona con ogni tastiera.",
  full: "La password del dispositivo ha al massimo {most} caratteri: non c’è posto per altri.",
  tooShort: "Questa password del dispositivo è troppo corta.",
  empty: "Inserisca la password del dispositivo.",
  mismatch: "Le due password del dispositivo non coincidono. Le inserisca di nuovo entrambe.",
  attemptsLeft: "{left, plural, one {Resta # tentativo} other {Restano # tentativi}}.",
  lastAttempt:
    "Se la prossima password del dispositivo è errata, la chiave di questo computer viene cancellata. In tal caso dovrebbe associare di nuovo il computer.",
  checking: "Verifica della password del dispositivo…",
  set: "Imposta password",
  changeTitle: "Cambiare la password del dispositivo",
  changeIntro: "Questo non cambia il PIN di nessuna carta.",
  change: "Cambia password",
  changedTitle: "La password del dispositivo è stata cambiata",
  changed: "Da ora in poi verrà chiesta la nuova password del dispositivo. I PIN delle sue carte sono invariati.",
  forgottenTitle: "Ha dimenticato la password del dispositivo?",
  forgottenWhat:
    "Nessuno può leggerla o reimpostarla: la sua banca non la conosce e, senza di essa, la chiave su questo computer non si può usare.",
  forgottenNext:
    "Associ di nuovo questo computer. Appena inizia, l’associazione attuale viene rimossa. Poi riceverà un nuovo codice sul cellulare e sceglierà una nuova password del dispositivo. Le sue carte e i relativi PIN restano come sono.",
};
