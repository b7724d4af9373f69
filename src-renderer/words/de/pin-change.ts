import type { WindowTexts } from "../window-texts.ts";

export const pin: WindowTexts["pin"] = {
  steps: { card: "Karte", pin: "Neue PIN", code: "Code", done: "Fertig" },
  title: "Neue PIN wählen",
  newPin: "Neue Karten-PIN",
  again: "Neue Karten-PIN wiederholen",
  rules: "Vier Ziffern. Keine Reihe wie 1234 oder 4321 und keine Ziffer dreimal.",
  againHint: "Damit kein Tippfehler dabei ist.",
  count: "{entered} von {length} Ziffern eingegeben",
  incomplete: "Geben Sie alle {length} Ziffern ein.",
  digitsOnly: "Nur die Ziffern 0 bis 9 können eingegeben werden.",
  full: "Eine PIN hat {length} Ziffern, mehr passen nicht hinein.",
  noPaste: "Eine PIN kann nicht eingefügt werden, damit sie nie in der Zwischenablage liegt. Tippen Sie sie ein.",
  mismatch: "Die beiden PINs stimmen nicht überein. Wählen Sie Ihre neue PIN noch einmal.",
  passcodeHint:
    "Das Gerätepasswort, das Sie beim Verbinden dieses Computers gewählt haben, keine Karten-PIN. Vergessen? Gehen Sie zurück zu Ihren Karten und wählen Sie dort „Geräte“.",
  change: "PIN ändern",
  neverAsk: "Niemand von Ihrer Bank wird Sie je nach Ihrer PIN fragen, weder am Telefon noch per Post oder Nachricht.",
};

export const tan: WindowTexts["tan"] = {
  title: "Mit einem Code bestätigen",
  intro: "Ihre Bank hat einen Code aus sechs Ziffern an Ihr Mobiltelefon gesendet. Damit bestätigen Sie die neue PIN.",
  send: "Code senden",
  confirm: "PIN ändern",
  neverTell:
    "In der SMS steht, dass der Code für eine neue PIN ist. Verraten Sie ihn niemandem, auch nicht Ihrer Bank.",
  ifBack:
    "Bis Sie mit dem Code bestätigen, ist Ihre Karten-PIN unverändert. Wenn Sie zurückgehen, wird nichts geändert.",
};

export const sending: WindowTexts["sending"] = {
  title: "Ihre PIN wird geändert",
  stages: {
    prepare: {
      now: "Kartenservice wird nach seinem Schlüssel gefragt",
      done: "Schlüssel des Kartenservice geprüft",
    },
    encrypt: { now: "Wird auf diesem Computer verschlüsselt", done: "Auf diesem Computer verschlüsselt" },
    request: {
      now: "Verschlüsselte PIN wird an Ihre Bank übergeben",
      done: "Verschlüsselte PIN unterwegs zu Ihrer Bank",
    },
    sign: { now: "Wird auf diesem Computer unterschrieben", done: "Auf diesem Computer unterschrieben" },
    send: { now: "Wird an Ihre Bank gesendet", done: "Unterwegs zu Ihrer Bank" },
    answer: { now: "Antwort wird erwartet", done: "Antwort erhalten" },
  },
  done: "erledigt",
  now: "läuft",
  waiting: "steht noch aus",
};

export const outcome: WindowTexts["outcome"] = {
  changed: {
    title: "Ihre PIN wurde geändert",
    what: "Der Kartenservice hat die neue PIN Ihrer Karte gesetzt.",
    nextTitle: "Was Sie jetzt wissen sollten",
    next: "Bei manchen Karten funktioniert die neue PIN erst nach der ersten Zahlung in einem Geschäft, bei der die Karte in das Lesegerät gesteckt wird.",
    cashMachines: "An Geldautomaten kann eine PIN nicht geändert werden.",
    oldNotes: "Vernichten Sie alles, worauf die alte PIN steht, und behalten Sie die neue nur im Kopf.",
  },
  refused: {
    title: "Ihre PIN wurde nicht geändert",
    what: "Die PIN Ihrer Karte ist unverändert.",
  },
  notSent: {
    what: "Es wurde nichts gesendet. Die PIN Ihrer Karte ist unverändert.",
    neverArrived:
      "Ihre Bank hat von dieser Änderung nichts erhalten und wird sie nicht ausführen. Die PIN Ihrer Karte ist unverändert.",
  },
  inProgress: {
    title: "Ihre PIN wird gerade geändert",
    what: "Ihre neue PIN ist angekommen, und der Kartenservice hat noch nicht geantwortet.",
    next: "Dieses Fenster fragt alle zwei Sekunden erneut nach.",
  },
  unknown: {
    title: "Es steht nicht fest, ob Ihre PIN geändert wurde",
    what: "Ihre neue PIN wurde gesendet, aber es kam keine Antwort zurück.",
    next: "Versuchen Sie es bei der nächsten Zahlung mit der neuen PIN und, wenn sie nicht funktioniert, mit der alten. Oder legen Sie hier noch einmal eine neue PIN fest: Das können Sie gefahrlos tun.",
    checkAgain: "Erneut prüfen",
    sameAsBefore: "Ihre Bank wurde erneut gefragt und weiß es auch nicht.",
  },
  toCards: "Zurück zu Ihren Karten",
  another: "Andere PIN wählen",
  bySms: "Mit einem Code per SMS ändern",
  otherWay: "Anderen Weg versuchen",
  toConnection: "Verbindung dieses Computers ansehen",
};

export const openChange: WindowTexts["openChange"] = {
  title: "Was aus Ihrer letzten PIN-Änderung geworden ist",
  asking: "Als Sie gingen, stand das Ergebnis noch nicht fest. Ihre Bank wird gefragt …",
  notAnswered:
    "Als Sie gingen, stand das Ergebnis noch nicht fest, und Ihre Bank konnte noch nicht sagen, wie die Änderung ausgegangen ist.",
  later: "Später nachsehen",
};
