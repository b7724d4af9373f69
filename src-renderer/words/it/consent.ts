import type { WindowTexts } from "../window-texts.ts";

export const consent: WindowTexts["consent"] = {
  title: "Si possono inviare dati su questo computer?",
  what: "Per riconoscere questo computer si leggerebbero alcune sue caratteristiche: per esempio il sistema operativo, la lingua, il fuso orario, lo schermo e l’indirizzo di rete. Accade quando associa questo computer e ogni volta che cambia un PIN con esso.",
  whom: "Le legge un componente di un’altra azienda, scelta dalla sua banca, che può contattare i server di quell’azienda. Il risultato va alla sua banca e da lì alla banca che emette la sua carta.",
  why: "Serve loro per accorgersi quando qualcun altro cerca di usare la sua carta.",
  never: "Il PIN, la password del dispositivo e le chiavi non ne fanno parte.",
  optional: "La sua banca non lo richiede: anche senza, qui può fare le stesse cose.",
  required: "La sua banca lo richiede per associare questo computer e per cambiare un PIN con esso.",
  withdrawable: "Può cambiare la sua risposta in qualsiasi momento nelle impostazioni.",
  agree: "Acconsento",
  refuse: "Non inviare",
  notGiven: "La sua risposta quindi non ha ancora effetto, e non si raccoglie nulla.",
  without: {
    title: "La sua banca richiede questi dati",
    binding:
      "Non ha acconsentito all’invio di dati su questo computer. Senza di essi la sua banca non associa nessun computer.",
    change:
      "Non ha acconsentito all’invio di dati su questo computer. Senza di essi la sua banca non accetta da questo computer cambi di PIN con la sua chiave.",
    bySms:
      "Può invece cambiare il PIN di una carta con un codice via SMS. In quel caso non si inviano dati su questo computer.",
    noWay:
      "In questo programma la sua banca non offre altri modi. Se non vuole acconsentire, chieda alla sua banca come cambiare altrimenti il PIN della carta.",
    ask: "Rileggi la domanda",
  },
  settings: {
    title: "Dati su questo computer",
    none: "Non ha ancora risposto se si possono inviare dati su questo computer. Non si raccoglie nulla.",
    given: "Il {when} ha acconsentito all’invio di dati su questo computer quando lo associa o cambia un PIN con esso.",
    givenOnce: "Ha acconsentito all’invio di dati su questo computer quando lo associa o cambia un PIN con esso.",
    refused: "Non acconsente all’invio di dati su questo computer. Dal {when} non si raccoglie nulla.",
    open: "Leggi e decidi",
    withdraw: "Revoca il consenso",
    ask: "Revocare il consenso? Da quel momento non si raccoglie più nulla.",
    askRequired: "La sua banca non accetterà più da questo computer cambi di PIN con la sua chiave.",
    keep: "Lascia così",
    withdrawn: "Revocato. Non si raccoglie più nulla.",
    untold:
      "La sua banca non ha ancora confermato di essere a conoscenza della revoca. Questo programma gliela comunica di nuovo al suo prossimo accesso, o subito se lo desidera.",
    tellAgain: "Comunica di nuovo alla banca",
  },
};
