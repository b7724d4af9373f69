import type { WindowTexts } from "../window-texts.ts";

export const errors: WindowTexts["errors"] = {
  ERR_INTERNAL: {
    what: "Si è verificato un errore in questo programma.",
    next: "Riprovi. Se succede di nuovo, chiuda il programma e lo riavvii.",
  },
  ERR_UNTRUSTED_SENDER: {
    what: "A questa finestra non era permesso farlo.",
    next: "Chiuda il programma e lo riavvii.",
  },
  ERR_BAD_ARGUMENT: {
    what: "Il dato inserito non ha il formato corretto.",
    next: "Controlli ciò che ha inserito e riprovi.",
  },
  ERR_BUSY: { what: "Un altro passaggio è ancora in corso.", next: "Attenda un momento, poi riprovi." },
  ERR_NOT_SIGNED_IN: { what: "La sua sessione non è più aperta.", next: "Acceda di nuovo per continuare." },
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
    what: "Qualcos’altro ha risposto al posto della sua banca, forse la pagina di accesso di questa rete.",
    next: "Acceda alla rete nel suo browser, poi riprovi. Se non le viene chiesto, contatti la sua banca.",
  },
  ERR_CONNECTION_NOT_TRUSTED: {
    what: "Non c’è una connessione sicura alla sua banca.",
    next: "Acceda alla rete nel suo browser, se glielo chiede, oppure usi un’altra rete, poi riprovi. In azienda, chieda a chi si occupa della rete.",
  },
  ERR_CERTIFICATE_DATE: {
    what: "Secondo la data e l’ora di questo computer, ciò che prova che è la sua banca non è valido, quindi la connessione non è stata usata.",
    next: "Controlli la data e l’ora di questo computer, poi riprovi. Se sono giuste, contatti la sua banca.",
  },
  ERR_PROXY_UNREACHABLE: {
    what: "Il server proxy nelle impostazioni di rete di questo computer non si può usare, quindi non c’è modo di arrivare alla sua banca.",
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
  ERR_BACKEND_ANSWER: {
    what: "La risposta della sua banca non è comprensibile.",
    next: "Riprovi più tardi. Se succede di nuovo, contatti la sua banca.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "Il servizio carte al momento non è disponibile.",
    next: "Riprovi tra qualche minuto.",
  },
  ERR_TOO_MANY_REQUESTS: {
    what: "Ci sono stati troppi tentativi in poco tempo.",
    next: "Attenda qualche minuto, poi riprovi.",
  },
  ERR_NOT_FOUND: {
    what: "Questo elemento non c’è più.",
    next: "Torni indietro e guardi di nuovo. Se manca qualcosa, contatti la sua banca.",
  },
  ERR_REFUSED: {
    what: "La sua banca non ha accettato questa operazione.",
    next: "Riprovi più tardi. Se succede di nuovo, contatti la sua banca.",
  },
  ERR_KEYCHAIN_LOCKED: { what: "Il portachiavi di questo computer è bloccato.", next: "Lo sblocchi, poi riprovi." },
  ERR_KEYCHAIN_UNAVAILABLE: {
    what: "Il portachiavi di questo computer non si può usare.",
    next: "Si assicuri che sia attivo, poi riprovi.",
  },
  ERR_KEYCHAIN_SILENT: {
    what: "Il portachiavi di questo computer non ha risposto in tempo. Ciò che si stava salvando potrebbe ancora essere salvato.",
    next: "Forse il computer sta ponendo una domanda, in una finestra dietro questa. Risponda, poi riprovi.",
  },
  ERR_KEYCHAIN_UNREADABLE: {
    what: "La chiave di questo computer non può essere letta.",
    next: "Contatti la sua banca prima di rimuovere qualcosa.",
  },
  ERR_KEYCHAIN_LOST: {
    what: "Il portachiavi di questo computer non contiene alcuna chiave per le sue carte.",
    next: "Colleghi questo computer.",
  },
  ERR_NOT_BOUND: { what: "Questo computer non è collegato alle sue carte.", next: "Lo colleghi, poi riprovi." },
  ERR_ALREADY_BOUND: { what: "Questo computer è già collegato.", next: "Prosegua con le sue carte." },
  ERR_NO_MOBILE_NUMBER: {
    what: "La sua banca non ha un numero di cellulare a cui inviare un codice.",
    next: "Comunichi il suo numero di cellulare alla sua banca, poi riprovi.",
  },
  ERR_DEVICE_LIMIT: {
    what: "Ha già collegato tutti i dispositivi che la sua banca consente.",
    next: "Ne rimuova uno che non usa più, poi riprovi.",
  },
  ERR_CODE_REFUSED: {
    what: "Questo non è il codice inviato.",
    next: "Lo confronti con il messaggio e lo inserisca di nuovo. Dopo alcuni tentativi errati serve un nuovo codice.",
  },
  ERR_CODE_EXPIRED: { what: "Questo codice non è più valido.", next: "Chieda un nuovo codice." },
  ERR_DEVICE_REFUSED: {
    what: "Il servizio carte non accetta questo computer.",
    next: "Colleghi da capo questo computer. Se succede di nuovo, contatti la sua banca.",
  },
  ERR_DEVICE_REMOVED: {
    what: "Questo computer è stato rimosso dai suoi dispositivi.",
    next: "Lo colleghi di nuovo per usarlo con le sue carte.",
  },
  ERR_DEVICE_UNCONFIRMED: {
    what: "Non è certo che la chiave su questo computer gli appartenga.",
    next: "Indichi prima se usare questa chiave o se collegare da capo questo computer.",
  },
  ERR_PROTECTION_REFUSED: {
    what: "La sua banca non accetta il modo in cui questo computer può conservare la chiave.",
    next: "Usi un altro computer o chieda alla sua banca quali accetta.",
  },
  ERR_PASSCODE_LENGTH: {
    what: "Una password del dispositivo ha da 6 a 64 caratteri.",
    next: "Ne scelga una che non sia né più corta né più lunga.",
  },
  ERR_PASSCODE_CHARACTERS: {
    what: "Questa password del dispositivo contiene un carattere che non tutte le tastiere hanno.",
    next: "Usi lettere dalla A alla Z senza accenti, cifre, spazi e simboli.",
  },
  ERR_PASSCODE_REPEATED: {
    what: "Questa password del dispositivo ripete sempre gli stessi pochi caratteri.",
    next: "Ne scelga una più difficile da indovinare.",
  },
  ERR_PASSCODE_SEQUENCE: {
    what: "Questa password del dispositivo è in ordine, come abcdef o 123456.",
    next: "Ne scelga una più difficile da indovinare.",
  },
  ERR_PASSCODE_COMMON: {
    what: "Questa password del dispositivo è usata da molte persone, quindi è tra le prime che un ladro prova.",
    next: "Ne scelga una più difficile da indovinare.",
  },
  ERR_PASSCODE_WRONG: {
    what: "Questa non è la sua password del dispositivo.",
    next: "Inserisca la password che ha scelto quando ha collegato questo computer, non il PIN di una carta.",
  },
  ERR_PASSCODE_NEEDED: {
    what: "La password del dispositivo serve ancora una volta.",
    next: "Riprovi e la inserisca.",
  },
  ERR_KEY_ERASED: {
    what: "La chiave di questo computer è stata cancellata dopo cinque password del dispositivo errate. Il PIN della carta è invariato.",
    next: "Colleghi di nuovo questo computer.",
  },
  ERR_PIN_DIGITS: { what: "Un PIN della carta ha esattamente quattro cifre.", next: "Inserisca quattro cifre." },
  ERR_PIN_SEQUENCE: {
    what: "Questo PIN della carta è una serie crescente o decrescente, come 1234 o 4321.",
    next: "Scelga cifre che non siano in ordine.",
  },
  ERR_PIN_REPEATED: {
    what: "Questo PIN della carta contiene la stessa cifra tre o più volte.",
    next: "Usi ogni cifra al massimo due volte.",
  },
  ERR_PIN_GUESSABLE: {
    what: "Questo PIN della carta è tra i primi che un ladro prova, quindi la sua banca non lo accetta.",
    next: "Ne scelga uno che non contenga date, anni, parole o schemi.",
  },
  ERR_PIN_REFUSED: {
    what: "Il servizio carte non permette questo PIN della carta.",
    next: "Scelga un altro PIN della carta.",
  },
  ERR_PIN_KEY_INVALID: {
    what: "La chiave per cifrare il PIN della carta non è sicura.",
    next: "Non prosegua. Contatti la sua banca.",
  },
  ERR_PIN_KEY_OUTDATED: {
    what: "Il servizio carte ha appena cambiato la propria chiave.",
    next: "Inserisca ancora una volta il nuovo PIN della carta.",
  },
  ERR_ENCRYPTION_REFUSED: {
    what: "Il servizio carte non ha potuto leggere il PIN della carta cifrato.",
    next: "Riprovi. Se succede di nuovo, contatti la sua banca.",
  },
  ERR_CARD_NOT_ELIGIBLE: {
    what: "Al momento il PIN di questa carta non può essere cambiato.",
    next: "Contatti la sua banca riguardo a questa carta.",
  },
  ERR_ROUTE_REFUSED: {
    what: "La sua banca non offre più questo modo di cambiare il PIN di una carta.",
    next: "Esca e acceda di nuovo per vedere i modi che offre.",
  },
  ERR_TAN_REFUSED: {
    what: "Questo non è il codice inviato. Il PIN della carta è invariato.",
    next: "Lo confronti con il messaggio e lo inserisca di nuovo. Dopo alcuni tentativi errati serve un nuovo codice.",
  },
  ERR_CHANGE_REQUEST_ENDED: {
    what: "Il tempo per questo cambio è scaduto oppure è stato inserito troppe volte un codice errato. Il PIN della carta è invariato.",
    next: "Chieda un nuovo codice. Non occorre inserire di nuovo il PIN della carta.",
  },
  ERR_PIN_CHANGE_IN_PROGRESS: {
    what: "Questo cambio del PIN della carta è ancora in corso.",
    next: "Attenda un momento, poi controlli di nuovo.",
  },
  ERR_PIN_CHANGE_CLOSED: {
    what: "Questo cambio è stato abbandonato prima di essere eseguito. Il PIN della carta è invariato.",
    next: "Imposti ancora una volta il PIN della carta.",
  },
  ERR_NOT_RECORDED: {
    what: "La sua banca non ha potuto registrare questo passaggio e quindi non ha proseguito.",
    next: "Riprovi tra qualche minuto.",
  },
  ERR_FOLDER_UNUSABLE: {
    what: "Una cartella di questo programma non può essere usata.",
    next: "Controlli che sia davvero una cartella, di poterla leggere e modificare e che sul suo disco ci sia spazio. Poi riprovi.",
  },
  ERR_TOO_MANY_CALLS: { what: "Sono state fatte troppe richieste in poco tempo.", next: "Riprovi tra qualche minuto." },
  ERR_JOURNAL: {
    what: "Questo computer non ha potuto registrare il cambio, quindi non è stato inviato nulla. Il PIN della carta è invariato.",
    next: "Controlli che sul disco ci sia spazio e di poter scrivere nella cartella, poi riprovi.",
  },
  ERR_SETTINGS_NOT_KEPT: {
    what: "Questo computer non ha potuto salvare la sua scelta.",
    next: "Controlli che sul disco ci sia spazio e di poter scrivere nella cartella, poi riprovi.",
  },
  ERR_REPORT_NOT_SAVED: {
    what: "Non è stato possibile salvare il rapporto in questa cartella.",
    next: "Scelga un’altra cartella, oppure copi il rapporto.",
  },
};
