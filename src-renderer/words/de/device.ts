import type { WindowTexts } from "../window-texts.ts";

export const keychain: WindowTexts["keychain"] = {
  asks: {
    "secret-service":
      "Ihr Computer fragt vielleicht nach dem Passwort seines Schlüsselbunds. Suchen Sie nach einem Fenster, vielleicht hinter diesem.",
    "macos-keychain":
      "Ihr Computer fragt vielleicht nach dem Passwort seines Schlüsselbunds. Suchen Sie nach einem Fenster, vielleicht hinter diesem.",
    "windows-credentials":
      "Die Anmeldeinformationsverwaltung hat noch nicht geantwortet. Vielleicht fragt Windows Sie etwas, in einem Fenster hinter diesem.",
  },
  locked: {
    title: "Ihr Schlüsselbund ist gesperrt",
    what: "Dort liegt der Schlüssel für Ihre Karten. Er kann deshalb im Moment nicht gelesen werden.",
    next: "Ihr Computer kann nach dem Passwort fragen. Meist ist es das, mit dem Sie sich am Computer anmelden. Wenn kein Fenster danach fragt, melden Sie sich am Computer ab und wieder an.",
    kept: "Es wurde nichts geändert oder gelöscht.",
    unlock: "Schlüsselbund entsperren",
  },
  onLinux: "In Ihrer Sitzung muss ein Schlüsselbund wie GNOME Keyring laufen.",
  unavailable: {
    title: "Kein Schlüsselbund gefunden",
    what: "Der Schlüsselbund Ihres Computers hat nicht geantwortet. Ohne ihn kann kein Schlüssel sicher aufbewahrt werden.",
    next: "Melden Sie sich an Ihrem Computer ab und wieder an und versuchen Sie es dann erneut.",
    kept: "Es wurde nichts geändert oder gelöscht.",
  },
  silent: {
    title: "Ihr Schlüsselbund hat nicht geantwortet",
    what: "Dort bewahrt Ihr Computer den Schlüssel für Ihre Karten auf, und es kam nicht rechtzeitig eine Antwort. Vielleicht fragt ein Fenster Ihres Computers nach einem Passwort und wartet, verdeckt von diesem hier.",
    next: "Suchen Sie dieses Fenster und beantworten Sie die Frage. Versuchen Sie es dann erneut. Wenn es keines gibt, melden Sie sich an Ihrem Computer ab und wieder an.",
    kept: "Wenn dort gerade etwas gespeichert oder gelöscht werden sollte, kann das noch geschehen. Beim nächsten Versuch wird nachgesehen.",
  },
  unreadable: {
    title: "Der Schlüssel in Ihrem Schlüsselbund ist nicht lesbar",
    what: "Im Schlüsselbund gibt es einen Eintrag für Ihre Karten, aber dieses Programm kann ihn nicht lesen. Vielleicht hat ihn eine neuere Version geschrieben, oder er ist beschädigt.",
    next: "Installieren Sie die neueste Version und versuchen Sie es erneut. Wenn das nicht hilft, registrieren Sie diesen Computer noch einmal, mit einem neuen Code.",
    kept: "Der Eintrag wurde nicht verändert. Wenn Sie den Computer noch einmal registrieren, bleibt er neben dem neuen erhalten.",
  },
  lost: {
    title: "Auf diesem Computer gibt es keinen Schlüssel für Ihre Karten",
    what: "Nach den Dateien dieses Programms war ein Computer für Ihre Karten registriert, aber im Schlüsselbund dieses Computers liegt kein Schlüssel für sie. Entweder wurde der Schlüssel hier gelöscht, oder die Dateien stammen von einem anderen Computer oder aus einer Sicherung.",
    next: "Registrieren Sie diesen Computer. Sie brauchen Ihr Mobiltelefon für einen neuen Code. Ein Computer, der vorher registriert war, bleibt unter Ihren Geräten, bis Sie ihn entfernen.",
  },
};

export const binding: WindowTexts["binding"] = {
  steps: { name: "Name", code: "Code", passcode: "Gerätepasswort" },
  nameTitle: "Diesen Computer registrieren",
  gives: {
    first:
      "Registrieren Sie diesen Computer einmal, dann können Sie die PIN Ihrer Karten hier ändern. Das dauert etwa zwei Minuten. Halten Sie Ihr Mobiltelefon bereit.",
    confirm: { title: "Bestätigen, dass Sie es sind", what: "Ihre Bank sendet Ihnen einen Code per SMS." },
    passcode: {
      title: "Gerätepasswort wählen",
      what: "Es gilt nur für diesen Computer und wird bei jeder Änderung verlangt.",
    },
    change: { title: "PINs hier ändern", what: "Wann immer Sie möchten, ohne Code per SMS." },
  },
  neverAsk: "Niemand von Ihrer Bank wird Sie je nach Ihrer PIN, Ihrem Gerätepasswort oder einem Code fragen.",
  noCards: {
    title: "Zuerst brauchen Sie eine Karte",
    next: "Sobald Sie eine haben, können Sie diesen Computer registrieren. Wenn Sie hier eine Karte erwarten, fragen Sie Ihre Bank.",
    look: "Erneut nachsehen",
    checked: "Um {time} noch einmal nachgesehen: Es ist noch keine Karte da.",
    anyway: "Trotzdem registrieren",
  },
  stillNoNumber: "Um {time} noch einmal nachgesehen: Es ist noch keine Nummer da.",
  nameResume:
    "Sie haben begonnen, diesen Computer zu registrieren. Machen Sie weiter, dann erhalten Sie einen neuen Code.",
  nameLabel: "Name dieses Computers",
  ownName: "Mein Computer",
  nameHint: "Erscheint in der Liste Ihrer Geräte. Sie können ihn frei wählen.",
  nameEmpty: "Geben Sie einen Namen mit höchstens 64 Zeichen ein.",
  send: "Code anfordern",
  codeTitle: "Code eingeben",
  codeIntro: "Ihre Bank hat einen Code aus sechs Ziffern an Ihr Mobiltelefon gesendet, um „{name}“ zu registrieren.",
  link: "Registrieren",
  startOver: "Neu beginnen",
  finishingTitle: "Fast registriert",
  finishing: "Ihr Code wurde angenommen. Dieser Computer wird eingerichtet.",
  finishingStopped:
    "Ihr Code wurde angenommen, aber der letzte Schritt steht noch aus. Sie brauchen keinen neuen Code.",
  finish: "Abschließen",
  limitTitle: "Entfernen Sie zuerst ein Gerät",
  limitWhat:
    "Sie haben die Höchstzahl von {limit} Geräten erreicht. Bevor dieser Computer registriert werden kann, müssen Sie eines davon entfernen. Es wurde kein Code gesendet.",
  withoutLinking: "PIN ohne Registrierung ändern",
};

export const linked: WindowTexts["linked"] = {
  title: "Dieser Computer ist registriert",
  what: "Ab jetzt können Sie die PIN Ihrer Karten hier ändern.",
  name: "Name",
  when: "Registriert am",
  toCards: "Zu Ihren Karten",
  passcode: "Bei jeder Änderung werden Sie nach Ihrem Gerätepasswort gefragt. Einen Code per SMS brauchen Sie nicht.",
  others: "Ihre anderen Geräte bleiben, wie sie sind, und werden nicht benachrichtigt.",
  lost: "Wenn Sie diesen Computer verlieren, entfernen Sie ihn auf einem anderen unter „Geräte“ oder sagen Sie Ihrer Bank Bescheid.",
};

export const state: WindowTexts["state"] = {
  erased: {
    title: "Der Schlüssel dieses Computers wurde gelöscht",
    what: "Fünfmal hintereinander wurde ein falsches Gerätepasswort eingegeben. Zum Schutz Ihrer Karten wurde der Schlüssel auf diesem Computer gelöscht. Ihre Karten-PINs sind unverändert.",
    next: "Registrieren Sie diesen Computer noch einmal. Sie brauchen Ihr Mobiltelefon für einen neuen Code und wählen ein neues Gerätepasswort.",
  },
  removed: {
    title: "Dieser Computer ist nicht mehr registriert",
    what: "Ihre Bank führt ihn nicht mehr unter Ihren Geräten. Deshalb kann er keine Karten-PIN mehr ändern.",
    next: "Wenn Sie ihn nicht selbst entfernt haben, wenden Sie sich an Ihre Bank. Andernfalls registrieren Sie diesen Computer noch einmal: Sie brauchen Ihr Mobiltelefon für einen neuen Code.",
  },
  "no-marker": {
    title: "Auf diesem Computer wurde ein Schlüssel gefunden",
    what: "Im Schlüsselbund liegt ein Schlüssel für Ihre Karten, und zwar der des Geräts „{name}“. Dieses Programm hat ihn nicht dort abgelegt, oder die Dateien des Programms wurden gelöscht.",
    next: "Wenn das Ihr Computer ist, können Sie diesen Schlüssel benutzen: Zuerst wird Ihre Bank gefragt, ob sie ihn kennt. Wenn Sie nicht sicher sind, registrieren Sie diesen Computer noch einmal.",
  },
  "other-device": {
    title: "Auf diesem Computer wurde ein anderer Schlüssel gefunden",
    what: "Im Schlüsselbund liegt ein Schlüssel des Geräts „{name}“, die Dateien dieses Programms nennen aber ein anderes Gerät. Vielleicht wurden der Schlüsselbund oder die Dateien dieses Programms wiederhergestellt oder von einem anderen Computer kopiert.",
    next: "Sie können diesen Schlüssel benutzen: Zuerst wird Ihre Bank gefragt, ob sie ihn kennt. Wenn der Schlüssel zu einem anderen Computer gehört, den Sie noch benutzen, registrieren Sie diesen Computer noch einmal.",
  },
  kept: "Was Sie auch wählen: Es wird nichts gelöscht, was noch benutzt werden könnte.",
  removing: {
    title: "Dieser Computer wird entfernt",
    what: "Das Entfernen wurde begonnen und ist noch nicht abgeschlossen.",
    busy: "Das Entfernen wird abgeschlossen …",
    finish: "Entfernen abschließen",
  },
  useKey: "Diesen Schlüssel benutzen",
  linkAgain: "Diesen Computer noch einmal registrieren",
};

export const folder: WindowTexts["folder"] = {
  title: "Ein Ordner dieses Programms kann nicht benutzt werden",
  changes:
    "Darin stehen die Notizen zu Ihren PIN-Änderungen. Ob eine davon noch nicht abgeschlossen ist, lässt sich jetzt nicht sagen. Solange der Ordner nicht benutzt werden kann, lässt sich hier keine PIN ändern.",
  enrolments: "Darin steht, ob dieser Computer für Ihre Karten registriert wurde. Das lässt sich jetzt nicht sagen.",
  next: "Prüfen Sie, ob es ein Ordner ist und ob Sie darin lesen und schreiben dürfen. Wenn Sie nicht wissen, wie das geht, fragen Sie die Person, die diesen Computer betreut. Versuchen Sie es dann erneut.",
  kept: "Es wurde nichts geändert oder gelöscht.",
  goOn: "Ohne ihn weitermachen",
};

export const devices: WindowTexts["devices"] = {
  title: "Ihre registrierten Geräte",
  loading: "Ihre Geräte werden geladen …",
  intro:
    "Jedes davon kann die PIN Ihrer Karten ändern. Entfernen Sie, was Sie nicht mehr benutzen oder nicht mehr haben.",
  count: "{linked} von {limit} registriert",
  leftOut:
    "{count, plural, one {Mindestens ein Gerät konnte nicht angezeigt werden.} other {Mindestens # Geräte konnten nicht angezeigt werden.}}",
  unnamed: "Gerät ohne Namen",
  since: "Seit {date}",
  lastUsed: "Zuletzt benutzt am {date}",
  thisComputer: "Dieser Computer",
  removeOf: "{name} entfernen",
  remove: "Entfernen",
  keep: "Behalten",
  ask: "„{name}“ entfernen? Das Gerät kann dann keine Karten-PIN mehr ändern, bis es wieder registriert wird.",
  removed: "„{name}“ wurde entfernt.",
  removedOnes: "Entfernte Geräte",
  removedOn: "Entfernt am {date}",
  removedNone: "Ihre Bank führt keine entfernten Geräte auf.",
  removedUntold: "Ihre Bank teilt nicht mit, welche Geräte entfernt wurden.",
  removedMore: "Es gibt ältere, die hier nicht angezeigt werden.",
  removeThis: "Diesen Computer entfernen",
  askThis:
    "Diesen Computer entfernen? Er kann dann keine Karten-PIN mehr ändern, und sein Schlüssel wird aus dem Schlüsselbund gelöscht. Ihre Karten und deren PINs bleiben, wie sie sind. Um diesen Computer wieder zu benutzen, brauchen Sie einen neuen Code.",
  changePasscode: "Gerätepasswort ändern",
  forgotten: "Gerätepasswort vergessen?",
};

export const protection: WindowTexts["protection"] = {
  keychain:
    "Ihre Bank erkennt diesen Computer an einem Schlüssel. Er wird im Schlüsselbund dieses Computers aufbewahrt. Wer Ihr Benutzerkonto auf diesem Computer benutzen kann, könnte auch den Schlüssel benutzen.",
  keychain_passcode:
    "Ihre Bank erkennt diesen Computer an einem Schlüssel. Er wird im Schlüsselbund dieses Computers aufbewahrt und kann nur mit Ihrem Gerätepasswort benutzt werden.",
  hardware_passcode:
    "Ihre Bank erkennt diesen Computer an einem Schlüssel. Er wird auf einem Sicherheitsschlüssel aufbewahrt, kann ihn nicht verlassen und kann nur mit dessen PIN benutzt werden.",
};

export const passcode: WindowTexts["passcode"] = {
  setTitle: "Gerätepasswort festlegen",
  setIntro: "Es wird bei jeder Änderung einer Karten-PIN an diesem Computer verlangt und schützt dessen Schlüssel.",
  setUnknown:
    "Es ist keine Karten-PIN und nicht Ihr Passwort bei der Bank. Es bleibt auf diesem Computer: Ihre Bank kennt es nicht und kann es nicht zurücksetzen. Wenn Sie es vergessen, müssen Sie den Computer noch einmal registrieren.",
  label: "Gerätepasswort",
  again: "Gerätepasswort wiederholen",
  current: "Aktuelles Gerätepasswort",
  next: "Neues Gerätepasswort",
  nextAgain: "Neues Gerätepasswort wiederholen",
  rules:
    "6 bis 64 Buchstaben, Ziffern, Leerzeichen oder Sonderzeichen. Ein paar Wörter ohne Zusammenhang sind schwer zu erraten und leicht zu merken.",
  count: "{entered, plural, one {# Zeichen} other {# Zeichen}} eingegeben",
  strength: { guessable: "Leicht zu erraten", fair: "Mittel", strong: "Stark" },
  reveal: {
    show: "Passwort zeigen",
    hide: "Passwort verbergen",
    shown: "Das Passwort ist noch {seconds, plural, one {# Sekunde} other {# Sekunden}} zu sehen.",
    hidden: "Das Passwort ist wieder verborgen.",
  },
  refused:
    "Nur Buchstaben von A bis Z, Ziffern, Leerzeichen und Sonderzeichen können eingegeben werden, damit es auf jeder Tastatur funktioniert.",
  full: "Ein Gerätepasswort hat höchstens {most} Zeichen, mehr passen nicht hinein.",
  tooShort: "Dieses Gerätepasswort ist zu kurz.",
  empty: "Geben Sie Ihr Gerätepasswort ein.",
  mismatch: "Die beiden Gerätepasswörter stimmen nicht überein. Geben Sie beide noch einmal ein.",
  attemptsLeft: "Noch {left, plural, one {# Versuch} other {# Versuche}}.",
  lastAttempt:
    "Das nächste falsche Gerätepasswort löscht den Schlüssel dieses Computers. Sie müssten den Computer dann noch einmal registrieren.",
  checking: "Ihr Gerätepasswort wird geprüft …",
  set: "Festlegen",
  changeTitle: "Ihr Gerätepasswort ändern",
  changeIntro: "Die PIN Ihrer Karten ändert sich dadurch nicht.",
  change: "Gerätepasswort ändern",
  changedTitle: "Ihr Gerätepasswort wurde geändert",
  changed: "Ab jetzt wird nach dem neuen Gerätepasswort gefragt. Die PINs Ihrer Karten sind unverändert.",
  forgottenTitle: "Gerätepasswort vergessen?",
  forgottenWhat:
    "Niemand kann es lesen oder zurücksetzen: Ihre Bank kennt es nicht, und ohne das Gerätepasswort kann der Schlüssel auf diesem Computer nicht benutzt werden.",
  forgottenNext:
    "Registrieren Sie diesen Computer noch einmal. Sobald Sie damit beginnen, wird die bisherige Registrierung entfernt. Dann erhalten Sie einen neuen Code auf Ihr Mobiltelefon und wählen ein neues Gerätepasswort. Ihre Karten und deren PINs bleiben, wie sie sind.",
};
