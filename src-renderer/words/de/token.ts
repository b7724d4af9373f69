import type { WindowTexts } from "../window-texts.ts";

export const token: WindowTexts["token"] = {
  step: "Schlüssel", // the whole word is wider than a step in a small window
  choice: "Wo der Schlüssel dieses Computers aufbewahrt wird",
  inKeychain: "Im Schlüsselbund dieses Computers, mit einem Gerätepasswort",
  on: "Auf dem Sicherheitsschlüssel „{label}“, mit dessen PIN",
  onUnnamed: "Auf dem Sicherheitsschlüssel ohne Namen, mit dessen PIN",
  before: "Auf dem Sicherheitsschlüssel, den Sie zuvor gewählt haben, mit dessen PIN",
  note: "Auf einem Sicherheitsschlüssel oder einer Chipkarte kann der Schlüssel nicht kopiert werden. Für jede Änderung brauchen Sie dann den Sicherheitsschlüssel und dessen PIN.",
  gives: {
    title: "Sicherheitsschlüssel einrichten",
    what: "Sie brauchen ihn und seine PIN für jede Änderung.",
  },
  look: "Sicherheitsschlüssel suchen",
  looking: "Sicherheitsschlüssel werden gesucht …",
  none: "Um {time} wurde kein geeigneter Sicherheitsschlüssel gefunden. Er muss eingesteckt sein, eine PIN haben und darf nicht gesperrt sein.",
  unnamed: "ohne Namen",
  setTitle: "Sicherheitsschlüssel einrichten",
  setWhat:
    "Der Sicherheitsschlüssel „{label}“ erzeugt den Schlüssel dieses Computers und bewahrt ihn auf. Lassen Sie ihn eingesteckt.",
  setPin:
    "Jedes Mal, wenn Sie an diesem Computer eine Karten-PIN ändern, werden Sie nach der PIN des Sicherheitsschlüssels gefragt. Ihre Bank kennt diese nicht. Zu viele falsche Eingaben können den Sicherheitsschlüssel sperren.",
  set: "Sicherheitsschlüssel einrichten",
  label: "PIN des Sicherheitsschlüssels",
  hint: "Die PIN des Sicherheitsschlüssels „{label}“, keine Karten-PIN.",
  empty: "Geben Sie die PIN Ihres Sicherheitsschlüssels ein.",
  refused: "Hier können nur Buchstaben von A bis Z, Ziffern, Leerzeichen und Sonderzeichen eingegeben werden.",
  full: "Hier können höchstens {most} Zeichen eingegeben werden. Für mehr ist kein Platz.",
  reveal: {
    show: "PIN des Sicherheitsschlüssels zeigen",
    hide: "PIN des Sicherheitsschlüssels verbergen",
    shown: "Die PIN ist noch {seconds, plural, one {# Sekunde} other {# Sekunden}} zu sehen.",
    hidden: "Die PIN ist wieder verborgen.",
  },
  checking: "Ihr Sicherheitsschlüssel wird gefragt …",
  waits:
    "Ihr Sicherheitsschlüssel hat noch nicht geantwortet. Wenn er blinkt, berühren Sie ihn. Sie haben insgesamt eine Minute.",
  few: "Weitere falsche PINs können ihn sperren.",
  last: "Die nächste falsche PIN sperrt ihn.",
  linked:
    "Bei jeder Änderung brauchen Sie Ihren Sicherheitsschlüssel und dessen PIN. Einen Code per SMS brauchen Sie nicht.",
  linkedLost:
    "Wenn Sie den Sicherheitsschlüssel verlieren: Entfernen Sie diesen Computer unter „{devices}“ und registrieren Sie ihn dann noch einmal.",
  which: "Es ist der Sicherheitsschlüssel „{label}“.",
  removeAsk:
    "Diesen Computer entfernen? Er kann dann keine Karten-PIN mehr ändern. Ihre Karten und deren PINs bleiben, wie sie sind. Um diesen Computer wieder zu benutzen, brauchen Sie einen neuen Code.",
  removeHint:
    "Soll sein Schlüssel auch vom Sicherheitsschlüssel „{label}“ entfernt werden, lassen Sie diesen eingesteckt und geben Sie dessen PIN ein.",
  removeBoth: "Computer und Schlüssel entfernen",
  removeOnly: "Nur diesen Computer entfernen",
  howTo: {
    title: "Den Schlüssel auf einem Sicherheitsschlüssel aufbewahren",
    also: "Token YubiKey Chipkarte Smartcard USB Stick TPM PIN falsch gesperrt verloren",
    what: "Wenn Ihre Bank es anbietet, kann ein Sicherheitsschlüssel oder eine Chipkarte den Schlüssel dieses Computers aufbewahren. Sie wählen das, wenn Sie den Computer registrieren. Für jede Änderung einer Karten-PIN brauchen Sie dann diesen Sicherheitsschlüssel und dessen PIN statt eines Gerätepassworts.",
    wrong:
      "Der Sicherheitsschlüssel zählt falsche PINs selbst und kann sich sperren. Nur mit der Software seines Herstellers lässt er sich entsperren und seine PIN ändern; Ihre Bank kann das nicht.",
    lost: "Wenn der Sicherheitsschlüssel verloren ist: Melden Sie sich an, wählen Sie „{devices}“ und entfernen Sie diesen Computer. Registrieren Sie ihn dann noch einmal, mit einem neuen Code.",
  },
  removed:
    "Dieser Computer wurde entfernt, sein Schlüssel auf dem Sicherheitsschlüssel ebenso. Registrieren Sie ihn nur, wenn Sie ihn wieder benutzen möchten.",
  left: "Dieser Computer wurde entfernt. Sein Schlüssel ist noch auf dem Sicherheitsschlüssel „{label}“; Ihre Bank nimmt ihn nicht mehr an. Mit der Software des Herstellers können Sie ihn löschen: Er heißt dort „Cardbound“.",
};

export const tokenErrors: WindowTexts["tokenErrors"] = {
  ERR_TOKEN_PIN_WRONG: {
    what: "Das ist nicht die PIN Ihres Sicherheitsschlüssels.",
    next: "Geben Sie die PIN des Sicherheitsschlüssels ein, keine Karten-PIN.",
  },
  ERR_TOKEN_PIN_LENGTH: {
    what: "Die PIN Ihres Sicherheitsschlüssels ist anders lang. Ihre Eingabe wurde deshalb nicht geprüft.",
    next: "Geben Sie die PIN des Sicherheitsschlüssels ein, keine Karten-PIN.",
  },
  ERR_TOKEN_LAST_TRY: {
    what: "Ihre Eingabe wurde noch nicht geprüft: Die nächste falsche PIN des Sicherheitsschlüssels sperrt ihn.",
    next: "Geben Sie die PIN des Sicherheitsschlüssels nur dann noch einmal ein, wenn Sie sich sicher sind.",
  },
  ERR_TOKEN_LOCKED: {
    what: "Ihr Sicherheitsschlüssel ist gesperrt.",
    next: "Entsperren Sie ihn mit der Software seines Herstellers. Geht das nicht, entfernen Sie diesen Computer unter „Geräte“ und registrieren Sie ihn noch einmal.",
  },
  ERR_TOKEN_MISSING: {
    what: "Der Sicherheitsschlüssel, den Sie für diesen Computer gewählt haben, ist nicht eingesteckt.",
    next: "Stecken Sie ihn ein und versuchen Sie es dann erneut.",
  },
  ERR_TOKEN_AMBIGUOUS: {
    what: "Zwei Sicherheitsschlüssel mit demselben Namen sind eingesteckt.",
    next: "Lassen Sie nur den richtigen eingesteckt und versuchen Sie es dann erneut.",
  },
  ERR_TOKEN_SILENT: {
    what: "Ihr Sicherheitsschlüssel hat nicht rechtzeitig geantwortet.",
    next: "Versuchen Sie es erneut, und berühren Sie den Sicherheitsschlüssel, wenn er blinkt.",
  },
  ERR_TOKEN_KEY_MISSING: {
    what: "Der Schlüssel dieses Computers ist auf dem Sicherheitsschlüssel nicht zu finden.",
    next: "Entfernen Sie diesen Computer unter „Geräte“ und registrieren Sie ihn noch einmal.",
  },
  ERR_TOKEN_KEY_OTHER: {
    what: "Auf dem Sicherheitsschlüssel ist an der Stelle des Schlüssels dieses Computers ein anderer. Er wurde nicht verändert.",
    next: "Beginnen Sie neu, oder entfernen Sie unter „Geräte“ nur diesen Computer. Registrieren Sie ihn dann noch einmal.",
  },
  ERR_TOKEN_UNUSABLE: {
    what: "Dieser Sicherheitsschlüssel kann keinen Schlüssel für Ihre Karten aufbewahren.",
    next: "Beginnen Sie neu und wählen Sie den Schlüsselbund dieses Computers, oder nehmen Sie einen anderen Sicherheitsschlüssel.",
  },
  ERR_TOKEN_MODULE: {
    what: "Die Software Ihres Sicherheitsschlüssels fehlt, oder es ist nicht die Version, die Ihre Bank erlaubt.",
    next: "Fragen Sie Ihre Bank oder wer sich um diesen Computer kümmert.",
  },
  ERR_TOKEN_FAILED: {
    what: "Ihr Sicherheitsschlüssel oder dessen Software hat nicht funktioniert.",
    next: "Ziehen Sie ihn ab, stecken Sie ihn wieder ein und versuchen Sie es dann erneut.",
  },
};
