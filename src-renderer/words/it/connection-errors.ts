import type { WindowTexts } from "../window-texts.ts";

export const connectionErrors = {
  ERR_BACKEND_UNREACHABLE: {
    what: "Non è stato possibile raggiungere la sua banca.",
    next: "Controlli la connessione a Internet, poi riprovi.",
  },
  ERR_BACKEND_TIMEOUT: {
    what: "La sua banca ha impiegato troppo tempo per rispondere.",
    next: "Attenda un momento, poi riprovi.",
  },
  ERR_NO_NETWORK: {
    what: "Questo computer non è connesso a nessuna rete.",
    next: "Lo connetta, poi riprovi.",
  },
  ERR_NETWORK_SIGN_IN: {
    what: "Non ha risposto la sua banca, ma forse la pagina di accesso di questa rete.",
    next: "Acceda alla rete nel suo browser, poi riprovi. Se non le viene chiesto, contatti la sua banca.",
  },
  ERR_CONNECTION_NOT_TRUSTED: {
    what: "Non c’è una connessione sicura alla sua banca.",
    next: "Acceda alla rete nel suo browser, se glielo chiede, oppure usi un’altra rete, poi riprovi. In azienda, chieda a chi si occupa della rete.",
  },
  ERR_SERVER_KEY_UNKNOWN: {
    what: "Il server che ha risposto non ha potuto provare a questo programma di essere quello della sua banca, quindi la connessione non è stata usata.",
    next: "Usi un’altra rete, poi riprovi. In azienda, chieda a chi si occupa della rete. Se succede ovunque, contatti la sua banca.",
  },
  ERR_CERTIFICATE_DATE: {
    what: "Secondo la data e l’ora di questo computer, la prova che si tratta della sua banca non è valida, quindi la connessione non è stata usata.",
    next: "Controlli la data e l’ora di questo computer, poi riprovi. Se sono giuste, contatti la sua banca.",
  },
  ERR_PROXY_UNREACHABLE: {
    what: "Il server proxy nelle impostazioni di rete di questo computer non si può usare, quindi non è possibile raggiungere la sua banca.",
    next: "Controlli di essere nella rete giusta, poi riprovi. In azienda, chieda a chi si occupa della rete.",
  },
  ERR_PROXY_REFUSED: {
    what: "Il server proxy di questa rete non ha lasciato passare la connessione alla sua banca.",
    next: "Riprovi. Se succede di nuovo, chieda a chi si occupa della rete.",
  },
  ERR_PROXY_PASSWORD: {
    what: "Il server proxy di questa rete chiede di accedere.",
    next: "Inserisca nome e password per il server proxy, poi riprovi.",
  },
  ERR_PROXY_PASSWORD_WRONG: {
    what: "Il server proxy non ha accettato questo accesso.",
    next: "Controlli il nome e inserisca di nuovo la password. Dopo vari tentativi errati la sua azienda potrebbe bloccare il suo account.",
  },
  ERR_PROXY_SIGN_IN: {
    what: "Il server proxy di questa rete vuole un tipo di accesso che questo programma non conosce.",
    next: "Usi un’altra rete, oppure chieda a chi si occupa di questa di lasciar passare il programma.",
  },
} satisfies Partial<WindowTexts["errors"]>;
