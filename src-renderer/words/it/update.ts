import type { WindowTexts } from "../window-texts.ts";

export const update: WindowTexts["update"] = {
  title: "Nuova versione",
  searchTitle: "Nuove versioni",
  requiredTitle: "È necessaria una nuova versione",
  versions: "Questo programma ha la versione {old}. È disponibile la versione {version}.",
  required:
    "La sua banca non permette più di cambiare il PIN di una carta con questa versione. Tutto il resto continua a funzionare.",
  unknown: "Non si sa ancora di quale versione si tratti.",
  download: {
    what: "La nuova versione viene scaricata e controllata prima di essere installata. Intanto può continuare.",
    start: "Scarica",
    bar: "Avanzamento",
    running: "Scaricato: {percent}%",
  },
  ready: {
    what: "La nuova versione è su questo computer. Per installarla, questo programma deve chiudersi. Questo computer resta associato.",
    install: "Chiudi e installa…",
  },
  bySystem: "La installi con gli aggiornamenti del suo sistema oppure in un terminale con:",
  startAgain: "Poi chiuda questo programma e lo riavvii. Questo computer resta associato.",
  byPartner: "Chieda alla sua banca come ottenerla.",
  lookAgain: "Controlla di nuovo",
  none: "Al momento non è disponibile nessuna versione più recente.",
  notLooked: "Non è stato possibile sapere se esiste una versione più recente.",
};

export const updateNotice: WindowTexts["updateNotice"] = {
  available: "È disponibile una versione più recente di questo programma.",
  ready: "Una versione più recente di questo programma è pronta per essere installata.",
  required:
    "La sua banca non permette più di cambiare un PIN con questa versione del programma. Installi la nuova versione.",
  show: "Vedi la nuova versione",
};
