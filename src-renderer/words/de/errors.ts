import type { WindowTexts } from "../window-texts.ts";

export const errors: WindowTexts["errors"] = {
  ERR_INTERNAL: {
    what: "In diesem Programm ist etwas schiefgegangen.",
    next: "Versuchen Sie es erneut. Wenn es wieder geschieht, beenden Sie das Programm und starten Sie es neu.",
  },
  ERR_UNTRUSTED_SENDER: {
    what: "Dieses Fenster durfte das nicht tun.",
    next: "Beenden Sie das Programm und starten Sie es neu.",
  },
  ERR_BAD_ARGUMENT: {
    what: "Diese Eingabe hat nicht die richtige Form.",
    next: "Prüfen Sie, was Sie eingegeben haben, und versuchen Sie es erneut.",
  },
  ERR_BUSY: {
    what: "Ein anderer Schritt läuft noch.",
    next: "Warten Sie einen Moment und versuchen Sie es dann erneut.",
  },
  ERR_NOT_SIGNED_IN: {
    what: "Sie sind nicht mehr angemeldet.",
    next: "Melden Sie sich wieder an, um weiterzumachen.",
  },
  ERR_BACKEND_UNREACHABLE: {
    what: "Ihre Bank war nicht zu erreichen.",
    next: "Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut.",
  },
  ERR_BACKEND_TIMEOUT: {
    what: "Ihre Bank hat zu lange nicht geantwortet.",
    next: "Warten Sie einen Moment und versuchen Sie es dann erneut.",
  },
  ERR_NO_NETWORK: {
    what: "Dieser Computer ist mit keinem Netz verbunden.",
    next: "Verbinden Sie ihn und versuchen Sie es dann erneut.",
  },
  ERR_NETWORK_SIGN_IN: {
    what: "Etwas anderes hat an der Stelle Ihrer Bank geantwortet, vielleicht die Anmeldeseite dieses Netzes.",
    next: "Melden Sie sich in Ihrem Browser am Netz an und versuchen Sie es dann erneut. Wenn dort keine Anmeldung verlangt wird, wenden Sie sich an Ihre Bank.",
  },
  ERR_CONNECTION_NOT_TRUSTED: {
    what: "Es gibt keine sichere Verbindung zu Ihrer Bank.",
    next: "Melden Sie sich in Ihrem Browser am Netz an, falls es das verlangt, oder benutzen Sie ein anderes Netz, und versuchen Sie es dann erneut. Fragen Sie in einer Firma, wer sich um das Netz kümmert.",
  },
  ERR_CERTIFICATE_DATE: {
    what: "Nach Datum und Uhrzeit dieses Computers ist der Nachweis, dass es Ihre Bank ist, nicht gültig. Die Verbindung wurde deshalb nicht benutzt.",
    next: "Prüfen Sie Datum und Uhrzeit dieses Computers und versuchen Sie es dann erneut. Wenn beide stimmen, wenden Sie sich an Ihre Bank.",
  },
  ERR_PROXY_UNREACHABLE: {
    what: "Der Proxy aus den Netzeinstellungen dieses Computers ist nicht zu benutzen, deshalb führt kein Weg zu Ihrer Bank.",
    next: "Prüfen Sie, ob Sie im richtigen Netz sind, und versuchen Sie es dann erneut. Fragen Sie in einer Firma, wer sich um das Netz kümmert.",
  },
  ERR_PROXY_REFUSED: {
    what: "Der Proxy dieses Netzes hat die Verbindung zu Ihrer Bank nicht durchgelassen.",
    next: "Versuchen Sie es erneut. Wenn es wieder geschieht, fragen Sie, wer sich um das Netz kümmert.",
  },
  ERR_PROXY_PASSWORD: {
    what: "Der Proxy dieses Netzes verlangt eine Anmeldung.",
    next: "Geben Sie Name und Passwort für den Proxy ein und versuchen Sie es dann erneut.",
  },
  ERR_PROXY_PASSWORD_WRONG: {
    what: "Der Proxy hat diese Anmeldung nicht angenommen.",
    next: "Prüfen Sie den Namen und geben Sie das Passwort noch einmal ein. Nach mehreren falschen Versuchen sperrt Ihre Firma vielleicht Ihr Konto.",
  },
  ERR_PROXY_SIGN_IN: {
    what: "Der Proxy dieses Netzes verlangt eine Art der Anmeldung, die dieses Programm nicht kann.",
    next: "Benutzen Sie ein anderes Netz, oder fragen Sie, wer sich um dieses kümmert, ob das Programm durchgelassen werden kann.",
  },
  ERR_BACKEND_ANSWER: {
    what: "Die Antwort Ihrer Bank war nicht zu verstehen.",
    next: "Versuchen Sie es später erneut. Wenn es wieder geschieht, wenden Sie sich an Ihre Bank.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "Der Kartenservice ist zurzeit nicht verfügbar.",
    next: "Versuchen Sie es in einigen Minuten erneut.",
  },
  ERR_TOO_MANY_REQUESTS: {
    what: "Das wurde in kurzer Zeit zu oft versucht.",
    next: "Warten Sie einige Minuten und versuchen Sie es dann erneut.",
  },
  ERR_NOT_FOUND: {
    what: "Das gibt es nicht mehr.",
    next: "Gehen Sie zurück und sehen Sie noch einmal nach. Wenn Ihnen etwas fehlt, wenden Sie sich an Ihre Bank.",
  },
  ERR_REFUSED: {
    what: "Ihre Bank hat das nicht angenommen.",
    next: "Versuchen Sie es später erneut. Wenn es wieder geschieht, wenden Sie sich an Ihre Bank.",
  },
  ERR_KEYCHAIN_LOCKED: {
    what: "Der Schlüsselbund dieses Computers ist gesperrt.",
    next: "Entsperren Sie ihn und versuchen Sie es dann erneut.",
  },
  ERR_KEYCHAIN_UNAVAILABLE: {
    what: "Der Schlüsselbund dieses Computers kann nicht benutzt werden.",
    next: "Stellen Sie sicher, dass er läuft, und versuchen Sie es dann erneut.",
  },
  ERR_KEYCHAIN_SILENT: {
    what: "Der Schlüsselbund dieses Computers hat nicht rechtzeitig geantwortet. Was dort gespeichert werden sollte, wird vielleicht noch gespeichert.",
    next: "Vielleicht stellt Ihr Computer eine Frage, in einem Fenster hinter diesem. Beantworten Sie sie und versuchen Sie es dann erneut.",
  },
  ERR_KEYCHAIN_UNREADABLE: {
    what: "Der Schlüssel dieses Computers kann nicht gelesen werden.",
    next: "Wenden Sie sich an Ihre Bank, bevor Sie etwas entfernen.",
  },
  ERR_KEYCHAIN_LOST: {
    what: "Im Schlüsselbund dieses Computers liegt kein Schlüssel für Ihre Karten.",
    next: "Verbinden Sie diesen Computer.",
  },
  ERR_NOT_BOUND: {
    what: "Dieser Computer ist nicht mit Ihren Karten verbunden.",
    next: "Verbinden Sie ihn und versuchen Sie es dann erneut.",
  },
  ERR_ALREADY_BOUND: {
    what: "Dieser Computer ist schon verbunden.",
    next: "Gehen Sie weiter zu Ihren Karten.",
  },
  ERR_NO_MOBILE_NUMBER: {
    what: "Ihre Bank hat keine Mobilnummer, an die ein Code gesendet werden kann.",
    next: "Teilen Sie Ihrer Bank Ihre Mobilnummer mit und versuchen Sie es dann erneut.",
  },
  ERR_DEVICE_LIMIT: {
    what: "Sie haben so viele Geräte verbunden, wie Ihre Bank erlaubt.",
    next: "Entfernen Sie eines, das Sie nicht mehr benutzen, und versuchen Sie es dann erneut.",
  },
  ERR_CODE_REFUSED: {
    what: "Das ist nicht der Code, der gesendet wurde.",
    next: "Vergleichen Sie Ihre Eingabe mit der SMS und geben Sie den Code noch einmal ein. Nach einigen falschen Versuchen brauchen Sie einen neuen Code.",
  },
  ERR_CODE_EXPIRED: { what: "Dieser Code ist nicht mehr gültig.", next: "Fordern Sie einen neuen Code an." },
  ERR_DEVICE_REFUSED: {
    what: "Der Kartenservice akzeptiert diesen Computer nicht.",
    next: "Verbinden Sie diesen Computer neu. Wenn es wieder geschieht, wenden Sie sich an Ihre Bank.",
  },
  ERR_DEVICE_REMOVED: {
    what: "Dieser Computer wurde aus Ihren Geräten entfernt.",
    next: "Verbinden Sie ihn wieder, um ihn für Ihre Karten zu benutzen.",
  },
  ERR_DEVICE_UNCONFIRMED: {
    what: "Es steht nicht fest, dass der Schlüssel auf diesem Computer sein eigener ist.",
    next: "Sagen Sie zuerst, ob dieser Schlüssel benutzt oder dieser Computer neu verbunden werden soll.",
  },
  ERR_PROTECTION_REFUSED: {
    what: "Ihre Bank akzeptiert die Art nicht, wie dieser Computer seinen Schlüssel aufbewahren kann.",
    next: "Benutzen Sie einen anderen Computer, oder fragen Sie Ihre Bank, welche sie akzeptiert.",
  },
  ERR_PASSCODE_LENGTH: {
    what: "Ein Gerätepasswort hat 6 bis 64 Zeichen.",
    next: "Wählen Sie eines, das nicht kürzer und nicht länger ist.",
  },
  ERR_PASSCODE_CHARACTERS: {
    what: "Dieses Gerätepasswort enthält ein Zeichen, das nicht jede Tastatur hat.",
    next: "Verwenden Sie Buchstaben von A bis Z, Ziffern, Leerzeichen und Sonderzeichen.",
  },
  ERR_PASSCODE_REPEATED: {
    what: "Dieses Gerätepasswort wiederholt nur dieselben wenigen Zeichen.",
    next: "Wählen Sie eines, das schwerer zu erraten ist.",
  },
  ERR_PASSCODE_SEQUENCE: {
    what: "Dieses Gerätepasswort ist eine Reihe wie abcdef oder 123456.",
    next: "Wählen Sie eines, das schwerer zu erraten ist.",
  },
  ERR_PASSCODE_COMMON: {
    what: "Dieses Gerätepasswort benutzen viele Menschen. Es gehört deshalb zu den ersten, die ein Dieb ausprobiert.",
    next: "Wählen Sie eines, das schwerer zu erraten ist.",
  },
  ERR_PASSCODE_WRONG: {
    what: "Das ist nicht Ihr Gerätepasswort.",
    next: "Geben Sie das Gerätepasswort ein, das Sie beim Verbinden dieses Computers gewählt haben, keine Karten-PIN.",
  },
  ERR_PASSCODE_NEEDED: {
    what: "Ihr Gerätepasswort wird noch einmal gebraucht.",
    next: "Versuchen Sie es erneut und geben Sie es ein.",
  },
  ERR_KEY_ERASED: {
    what: "Der Schlüssel dieses Computers wurde nach fünf falschen Gerätepasswörtern gelöscht. Ihre Karten-PIN ist unverändert.",
    next: "Verbinden Sie diesen Computer wieder.",
  },
  ERR_PIN_DIGITS: { what: "Eine Karten-PIN hat genau vier Ziffern.", next: "Geben Sie vier Ziffern ein." },
  ERR_PIN_SEQUENCE: {
    what: "Diese Karten-PIN zählt aufwärts oder abwärts, wie 1234 oder 4321.",
    next: "Wählen Sie Ziffern, die keine Reihe bilden.",
  },
  ERR_PIN_REPEATED: {
    what: "In dieser Karten-PIN kommt dieselbe Ziffer dreimal oder öfter vor.",
    next: "Verwenden Sie jede Ziffer höchstens zweimal.",
  },
  ERR_PIN_GUESSABLE: {
    what: "Diese Karten-PIN gehört zu denen, die ein Dieb zuerst ausprobiert. Deshalb akzeptiert Ihre Bank sie nicht.",
    next: "Wählen Sie eine, in der kein Datum, kein Jahr, kein Wort und kein Muster steckt.",
  },
  ERR_PIN_REFUSED: {
    what: "Der Kartenservice erlaubt diese Karten-PIN nicht.",
    next: "Wählen Sie eine andere Karten-PIN.",
  },
  ERR_PIN_KEY_INVALID: {
    what: "Der Schlüssel, mit dem Ihre Karten-PIN verschlüsselt werden soll, ist nicht sicher.",
    next: "Machen Sie nicht weiter. Wenden Sie sich an Ihre Bank.",
  },
  ERR_PIN_KEY_OUTDATED: {
    what: "Der Kartenservice hat gerade eben seinen Schlüssel gewechselt.",
    next: "Geben Sie Ihre neue Karten-PIN noch einmal ein.",
  },
  ERR_ENCRYPTION_REFUSED: {
    what: "Der Kartenservice konnte die verschlüsselte Karten-PIN nicht lesen.",
    next: "Versuchen Sie es erneut. Wenn es wieder geschieht, wenden Sie sich an Ihre Bank.",
  },
  ERR_CARD_NOT_ELIGIBLE: {
    what: "Die PIN dieser Karte kann zurzeit nicht geändert werden.",
    next: "Wenden Sie sich wegen dieser Karte an Ihre Bank.",
  },
  ERR_ROUTE_REFUSED: {
    what: "Ihre Bank bietet diesen Weg, eine Karten-PIN zu ändern, nicht mehr an.",
    next: "Melden Sie sich ab und wieder an, um zu sehen, welche Wege sie anbietet.",
  },
  ERR_TAN_REFUSED: {
    what: "Das ist nicht der Code, der gesendet wurde. Ihre Karten-PIN ist unverändert.",
    next: "Vergleichen Sie Ihre Eingabe mit der SMS und geben Sie den Code noch einmal ein. Nach einigen falschen Versuchen brauchen Sie einen neuen Code.",
  },
  ERR_CHANGE_REQUEST_ENDED: {
    what: "Die Zeit für diese Änderung ist abgelaufen, oder es wurde zu oft ein falscher Code eingegeben. Ihre Karten-PIN ist unverändert.",
    next: "Fordern Sie einen neuen Code an. Die Karten-PIN brauchen Sie nicht noch einmal einzugeben.",
  },
  ERR_PIN_CHANGE_IN_PROGRESS: {
    what: "Diese Änderung Ihrer Karten-PIN wird noch ausgeführt.",
    next: "Warten Sie einen Moment und sehen Sie dann noch einmal nach.",
  },
  ERR_PIN_CHANGE_CLOSED: {
    what: "Diese Änderung wurde aufgegeben, bevor sie ausgeführt wurde. Ihre Karten-PIN ist unverändert.",
    next: "Legen Sie die Karten-PIN noch einmal fest.",
  },
  ERR_NOT_RECORDED: {
    what: "Ihre Bank konnte diesen Schritt nicht vermerken und hat deshalb nicht weitergemacht.",
    next: "Versuchen Sie es in einigen Minuten erneut.",
  },
  ERR_FOLDER_UNUSABLE: {
    what: "Ein Ordner dieses Programms kann nicht benutzt werden.",
    next: "Prüfen Sie, ob es ein Ordner ist, ob Sie darin lesen und schreiben dürfen und ob auf seinem Laufwerk noch Platz ist. Versuchen Sie es dann erneut.",
  },
  ERR_TOO_MANY_CALLS: {
    what: "In kurzer Zeit wurde zu viel auf einmal angefragt.",
    next: "Versuchen Sie es in ein paar Minuten erneut.",
  },
  ERR_JOURNAL: {
    what: "Dieser Computer konnte die Änderung nicht vermerken, deshalb wurde nichts gesendet. Ihre Karten-PIN ist unverändert.",
    next: "Prüfen Sie, ob auf seiner Festplatte noch Platz ist und ob Sie in dem Ordner schreiben dürfen. Versuchen Sie es dann erneut.",
  },
  ERR_SETTINGS_NOT_KEPT: {
    what: "Dieser Computer konnte Ihre Wahl nicht speichern.",
    next: "Prüfen Sie, ob auf seiner Festplatte noch Platz ist und ob Sie in dem Ordner schreiben dürfen. Versuchen Sie es dann erneut.",
  },
  ERR_REPORT_NOT_SAVED: {
    what: "Der Bericht konnte in diesem Ordner nicht gespeichert werden.",
    next: "Wählen Sie einen anderen Ordner, oder kopieren Sie den Bericht.",
  },
};
