import type { WindowTexts } from "../window-texts.ts";

export const howTo: WindowTexts["howTo"] = {
  title: "So geht es",
  search: "Hilfe durchsuchen",
  found:
    "{count, plural, =0 {Keine Antwort gefunden. Versuchen Sie ein anderes Wort, oder fragen Sie Ihre Bank.} one {# Antwort gefunden.} other {# Antworten gefunden.}}",
  link: {
    also: "hinterlegen verbinden koppeln verknüpfen einrichten Gerät anfangen",
    what: "Wenn dieser Computer registriert ist, bestätigen Sie eine neue Karten-PIN hier mit Ihrem Gerätepasswort.",
    how: "Melden Sie sich an und wählen Sie „{link}“. Geben Sie dem Computer einen Namen, geben Sie den Code ein, den Ihre Bank an Ihr Mobiltelefon sendet, und wählen Sie ein Gerätepasswort.",
    kept: "Ihre Karten und deren PINs bleiben, wie sie sind.",
  },
  pin: {
    title: "Neue Karten-PIN wählen",
    also: "Geheimzahl Geheimnummer ändern",
    how: "Melden Sie sich an, wählen Sie neben der Karte „{changePin}“ und geben Sie die neue PIN zweimal ein. Sie bestätigen sie mit Ihrem Gerätepasswort oder mit einem Code per SMS.",
    old: "Die alte PIN brauchen Sie nicht. Wenn Sie sie vergessen haben, wählen Sie auf demselben Weg eine neue.",
  },
  passcode: {
    also: "Kennwort verloren zurücksetzen falsch",
    how: "Melden Sie sich an, wählen Sie „{devices}“ und dann „{forgotten}“.",
    wrong:
      "Wird fünfmal hintereinander ein falsches Gerätepasswort eingegeben, wird der Schlüssel auf diesem Computer gelöscht.",
  },
  code: {
    title: "Mit einem Code per SMS bestätigen",
    also: "TAN mTAN smsTAN Handy Nummer nicht registriert",
    what: "Ohne registrierten Computer bestätigen Sie jede neue Karten-PIN mit einem Code aus sechs Ziffern, der per SMS an Ihr Mobiltelefon kommt.",
    how: "Tippen Sie den Code in dieses Fenster, oder fügen Sie die ganze SMS ein. Wenn keine kommt, wählen Sie „{newCode}“.",
  },
  lost: {
    title: "Computer oder Telefon verloren oder gestohlen",
    also: "Diebstahl Handy weg sperren PIN SIM",
    first: "Wenden Sie sich sofort an Ihre Bank. Wenn auch Ihre Karten weg sind, lassen Sie sie dort sperren.",
    computer:
      "Der Computer: Melden Sie sich an einem anderen registrierten Computer an, wählen Sie „{devices}“ und entfernen Sie den verlorenen. Wenn kein anderer registriert ist, registrieren Sie zuerst einen.",
    key: "Ohne Ihr Gerätepasswort kann der Schlüssel auf dem verlorenen Computer nicht benutzt werden. Fünf falsche hintereinander löschen ihn.",
    phone:
      "Das Telefon: Die Codes gehen an seine Nummer. Lassen Sie auch die SIM-Karte von Ihrem Mobilfunkanbieter sperren.",
  },
  phishing: {
    also: "Phishing Betrug Anruf Betrüger falsche Bank",
  },
};
