import type { WindowTexts } from "../window-texts.ts";
import { connectionErrors } from "./connection-errors.ts";

export const errors: WindowTexts["errors"] = {
  ...connectionErrors,
  ERR_INTERNAL: {
    what: "In diesem Programm ist etwas schiefgegangen.",
    next: "Versuchen Sie es erneut. Wenn es wieder passiert, beenden Sie das Programm und starten Sie es neu.",
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
  ERR_SIGN_IN_CANCELLED: {
    what: "Die Anmeldung wurde abgebrochen.",
    next: "Melden Sie sich erneut an, wenn Sie so weit sind.",
  },
  ERR_SIGN_IN_DENIED: {
    what: "Die Anmeldung wurde auf der Seite Ihrer Bank abgebrochen, oder Ihre Bank hat sie abgelehnt.",
    next: "Melden Sie sich noch einmal an. Wenn Ihre Bank sie wieder ablehnt, wenden Sie sich an Ihre Bank.",
  },
  ERR_SIGN_IN_EXPIRED: {
    what: "Die Anmeldung wurde im Browser nicht rechtzeitig abgeschlossen.",
    next: "Melden Sie sich noch einmal an, und schließen Sie die Anmeldung im Browser innerhalb von fünf Minuten ab.",
  },
  ERR_SIGN_IN_UNAVAILABLE: {
    what: "Die Anmeldung Ihrer Bank ist im Moment nicht zu erreichen.",
    next: "Versuchen Sie es in einigen Minuten erneut. Hilft das nicht, wenden Sie sich an Ihre Bank.",
  },
  ERR_SIGN_IN_FAILED: {
    what: "Auf die Anmeldung kam keine gültige Antwort Ihrer Bank.",
    next: "Melden Sie sich noch einmal an. Hilft das nicht, wenden Sie sich an Ihre Bank.",
  },
  ERR_SIGN_IN_PORT: {
    what: "Dieses Programm konnte die Antwort Ihres Browsers nicht entgegennehmen.",
    next: "Prüfen Sie, ob Sicherheitssoftware auf diesem Computer das Programm blockiert, und melden Sie sich dann noch einmal an.",
  },
  ERR_SIGN_IN_OTHER_PERSON: {
    what: "Sie haben sich mit einem anderen Zugang angemeldet als zuvor.",
    next: "Melden Sie sich mit dem Zugang an, mit dem Sie begonnen haben, oder melden Sie sich zuerst ab.",
  },
  ERR_SIGN_IN_TOO_WEAK: {
    what: "Die Anmeldung, die Sie gerade vorgenommen haben, reicht für diesen Schritt nicht aus.",
    next: "Melden Sie sich noch einmal so an, wie Ihre Bank es verlangt, oder wenden Sie sich an Ihre Bank.",
  },
  ERR_SIGN_IN_AGAIN: {
    what: "Für diesen Schritt möchte Ihre Bank, dass Sie sich noch einmal anmelden.",
    next: "Melden Sie sich noch einmal an, um weiterzumachen.",
  },
  ERR_NO_CARDHOLDER: {
    what: "Sie sind angemeldet, aber Ihre Bank kennt für dieses Programm keine Karte von Ihnen.",
    next: "Verwenden Sie einen anderen Zugang oder wenden Sie sich an Ihre Bank.",
  },
  ERR_BACKEND_ANSWER: {
    what: "Die Antwort Ihrer Bank war nicht zu verstehen.",
    next: "Versuchen Sie es später erneut. Wenn es wieder passiert, wenden Sie sich an Ihre Bank.",
  },
  ERR_SOLARIS_UNAVAILABLE: {
    what: "Ihre Bank kann das zurzeit nicht ausführen.",
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
    next: "Versuchen Sie es später erneut. Wenn es wieder passiert, wenden Sie sich an Ihre Bank.",
  },
  ERR_DEVICE_CONSENT_MISSING: {
    what: "Ihrer Bank liegt nicht vor, dass Sie zugestimmt haben, Daten über diesen Computer zu senden.",
    next: "Versuchen Sie es noch einmal. Ohne Ihre Zustimmung werden keine solchen Daten gesendet.",
  },
  ERR_DEVICE_DATA_REQUIRED: {
    what: "Für diesen Schritt verlangt Ihre Bank Daten über diesen Computer, und es gab keine.",
    next: "Ändern Sie die Karten-PIN mit einem Code per SMS, wenn Ihre Bank das anbietet, oder fragen Sie Ihre Bank.",
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
    next: "Registrieren Sie diesen Computer.",
  },
  ERR_NOT_BOUND: {
    what: "Dieser Computer ist nicht für Ihre Karten registriert.",
    next: "Registrieren Sie ihn und versuchen Sie es dann erneut.",
  },
  ERR_ALREADY_BOUND: {
    what: "Dieser Computer ist schon registriert.",
    next: "Gehen Sie weiter zu Ihren Karten.",
  },
  ERR_NO_MOBILE_NUMBER: {
    what: "Ihre Bank hat keine Mobilnummer, an die ein Code gesendet werden kann.",
    next: "Teilen Sie Ihrer Bank Ihre Mobilnummer mit und versuchen Sie es dann erneut.",
  },
  ERR_DEVICE_LIMIT: {
    what: "Sie haben so viele Geräte registriert, wie Ihre Bank erlaubt.",
    next: "Entfernen Sie eines, das Sie nicht mehr benutzen, und versuchen Sie es dann erneut.",
  },
  ERR_CODE_REFUSED: {
    what: "Das ist nicht der Code, der gesendet wurde.",
    next: "Vergleichen Sie Ihre Eingabe mit der SMS und geben Sie den Code noch einmal ein.",
  },
  ERR_CODE_EXPIRED: { what: "Dieser Code ist nicht mehr gültig.", next: "Fordern Sie einen neuen Code an." },
  ERR_ACTIVATION_CODE_EXISTS: {
    what: "Ein Brief mit einem Code für Sie ist schon unterwegs oder angekommen, und der Code gilt noch.",
    next: "Geben Sie den Code aus dem Brief ein, oder fordern Sie einen neuen Brief an. Der frühere Code gilt dann nicht mehr.",
  },
  ERR_DEVICE_REFUSED: {
    what: "Ihre Bank akzeptiert diesen Computer nicht.",
    next: "Registrieren Sie diesen Computer noch einmal. Wenn es wieder passiert, wenden Sie sich an Ihre Bank.",
  },
  ERR_DEVICE_REMOVED: {
    what: "Dieser Computer wurde aus Ihren Geräten entfernt.",
    next: "Registrieren Sie ihn noch einmal, um ihn für Ihre Karten zu benutzen.",
  },
  ERR_DEVICE_UNCONFIRMED: {
    what: "Es steht nicht fest, ob der Schlüssel auf diesem Computer wirklich zu ihm gehört.",
    next: "Sagen Sie zuerst, ob dieser Schlüssel benutzt oder dieser Computer noch einmal registriert werden soll.",
  },
  ERR_PROTECTION_REFUSED: {
    what: "Ihre Bank akzeptiert die Art nicht, wie dieser Computer seinen Schlüssel aufbewahren kann.",
    next: "Benutzen Sie einen anderen Computer, oder fragen Sie Ihre Bank, welche sie akzeptiert.",
  },
  ERR_PASSCODE_LENGTH: {
    what: "Dieses Gerätepasswort ist zu kurz oder zu lang.",
    next: "Verwenden Sie 6 bis 64 Zeichen.",
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
    next: "Geben Sie das ein, das Sie beim Registrieren dieses Computers gewählt haben, keine Karten-PIN.",
  },
  ERR_PASSCODE_NEEDED: {
    what: "Ihr Gerätepasswort wird noch einmal gebraucht.",
    next: "Versuchen Sie es erneut und geben Sie es ein.",
  },
  ERR_KEY_ERASED: {
    what: "Der Schlüssel dieses Computers wurde nach fünf falschen Gerätepasswörtern gelöscht. Ihre Karten-PIN ist unverändert.",
    next: "Registrieren Sie diesen Computer noch einmal.",
  },
  ERR_PIN_DIGITS: { what: "Eine Karten-PIN hat genau vier Ziffern.", next: "Geben Sie vier Ziffern ein." },
  ERR_PIN_SEQUENCE: {
    what: "Diese Karten-PIN ist eine aufsteigende oder absteigende Reihe wie 1234 oder 4321.",
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
    what: "Ihre Bank erlaubt diese Karten-PIN nicht.",
    next: "Wählen Sie eine andere Karten-PIN.",
  },
  ERR_PIN_NOT_KEPT: {
    what: "Ihre neue Karten-PIN wurde nicht gesendet, weil Ihre Anmeldung vorher endete.",
    next: "Melden Sie sich wieder an und geben Sie die neue Karten-PIN noch einmal ein. Sie wurde nicht aufbewahrt.",
  },
  ERR_PIN_KEY_INVALID: {
    what: "Der Schlüssel, mit dem Ihre Karten-PIN verschlüsselt werden soll, ist nicht sicher.",
    next: "Machen Sie nicht weiter. Wenden Sie sich an Ihre Bank.",
  },
  ERR_PIN_KEY_OUTDATED: {
    what: "Ihre Bank hat gerade eben ihren Schlüssel gewechselt.",
    next: "Geben Sie Ihre neue Karten-PIN noch einmal ein.",
  },
  ERR_ENCRYPTION_REFUSED: {
    what: "Ihre Bank konnte die verschlüsselte Karten-PIN nicht lesen.",
    next: "Versuchen Sie es erneut. Wenn es wieder passiert, wenden Sie sich an Ihre Bank.",
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
    next: "Vergleichen Sie Ihre Eingabe mit der SMS und geben Sie den Code noch einmal ein.",
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
  ERR_PROGRAM_CHANGED: {
    what: "Ein Teil dieses Programms fehlt oder ist nicht das Original. Deshalb hat das Programm den Schlüsselbund nicht benutzt.",
    next: "Installieren Sie das Programm neu. Wenn Sie damit nicht gerechnet haben, wenden Sie sich an Ihre Bank.",
  },
  ERR_START_REFUSED: {
    what: "Dieses Programm sollte auf eine Weise starten, die es nicht annimmt.",
    next: "Starten Sie es noch einmal ohne den Zusatz. Wenn Sie ihn nicht selbst hinzugefügt haben, fragen Sie, wer diesen Computer betreut.",
  },
  ERR_TOO_MANY_CALLS: {
    what: "In kurzer Zeit gab es zu viele Anfragen.",
    next: "Versuchen Sie es in einigen Minuten erneut.",
  },
  ERR_JOURNAL: {
    what: "Dieser Computer konnte die Änderung nicht vermerken, deshalb wurde nichts gesendet. Ihre Karten-PIN ist unverändert.",
    next: "Prüfen Sie, ob auf seinem Laufwerk noch Platz ist und ob Sie in den Ordner schreiben dürfen. Versuchen Sie es dann erneut.",
  },
  ERR_SETTINGS_NOT_KEPT: {
    what: "Dieser Computer konnte Ihre Wahl nicht speichern.",
    next: "Prüfen Sie, ob auf seinem Laufwerk noch Platz ist und ob Sie in den Ordner schreiben dürfen. Versuchen Sie es dann erneut.",
  },
  ERR_UPDATE_UNAVAILABLE: {
    what: "Der Server mit den neueren Versionen dieses Programms hat nicht richtig geantwortet.",
    next: "Versuchen Sie es später erneut. Bis dahin ändert sich nichts.",
  },
  ERR_UPDATE_NOT_TRUSTED: {
    what: "Was als neuere Version dieses Programms ankam, stammt nicht vom Hersteller oder ist beschädigt. Es wurde nicht installiert.",
    next: "Versuchen Sie es später erneut. Wenn es wieder passiert, wenden Sie sich an Ihre Bank.",
  },
  ERR_UPDATE_TOO_OLD: {
    what: "Nach Datum und Uhrzeit dieses Computers sind die Angaben über neuere Versionen dieses Programms zu alt.",
    next: "Prüfen Sie Datum und Uhrzeit dieses Computers und versuchen Sie es dann erneut. Wenn beide stimmen, wenden Sie sich an Ihre Bank.",
  },
  ERR_UPDATE_NOT_STORED: {
    what: "Dieser Computer konnte die neuere Version dieses Programms nicht speichern.",
    next: "Prüfen Sie, ob auf seinem Laufwerk noch Platz ist und ob Sie in den Ordner schreiben dürfen. Versuchen Sie es dann erneut.",
  },
  ERR_UPDATE_NOT_STARTED: {
    what: "Die Installation der neueren Version konnte nicht gestartet werden.",
    next: "Versuchen Sie es erneut. Wenn es wieder passiert, wenden Sie sich an Ihre Bank.",
  },
  ERR_UPDATE_REQUIRED: {
    what: "Ihre Bank lässt mit dieser Version des Programms keine Änderung einer Karten-PIN mehr zu.",
    next: "Installieren Sie die neuere Version, die bei Ihren Karten angeboten wird.",
  },
  ERR_REPORT_NOT_SAVED: {
    what: "Der Bericht konnte in diesem Ordner nicht gespeichert werden.",
    next: "Wählen Sie einen anderen Ordner, oder kopieren Sie den Bericht.",
  },
};
