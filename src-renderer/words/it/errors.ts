import type { WindowTexts } from "../window-texts.ts";
import { connectionErrors } from "./connection-errors.ts";

export const errors: WindowTexts["errors"] = {
  ...connectionErrors,
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
  ERR_SIGN_IN_CANCELLED: {
    what: "L’accesso è stato annullato.",
    next: "Acceda di nuovo quando vuole.",
  },
  ERR_SIGN_IN_DENIED: {
    what: "L’accesso è stato annullato sulla pagina della sua banca, oppure la banca lo ha rifiutato.",
    next: "Acceda di nuovo. Se la banca rifiuta ancora, la contatti.",
  },
  ERR_SIGN_IN_EXPIRED: {
    what: "L’accesso non è stato completato in tempo nel browser.",
    next: "Acceda di nuovo e completi l’accesso nel browser entro cinque minuti.",
  },
  ERR_SIGN_IN_UNAVAILABLE: {
    what: "Il servizio di accesso della sua banca non è raggiungibile al momento.",
    next: "Riprovi tra qualche minuto. Se il problema persiste, contatti la sua banca.",
  },
  ERR_SIGN_IN_FAILED: {
    what: "Dalla sua banca non è arrivata una risposta valida all’accesso.",
    next: "Acceda di nuovo. Se il problema persiste, contatti la sua banca.",
  },
  ERR_SIGN_IN_PORT: {
    what: "Questo programma non ha potuto ricevere la risposta del browser.",
    next: "Controlli se un software di sicurezza di questo computer blocca il programma, poi acceda di nuovo.",
  },
  ERR_SIGN_IN_OTHER_PERSON: {
    what: "Ha effettuato l’accesso con credenziali diverse da prima.",
    next: "Acceda con le credenziali con cui ha iniziato, oppure prima si disconnetta.",
  },
  ERR_SIGN_IN_TOO_WEAK: {
    what: "L’accesso appena effettuato non è sufficiente per questo passaggio.",
    next: "Acceda di nuovo nel modo richiesto dalla sua banca, o contatti la sua banca.",
  },
  ERR_SIGN_IN_AGAIN: {
    what: "Per questo passaggio la sua banca le chiede di accedere di nuovo.",
    next: "Acceda di nuovo per continuare.",
  },
  ERR_NO_CARDHOLDER: {
    what: "L’accesso è riuscito, ma alla sua banca non risultano sue carte per questo programma.",
    next: "Usi altre credenziali o contatti la sua banca.",
  },
  ERR_BACKEND_ANSWER: {
    what: "La risposta della sua banca non è comprensibile.",
    next: "Riprovi più tardi. Se succede di nuovo, contatti la sua banca.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "Al momento la sua banca non può farlo.",
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
  ERR_DEVICE_CONSENT_MISSING: {
    what: "La sua banca non ha il suo consenso a ricevere dati su questo computer.",
    next: "Riprovi. Senza il suo consenso non viene inviato alcun dato di questo tipo.",
  },
  ERR_DEVICE_DATA_REQUIRED: {
    what: "Per questo passaggio la sua banca richiede dati su questo computer, e non ce n’erano.",
    next: "Cambi il PIN della carta con un codice via SMS, se la sua banca lo offre, o chieda alla sua banca.",
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
    next: "Associ questo computer.",
  },
  ERR_NOT_BOUND: { what: "Questo computer non è associato alle sue carte.", next: "Lo associ, poi riprovi." },
  ERR_ALREADY_BOUND: { what: "Questo computer è già associato.", next: "Prosegua con le sue carte." },
  ERR_NO_MOBILE_NUMBER: {
    what: "La sua banca non ha un numero di cellulare a cui inviare un codice.",
    next: "Comunichi il suo numero di cellulare alla sua banca, poi riprovi.",
  },
  ERR_DEVICE_LIMIT: {
    what: "Ha già associato tutti i dispositivi che la sua banca consente.",
    next: "Ne rimuova uno che non usa più, poi riprovi.",
  },
  ERR_CODE_REFUSED: {
    what: "Questo non è il codice che è stato inviato.",
    next: "Lo confronti con l’SMS e lo inserisca di nuovo.",
  },
  ERR_CODE_EXPIRED: { what: "Questo codice non è più valido.", next: "Chieda un nuovo codice." },
  ERR_ACTIVATION_CODE_EXISTS: {
    what: "Le è già stata inviata una lettera con un codice, che è ancora valido.",
    next: "Inserisca il codice della lettera o chieda una nuova lettera: il codice precedente non sarà più valido.",
  },
  ERR_DEVICE_REFUSED: {
    what: "La sua banca non accetta questo computer.",
    next: "Associ di nuovo questo computer. Se succede di nuovo, contatti la sua banca.",
  },
  ERR_DEVICE_REMOVED: {
    what: "Questo computer è stato rimosso dai suoi dispositivi.",
    next: "Lo associ di nuovo per usarlo con le sue carte.",
  },
  ERR_DEVICE_UNCONFIRMED: {
    what: "Non è certo che la chiave su questo computer gli appartenga.",
    next: "Indichi prima se usare questa chiave o se associare di nuovo questo computer.",
  },
  ERR_PROTECTION_REFUSED: {
    what: "La sua banca non accetta il modo in cui questo computer può conservare la chiave.",
    next: "Usi un altro computer o chieda alla sua banca quali accetta.",
  },
  ERR_PASSCODE_LENGTH: {
    what: "Questa password del dispositivo è troppo corta o troppo lunga.",
    next: "Usi da 6 a 64 caratteri.",
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
    what: "Questa password del dispositivo è una serie come abcdef o 123456.",
    next: "Ne scelga una più difficile da indovinare.",
  },
  ERR_PASSCODE_COMMON: {
    what: "Questa password del dispositivo è usata da molte persone, quindi è tra le prime che un ladro prova.",
    next: "Ne scelga una più difficile da indovinare.",
  },
  ERR_PASSCODE_WRONG: {
    what: "Questa non è la sua password del dispositivo.",
    next: "Inserisca quella scelta quando ha associato questo computer, non il PIN di una carta.",
  },
  ERR_PASSCODE_NEEDED: {
    what: "La password del dispositivo serve ancora una volta.",
    next: "Riprovi e la inserisca.",
  },
  ERR_KEY_ERASED: {
    what: "La chiave di questo computer è stata cancellata dopo cinque password del dispositivo errate. Il PIN della carta è invariato.",
    next: "Associ di nuovo questo computer.",
  },
  ERR_PIN_DIGITS: { what: "Il PIN della carta ha esattamente quattro cifre.", next: "Inserisca quattro cifre." },
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
    what: "La sua banca non permette questo PIN della carta.",
    next: "Scelga un altro PIN della carta.",
  },
  ERR_PIN_NOT_KEPT: {
    what: "Il nuovo PIN della carta non è stato inviato, perché la sua sessione si era chiusa.",
    next: "Acceda di nuovo e inserisca ancora una volta il nuovo PIN della carta, che non è stato conservato.",
  },
  ERR_PIN_KEY_INVALID: {
    what: "La chiave per cifrare il PIN della carta non è sicura.",
    next: "Non prosegua. Contatti la sua banca.",
  },
  ERR_PIN_KEY_OUTDATED: {
    what: "La sua banca ha appena cambiato la propria chiave.",
    next: "Inserisca ancora una volta il nuovo PIN della carta.",
  },
  ERR_ENCRYPTION_REFUSED: {
    what: "La sua banca non ha potuto leggere il PIN della carta cifrato.",
    next: "Riprovi. Se succede di nuovo, contatti la sua banca.",
  },
  ERR_CARD_NOT_ELIGIBLE: {
    what: "Al momento il PIN di questa carta non può essere cambiato.",
    next: "Contatti la sua banca riguardo a questa carta.",
  },
  ERR_ROUTE_REFUSED: {
    what: "La sua banca non offre più questo modo di cambiare il PIN di una carta.",
    next: "Si disconnetta e acceda di nuovo per vedere i modi che offre.",
  },
  ERR_TAN_REFUSED: {
    what: "Questo non è il codice che è stato inviato. Il PIN della carta è invariato.",
    next: "Lo confronti con l’SMS e lo inserisca di nuovo.",
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
  ERR_PROGRAM_CHANGED: {
    what: "Una parte di questo programma manca o non è quella originale, perciò il portachiavi non è stato toccato.",
    next: "Installi di nuovo il programma. Se non se lo aspettava, contatti la sua banca.",
  },
  ERR_START_REFUSED: {
    what: "Questo programma doveva avviarsi in un modo che non accetta.",
    next: "Lo avvii di nuovo senza ciò che è stato aggiunto. Se non l’ha aggiunto lei, chieda a chi si occupa di questo computer.",
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
  ERR_UPDATE_UNAVAILABLE: {
    what: "Il server con le nuove versioni di questo programma non ha risposto correttamente.",
    next: "Riprovi più tardi. Fino ad allora non cambia nulla.",
  },
  ERR_UPDATE_NOT_TRUSTED: {
    what: "Ciò che è arrivato come nuova versione di questo programma non proviene dal produttore o è danneggiato. Non è stato installato.",
    next: "Riprovi più tardi. Se succede di nuovo, contatti la sua banca.",
  },
  ERR_UPDATE_TOO_OLD: {
    what: "Secondo la data e l’ora di questo computer, le informazioni sulle nuove versioni di questo programma sono troppo vecchie.",
    next: "Controlli la data e l’ora di questo computer, poi riprovi. Se sono giuste, contatti la sua banca.",
  },
  ERR_UPDATE_NOT_STORED: {
    what: "Questo computer non ha potuto salvare la nuova versione di questo programma.",
    next: "Controlli che sul disco ci sia spazio e di poter scrivere nella cartella, poi riprovi.",
  },
  ERR_UPDATE_NOT_STARTED: {
    what: "Non è stato possibile avviare l’installazione della nuova versione.",
    next: "Riprovi. Se succede di nuovo, contatti la sua banca.",
  },
  ERR_UPDATE_REQUIRED: {
    what: "La sua banca non permette più di cambiare il PIN di una carta con questa versione del programma.",
    next: "Installi la nuova versione, proposta nella schermata delle sue carte.",
  },
  ERR_REPORT_NOT_SAVED: {
    what: "Non è stato possibile salvare il rapporto in questa cartella.",
    next: "Scelga un’altra cartella, oppure copi il rapporto.",
  },
};
