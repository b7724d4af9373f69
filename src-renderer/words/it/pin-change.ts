import type { WindowTexts } from "../window-texts.ts";

export const pin: WindowTexts["pin"] = {
  steps: { card: "Carta", pin: "Nuovo PIN", code: "Codice", done: "Fatto" },
  title: "Scegliere un nuovo PIN",
  newPin: "Nuovo PIN della carta",
  again: "Ripeta il nuovo PIN della carta",
  rules: "Quattro cifre. Non in ordine, come 1234 o 4321, e nessuna cifra per tre volte.",
  againHint: "Per evitare errori di battitura.",
  count: "{entered} di {length} cifre inserite",
  incomplete: "Inserisca tutte le {length} cifre.",
  digitsOnly: "Si possono inserire solo le cifre da 0 a 9.",
  full: "Il PIN ha {length} cifre: non c’è posto per altre.",
  noPaste: "Un PIN non si può incollare, così non resta mai negli appunti del computer. Lo digiti.",
  mismatch: "I due PIN non coincidono. Scelga ancora una volta il nuovo PIN.",
  passcodeHint:
    "Quella di questo computer, non il PIN di una carta. Dimenticata? Torni indietro e scelga «Dispositivi».",
  change: "Cambia PIN",
  neverAsk: "Nessuno della sua banca le chiederà mai il PIN, né per telefono, né per e-mail, né per posta, né via SMS.",
};

export const tan: WindowTexts["tan"] = {
  title: "Confermare con un codice",
  intro: "La sua banca ha inviato al suo cellulare un codice di sei cifre. Con quel codice conferma il nuovo PIN.",
  send: "Richiedi il codice",
  confirm: "Cambia PIN",
  neverTell:
    "L’SMS dice che il codice serve per un nuovo PIN. Non comunichi mai il codice a nessuno, nemmeno alla sua banca.",
  ifBack: "Finché non conferma con il codice, il PIN della carta resta invariato. Se torna indietro, non cambia nulla.",
};

export const sending: WindowTexts["sending"] = {
  title: "Cambio del PIN in corso",
  stages: {
    prepare: { now: "Preparazione con la sua banca", done: "Preparato con la sua banca" },
    encrypt: { now: "Cifratura su questo computer", done: "Cifrato su questo computer" },
    request: { now: "Invio del PIN cifrato alla sua banca", done: "PIN cifrato in viaggio verso la sua banca" },
    sign: { now: "Conferma su questo computer", done: "Confermato su questo computer" },
    send: { now: "Invio alla sua banca", done: "In viaggio verso la sua banca" },
    answer: {
      now: "In attesa della risposta della sua banca",
      done: "Risposta ricevuta",
    },
  },
  done: "fatto",
  now: "in corso",
  waiting: "ancora da fare",
};

export const outcome: WindowTexts["outcome"] = {
  changed: {
    title: "Il suo PIN è stato cambiato",
    what: "La sua banca ha impostato il nuovo PIN della sua carta.",
    nextTitle: "Buono a sapersi",
    next: "Con alcune carte il nuovo PIN funziona solo dopo il primo pagamento in un negozio con la carta inserita nel terminale.",
    memorise: "Lo memorizzi e non lo annoti da nessuna parte.",
  },
  refused: {
    title: "Il suo PIN non è stato cambiato",
    what: "Il PIN della sua carta è invariato.",
  },
  notSent: {
    what: "Non è stato inviato nulla. Il PIN della sua carta è invariato.",
    neverArrived:
      "La sua banca non ha ricevuto nulla di questo cambio e non lo eseguirà. Il PIN della sua carta è invariato.",
  },
  inProgress: {
    title: "Il cambio del suo PIN è in corso",
    what: "La sua banca ha ricevuto il nuovo PIN e non ha ancora finito.",
    next: "Questa finestra chiede di nuovo ogni due secondi.",
  },
  unknown: {
    title: "Non è certo se il suo PIN sia stato cambiato",
    what: "Il nuovo PIN è stato inviato, ma non è arrivata nessuna risposta.",
    next: "Al prossimo pagamento provi il nuovo PIN e, se non funziona, quello vecchio. Oppure imposti qui ancora una volta un nuovo PIN: è un’operazione sicura.",
    checkAgain: "Controlla di nuovo",
    sameAsBefore: "È stato chiesto di nuovo alla sua banca, ma neanche la banca lo sa.",
  },
  toCards: "Torna alle carte",
  another: "Scegli un altro PIN",
  bySms: "Cambia con un codice via SMS",
  otherWay: "Prova in un altro modo",
  toComputer: "Vedi l’associazione",
};

export const pausedChange: WindowTexts["pausedChange"] = {
  title: "Il nuovo PIN non è ancora stato inviato",
  what: "Al momento dell’invio la sua banca ha chiesto un nuovo accesso. Non è cambiato nulla e il nuovo PIN è conservato qui, cifrato.",
  next: "Lo invii ora, se lo desidera ancora.",
  send: "Invia il nuovo PIN",
  giveUp: "Non cambiare il PIN",
};

export const openChange: WindowTexts["openChange"] = {
  title: "Esito del suo ultimo cambio di PIN",
  asking: "Ha lasciato il programma prima che l’esito fosse certo. Richiesta alla sua banca in corso…",
  notAnswered:
    "Ha lasciato il programma prima che l’esito fosse certo e la sua banca non ha ancora potuto dire com’è finito il cambio.",
  later: "Non ora",
};

export const moment: WindowTexts["moment"] = {
  changedAt: "Cambiato il",
  computer: "Computer",
  reference: "Riferimento",
  copy: "Copia",
  copyReference: "Copia il riferimento",
  copied: "Copiato.",
};
