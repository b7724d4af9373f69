import type { WindowTexts } from "../window-texts.ts";

export const token: WindowTexts["token"] = {
  step: "Chiave di sicurezza",
  choice: "Dove viene conservata la chiave di questo computer",
  inKeychain: "Nel portachiavi di questo computer, con una password del dispositivo",
  on: "Sulla chiave di sicurezza «{label}», con il suo PIN",
  onUnnamed: "Sulla chiave di sicurezza senza nome, con il suo PIN",
  before: "Sulla chiave di sicurezza scelta in precedenza, con il suo PIN",
  note: "Su una chiave di sicurezza o una smart card la chiave non può essere copiata. Ogni cambio richiede allora quella chiave di sicurezza e il suo PIN.",
  gives: {
    title: "Configurare la chiave di sicurezza",
    what: "Serve a ogni cambio, insieme al suo PIN.",
  },
  look: "Cerca una chiave di sicurezza",
  looking: "Ricerca di chiavi di sicurezza…",
  none: "Alle {time} non è stata trovata nessuna chiave di sicurezza utilizzabile. Deve essere inserita, avere un PIN e non essere bloccata.",
  unnamed: "senza nome",
  setTitle: "Configurare la chiave di sicurezza",
  setWhat: "La chiave di sicurezza «{label}» creerà la chiave di questo computer e la conserverà. La lasci inserita.",
  setPin:
    "Il PIN della chiave di sicurezza le verrà chiesto ogni volta che cambia il PIN di una carta su questo computer. La sua banca non lo conosce. Troppi PIN sbagliati possono bloccare la chiave di sicurezza.",
  set: "Configura la chiave di sicurezza",
  label: "PIN della chiave di sicurezza",
  hint: "Il PIN della chiave di sicurezza «{label}», non quello di una carta.",
  empty: "Inserisca il PIN della sua chiave di sicurezza.",
  refused: "Qui si possono inserire solo lettere dalla A alla Z, cifre, spazi e simboli.",
  full: "Qui si possono inserire al massimo {most} caratteri; non c’è più posto.",
  reveal: {
    show: "Mostra il PIN della chiave di sicurezza",
    hide: "Nascondi il PIN della chiave di sicurezza",
    shown: "Il PIN è visibile ancora per {seconds, plural, one {# secondo} other {# secondi}}.",
    hidden: "Il PIN è di nuovo nascosto.",
  },
  checking: "Verifica con la chiave di sicurezza…",
  waits: "La sua chiave di sicurezza non ha ancora risposto. Se lampeggia, la tocchi. Ha un minuto in tutto.",
  few: "Altri PIN sbagliati possono bloccarla.",
  last: "Il prossimo PIN sbagliato la bloccherà.",
  linked: "A ogni cambio servono la chiave di sicurezza e il suo PIN, senza codice via SMS.",
  linkedLost: "Se perde la chiave di sicurezza: rimuova questo computer in «{devices}», poi lo associ di nuovo.",
  which: "È la chiave di sicurezza «{label}».",
  removeAsk:
    "Rimuovere questo computer? Da qui non si potrà più cambiare il PIN di una carta. Le sue carte e i relativi PIN restano come sono. Per usare di nuovo il computer le servirà un nuovo codice.",
  removeHint:
    "Per rimuovere anche la sua chiave dalla chiave di sicurezza «{label}», la lasci inserita e ne inserisca il PIN.",
  removeBoth: "Rimuovi il computer e la sua chiave",
  removeOnly: "Rimuovi solo questo computer",
  howTo: {
    title: "Conservare la chiave su una chiave di sicurezza",
    also: "token YubiKey smart card USB TPM PIN errato bloccata persa smarrita",
    what: "Se la sua banca lo offre, una chiave di sicurezza o una smart card può conservare la chiave di questo computer. La sceglie quando associa il computer. Ogni cambio del PIN di una carta richiede allora quella chiave di sicurezza e il suo PIN, al posto di una password del dispositivo.",
    wrong:
      "La chiave di sicurezza conta da sé i PIN sbagliati e può bloccarsi. Solo con il suo programma si può sbloccarla o cambiarne il PIN; la sua banca non può farlo.",
    lost: "Se ha perso la chiave di sicurezza: acceda, scelga «{devices}» e rimuova questo computer. Poi lo associ di nuovo, con un nuovo codice.",
  },
  removed:
    "Questo computer è stato rimosso e la sua chiave è stata eliminata dalla chiave di sicurezza. Lo associ solo se vuole usarlo di nuovo.",
  left: "Questo computer è stato rimosso. La sua chiave è ancora sulla chiave di sicurezza «{label}»; la sua banca non la accetta più. Può rimuoverla con il programma della chiave di sicurezza: si chiama «Cardbound».",
};

export const tokenErrors: WindowTexts["tokenErrors"] = {
  ERR_TOKEN_PIN_WRONG: {
    what: "Questo non è il PIN della sua chiave di sicurezza.",
    next: "Inserisca il PIN della chiave di sicurezza, non quello di una carta.",
  },
  ERR_TOKEN_PIN_LENGTH: {
    what: "Il PIN della sua chiave di sicurezza ha un’altra lunghezza: quello inserito non è stato provato.",
    next: "Inserisca il PIN della chiave di sicurezza, non quello di una carta.",
  },
  ERR_TOKEN_LAST_TRY: {
    what: "Il codice inserito non è ancora stato provato: il prossimo PIN della chiave di sicurezza che sia sbagliato la bloccherà.",
    next: "Inserisca di nuovo il PIN della chiave di sicurezza solo se lo conosce con certezza.",
  },
  ERR_TOKEN_LOCKED: {
    what: "La sua chiave di sicurezza è bloccata.",
    next: "La sblocchi con il suo programma. Se non è possibile, rimuova questo computer in «Dispositivi», poi lo associ di nuovo.",
  },
  ERR_TOKEN_MISSING: {
    what: "La chiave di sicurezza che ha scelto per questo computer non è inserita.",
    next: "La inserisca, poi riprovi.",
  },
  ERR_TOKEN_AMBIGUOUS: {
    what: "Sono inserite due chiavi di sicurezza con lo stesso nome.",
    next: "Lasci inserita solo quella giusta, poi riprovi.",
  },
  ERR_TOKEN_SILENT: {
    what: "La sua chiave di sicurezza non ha risposto in tempo.",
    next: "Riprovi, e tocchi la chiave di sicurezza se lampeggia.",
  },
  ERR_TOKEN_KEY_MISSING: {
    what: "La chiave di questo computer non si trova sulla chiave di sicurezza.",
    next: "Rimuova questo computer in «Dispositivi», poi lo associ di nuovo.",
  },
  ERR_TOKEN_KEY_OTHER: {
    what: "Sulla chiave di sicurezza c’è un’altra chiave al posto di quella di questo computer. Non è stata modificata.",
    next: "Ricominci, oppure rimuova solo questo computer in «Dispositivi». Poi lo colleghi di nuovo.",
  },
  ERR_TOKEN_UNUSABLE: {
    what: "Questa chiave di sicurezza non può conservare una chiave per le sue carte.",
    next: "Ricominci e scelga il portachiavi di questo computer, oppure usi un’altra chiave di sicurezza.",
  },
  ERR_TOKEN_MODULE: {
    what: "Il software della sua chiave di sicurezza non c’è, o non è la versione che la sua banca consente.",
    next: "Chieda alla sua banca, o a chi si occupa di questo computer.",
  },
  ERR_TOKEN_FAILED: {
    what: "La sua chiave di sicurezza, o il suo software, non ha funzionato.",
    next: "La tolga, la inserisca di nuovo, poi riprovi.",
  },
};
