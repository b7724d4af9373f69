import type { WindowTexts } from "../window-texts.ts";

export const settings: WindowTexts["settings"] = {
  title: "Impostazioni",
  saved: "{setting}: {choice}. Salvato.",
  on: "attivato",
  off: "disattivato",
  asComputer: "Usa l’impostazione del sistema",
  language: "Lingua",
  theme: { title: "Aspetto", light: "Chiaro", dark: "Scuro" },
  textSize: "Dimensione del testo",
  keypad: {
    title: "Tastierino sullo schermo per il PIN della carta",
    off: "Disattivato",
    on: "Attivato",
    shuffled: "Attivato, con le cifre ogni volta in un altro ordine",
    screenReader: "Al momento il tastierino non viene mostrato, perché è in uso un lettore di schermo.",
  },
  window: "Questa finestra",
  capture: {
    label: "Nascondi questa finestra nelle schermate e nella condivisione dello schermo",
    works:
      "Le persone con cui condivide lo schermo non vedranno questa finestra. Disattivi questa opzione quando qualcuno deve aiutarla a distanza.",
    partly:
      "Da macOS 15 in poi è possibile solo in parte: i programmi più recenti per le schermate e la condivisione dello schermo mostrano comunque la finestra. Non ci faccia affidamento.",
    remote:
      "Sta usando questo computer a distanza. La finestra resta visibile, altrimenti non la vedrebbe nemmeno lei.",
    unsupported: "Su questo sistema non è possibile.",
  },
  rendering: {
    label: "Disattiva l’accelerazione hardware",
    hint: "Un po’ più lento. È utile se la finestra resta vuota o sfarfalla.",
    blankStart:
      "In un avvio precedente non è stato possibile mostrare la finestra. Per questo ora viene mostrata senza la scheda grafica. Disattivi questa opzione per riprovare a usarla.",
    noneAvailable: "Questo programma non trova qui una scheda grafica che possa usare, quindi ne fa comunque a meno.",
    nextStart: "Avrà effetto al prossimo avvio del programma.",
  },
};
