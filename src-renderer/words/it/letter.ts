import type { WindowTexts } from "../window-texts.ts";

export const letter: WindowTexts["letter"] = {
  instead:
    "Se la sua banca non ha un suo numero di cellulare, lei può ricevere il codice per lettera. Ci vogliono alcuni giorni.",
  offer: {
    title: "Ricevere il codice per lettera",
    what: "La sua banca non ha un numero di cellulare a cui inviare un codice. Può invece farglielo arrivare per lettera.",
    days: "Una lettera impiega alcuni giorni. Nel frattempo può chiudere questo programma e inserire il codice quando la lettera sarà arrivata.",
    address: "Se ha cambiato casa, comunichi prima il nuovo indirizzo alla sua banca.",
    send: "Richiedi una lettera",
  },
  limited: "La sua banca limita quante lettere può richiedere. Poi bisogna aspettare, forse alcuni giorni.",
  wait: "Potrà richiedere di nuovo una lettera il {when}.",
  byMessage: "Prova via SMS",
  title: "Il codice arriva per lettera",
  what: "È stata richiesta una lettera con un codice per lei. Appena la riceve, inserisca qui il codice.",
  askedFor: "Richiesta il",
  countsUntil: "Codice valido fino al",
  countedUntil: "Il codice era valido fino al",
  meanwhile:
    "Finché non riceve la lettera, qui non c’è nulla da fare. Può chiudere questo programma e spegnere il computer.",
  kept: "Della lettera si conservano su questo computer solo queste date, non il codice.",
  enter: "Inserisci il codice",
  cancel: "Annulla la lettera",
  cancelAsk: "Annullare la lettera? Il suo codice non sarà più valido, anche se la lettera dovesse ancora arrivare.",
  cancelNot: "Non annullare",
  noRoom:
    "Può avere {limit} dispositivi associati e ha già raggiunto questo numero. Per poter associare questo computer, deve prima rimuoverne uno. Il codice della sua lettera non è stato usato.",
  again: {
    open: "Richiedi una nuova lettera",
    title: "Richiedere una nuova lettera?",
    what: "Il codice della lettera precedente non sarà più valido, anche se dovesse ancora arrivare. Se forse è solo in ritardo, la aspetti.",
    send: "Richiedi una nuova lettera",
  },
  code: {
    title: "Inserire il codice della lettera",
    intro: "Lo inserisca esattamente come è stampato, per associare «{name}».",
    label: "Codice della lettera",
    hint: "Lettere e cifre. Faccia attenzione a maiuscole e minuscole.",
    empty: "Inserisca il codice della lettera.",
    leftOut:
      "Il codice di una lettera ha solo lettere dalla A alla Z senza accenti e cifre. Il resto è stato tralasciato.",
    full: "Nessun codice è così lungo. Il resto è stato tralasciato.",
    refused:
      "Non è il codice valido. Lo confronti, carattere per carattere, con la sua lettera più recente e lo corregga. Troppi tentativi errati possono far scadere il codice.",
  },
  over: {
    title: "Il codice della sua lettera non è più valido",
    expiredTitle: "Il codice della sua lettera è scaduto",
    expired: "Richieda una nuova lettera se vuole ancora associare questo computer.",
    early:
      "Lo comunica la sua banca, anche se doveva esserci ancora tempo. Forse è stato usato su un altro computer, è stato inserito troppe volte un codice errato, la lettera è stata annullata altrove o ne è stata richiesta una più recente.",
    unknown:
      "Lo comunica la sua banca. Forse il tempo è scaduto, il codice è stato usato su un altro computer, è stato inserito troppe volte un codice errato o la lettera è stata annullata altrove.",
    linkedSince:
      "Da allora è stato associato «{name}», il {when}. Se è avvenuto con questo codice, per questo computer serve un’altra lettera. Se non conosce quel dispositivo, contatti subito la sua banca.",
    without: "Ricomincia senza lettera",
  },
  startOver: {
    ask: "Ricominciare? Il suo codice è già stato usato. Se è arrivato per lettera, le servirà una nuova lettera.",
    not: "Non ricominciare",
  },
  cancelled: {
    title: "La lettera è stata annullata",
    what: "Il suo codice non è più valido. Se la lettera dovesse ancora arrivare, può distruggerla.",
    back: "Torna all’associazione",
  },
};
