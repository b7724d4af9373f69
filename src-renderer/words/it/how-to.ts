import type { WindowTexts } from "../window-texts.ts";

export const howTo: WindowTexts["howTo"] = {
  title: "Come fare",
  search: "Cerca nell’aiuto",
  found:
    "{count, plural, =0 {Nessuna risposta trovata. Provi un’altra parola o chieda alla sua banca.} one {# risposta trovata.} other {# risposte trovate.}}",
  link: {
    also: "registrare dispositivo configurare iniziare",
    what: "Quando questo computer è associato, qui conferma un nuovo PIN della carta con la password del dispositivo.",
    how: "Acceda e scelga «{link}». Dia un nome al computer, inserisca il codice che la sua banca invia al suo cellulare e scelga una password del dispositivo.",
    kept: "Le sue carte e i relativi PIN restano come sono.",
  },
  pin: {
    title: "Scegliere un nuovo PIN della carta",
    also: "codice segreto modificare dimenticato",
    how: "Acceda, scelga «{changePin}» accanto alla carta e inserisca due volte il nuovo PIN. Lo conferma con la password del dispositivo o con un codice via SMS.",
    old: "Il vecchio PIN non serve. Se lo ha dimenticato, ne scelga uno nuovo allo stesso modo.",
  },
  passcode: {
    also: "persa smarrita reimpostare sbagliata",
    how: "Acceda, scelga «{devices}», poi «{forgotten}».",
    wrong:
      "Se una password del dispositivo errata viene inserita cinque volte di seguito, la chiave di questo computer viene cancellata.",
  },
  code: {
    title: "Conferma con un codice via SMS",
    also: "TAN OTP telefonino numero messaggio sei cifre",
    what: "Senza un computer associato, conferma ogni nuovo PIN della carta con un codice di sei cifre, che arriva via SMS sul suo cellulare.",
    how: "Scriva il codice in questa finestra o incolli l’intero SMS. Se non arriva, scelga «{newCode}».",
  },
  lost: {
    title: "Computer o telefono smarrito o rubato",
    also: "furto ladro perso bloccare PIN SIM",
    first: "Contatti subito la sua banca. Se ha perso anche le carte, le faccia bloccare.",
    computer:
      "Il computer: acceda su un altro computer associato, scelga «{devices}» e rimuova quello smarrito. Se non ci sono altri computer associati, prima ne associ uno.",
    key: "Senza la password del dispositivo, la chiave sul computer smarrito non può essere usata. Dopo cinque password errate di seguito viene cancellata.",
    phone: "Il telefono: i codici vengono inviati al suo numero. Faccia bloccare anche la SIM dal suo operatore.",
  },
  phishing: {
    also: "phishing frode truffa truffatore chiamata falso operatore",
  },
};
