import type { WindowTexts } from "../window-texts.ts";

export const proxy: WindowTexts["proxy"] = {
  title: "Am Proxy anmelden",
  intro:
    "Das Netzwerk dieses Computers hat einen Proxy, der nach Name und Passwort fragt, bevor er Sie zu Ihrer Bank durchlässt. Beides haben Sie von der Person, die das Netzwerk betreut; oft ist es die Anmeldung, die Sie auch an diesem Computer benutzen.",
  asks: "Es fragt der Proxy {address}.",
  notBank:
    "Hier fragt nicht Ihre Bank. Geben Sie hier niemals eine Karten-PIN, Ihr Gerätepasswort oder einen Code Ihrer Bank ein.",
  readable:
    "Das Passwort geht unverschlüsselt an diesen Proxy, andere im Netzwerk können es also vielleicht mitlesen. Fahren Sie nur in einem Netzwerk fort, dem Sie vertrauen.",
  kept: "Dieses Programm behält beides im Arbeitsspeicher, bis Sie es schließen, und speichert es nirgends.",
  name: "Name für den Proxy",
  password: "Passwort für den Proxy",
  nameMissing: "Geben Sie den Namen ein. Er enthält keinen Doppelpunkt.",
  passwordMissing: "Geben Sie das Passwort ein.",
  refused: "Dieses Zeichen kann hier nicht eingegeben werden.",
  full: "Ein Passwort für den Proxy hat höchstens {most} Zeichen, mehr passen nicht hinein.",
  signIn: "Am Proxy anmelden",
  checking: "Der Proxy wird gefragt …",
  notAsked: "Der Proxy fragt im Moment nicht nach Name und Passwort. Gehen Sie zurück und versuchen Sie es erneut.",
  open: "Name und Passwort eingeben",
  signedIn: "Der Proxy hat Sie durchgelassen. Versuchen Sie jetzt noch einmal, was nicht funktioniert hat.",
};
