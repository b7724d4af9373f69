import type { WindowTexts } from "../window-texts.ts";

export const proxy: WindowTexts["proxy"] = {
  title: "Accesso al server proxy",
  intro:
    "La rete di questo computer ha un server proxy che chiede un nome e una password prima di consentire l’accesso alla sua banca. Li ha ricevuti da chi si occupa della rete; spesso sono quelli con cui accede a questo computer.",
  asks: "Li chiede il server proxy {address}.",
  notBank:
    "Non è la sua banca a chiederli. Non inserisca mai qui il PIN di una carta, la password del dispositivo o un codice inviato dalla sua banca.",
  readable:
    "La password viene inviata a questo server proxy senza cifratura: altri nella rete potrebbero leggerla. Continui solo in una rete di cui si fida.",
  kept: "Questo programma tiene entrambi in memoria finché non lo chiude, e non li salva da nessuna parte.",
  name: "Nome per il server proxy",
  password: "Password per il server proxy",
  nameMissing: "Inserisca il nome. Non contiene i due punti.",
  passwordMissing: "Inserisca la password.",
  refused: "Questo carattere non si può inserire qui.",
  full: "La password per il server proxy ha al massimo {most} caratteri: non c’è posto per altri.",
  signIn: "Accedi al server proxy",
  checking: "Si interroga il server proxy…",
  notAsked: "Al momento il server proxy non chiede nome e password. Torni indietro e riprovi.",
  open: "Inserisci nome e password",
  signedIn: "Il server proxy l’ha lasciata passare. Ora riprovi ciò che non ha funzionato.",
};
