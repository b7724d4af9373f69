import type { WindowTexts } from "../window-texts.ts";

export const help: WindowTexts["help"] = {
  title: "Aiuto",
  contact: {
    title: "Come contattare la sua banca",
    intro: "Se un messaggio di questo programma mostrava un numero di errore, lo tenga a portata di mano.",
    phone: "Telefono",
    email: "Indirizzo e-mail",
    website: "Sito web",
    hours: "Orari",
    asUsual: "Contatti la sua banca nel modo che già conosce.",
    copy: "Copia",
    copied: "Copiato: {contact}",
    call: "Chiama",
    write: "Scrivi un’e-mail",
    asked: "Ora dovrebbe aprirsi il programma adatto. In caso contrario, copi il contatto.",
    notAsked: "Questo computer non ha un programma adatto. Copi invece il contatto.",
  },
  neverAsked: {
    title: "Che cosa la sua banca non chiede mai",
    secrets:
      "Nessuno della sua banca le chiederà mai il PIN di una carta, la password del dispositivo o un codice che le è stato inviato: né per telefono, né per e-mail, né per posta, né via SMS.",
    computer:
      "Nessuno le chiederà neppure di mostrare lo schermo, di lasciar usare ad altri il suo computer o di scegliere un PIN suggerito da altri.",
    ifAsked:
      "Se qualcuno lo fa comunque, chiunque dica di essere: chiuda la telefonata o non risponda. Poi sia lei a contattare la banca, in un modo che conosceva già prima.",
    ifTold:
      "Se ha già rivelato qualcosa, contatti subito la sua banca, cambi il PIN della carta e rimuova i dispositivi che non conosce.",
  },
};

export const diagnosis: WindowTexts["diagnosis"] = {
  title: "Che cosa serve a questo programma",
  intro:
    "Qui vede se tutto è presente e funziona. Il rapporto non contiene alcun nome, numero, indirizzo o segreto suo: può quindi darlo all’assistenza.",
  checking: "Verifica in corso…",
  checked: "Verificato: {time}",
  again: "Verifica di nuovo",
  copy: "Copia il rapporto",
  copied: "Il rapporto è stato copiato. Può incollarlo in un messaggio per l’assistenza.",
  save: "Salva il rapporto…",
  saved: "Il rapporto è stato salvato.",
  state: {
    works: "Funziona",
    attention: "Da controllare",
    problem: "Non funziona",
  },
  bank: {
    name: "La sua banca",
    reachable: "Risponde.",
  },
  way: {
    name: "Connessione alla sua banca",
    direct: "Diretto, senza server proxy.",
    proxy: "Attraverso un server proxy.",
    unknown: "Questo computer non ha indicato se c’è un server proxy.",
  },
  tls: {
    name: "Cifratura",
    used: "Le connessioni sono cifrate (TLS).",
    "not-used": "Le connessioni non sono cifrate. Solo una dimostrazione ne fa a meno.",
  },
  clock: {
    name: "Orologio",
    right: "È esatto.",
    slow: "È indietro di {difference}. Lo regoli.",
    fast: "È avanti di {difference}. Lo regoli.",
    unknown: "Solo una risposta della sua banca dice se è esatto, e non è arrivata.",
  },
  keychain: {
    name: "Portachiavi",
    which: {
      "secret-service": "Portachiavi della sua sessione (Secret Service)",
      "macos-keychain": "Portachiavi di macOS",
      "windows-credentials": "Gestione credenziali di Windows",
    },
    works: "Si può leggere e scrivere.",
    locked: "È bloccato. Lo sblocchi, di solito uscendo dalla sessione del computer e accedendo di nuovo.",
    unavailable: "Non ha risposto. Esca dalla sessione del computer e acceda di nuovo.",
    silent: "Non ha risposto in tempo. Forse una domanda del sistema la aspetta sullo schermo.",
  },
  key: { name: "La sua chiave digitale" },
  rendering: {
    name: "Visualizzazione",
    hardware: "La scheda grafica disegna questa finestra.",
    software: "Questa finestra è disegnata senza la scheda grafica. Può essere più lento.",
  },
  screenReader: {
    name: "Lettore di schermo",
    on: "Ce n’è uno in uso, secondo il sistema.",
    off: "Non ce n’è in uso, secondo il sistema.",
  },
  language: { name: "Lingua" },
  program: { name: "Programma", running: "In funzione da {duration}" },
  system: { name: "Sistema operativo", other: "Un altro" },
  errors: {
    title: "Ultimi errori",
    none: "Nessuno da quando questo programma è stato avviato.",
  },
};

export const about: WindowTexts["about"] = {
  title: "Informazioni su {product}",
  version: "Versione {version}",
  privacy: "Informativa sulla privacy",
  licences: "Licenze",
  licencesWhat: "Questo programma contiene software di altri autori. Qui può leggerne le licenze.",
  showLicences: "Mostra le licenze",
};
