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
  passcodeHint: "Nicht die Karten-PIN. Vergessen? Gehen Sie zurück und wählen Sie „Geräte“.",
  change: "PIN ändern",
  neverAsk:
    "Niemand von Ihrer Bank wird Sie je nach Ihrer PIN fragen, weder am Telefon noch per Brief, SMS oder E-Mail.",
};

export const tan: WindowTexts["tan"] = {
  title: "Mit Code bestätigen",
  intro: "Ihre Bank hat einen Code aus sechs Ziffern an Ihr Mobiltelefon gesendet. Damit bestätigen Sie die neue PIN.",
  send: "Code anfordern",
  confirm: "PIN ändern",
  neverTell:
    "In der SMS steht, dass der Code für eine neue PIN ist. Verraten Sie ihn niemandem, auch nicht Ihrer Bank.",
  ifBack:
    "Ihre Karten-PIN ist unverändert, bis Sie mit dem Code bestätigen. Wenn Sie zurückgehen, wird nichts geändert.",
};

export const sending: WindowTexts["sending"] = {
  title: "Ihre PIN wird geändert",
  stages: {
    prepare: { now: "Wird mit Ihrer Bank vorbereitet", done: "Mit Ihrer Bank vorbereitet" },
    encrypt: { now: "Wird auf diesem Computer verschlüsselt", done: "Auf diesem Computer verschlüsselt" },
    request: {
      now: "Verschlüsselte PIN wird gesendet",
      done: "Verschlüsselte PIN unterwegs",
    },
    sign: { now: "Wird auf diesem Computer bestätigt", done: "Auf diesem Computer bestätigt" },
    send: { now: "Wird an Ihre Bank gesendet", done: "Unterwegs zu Ihrer Bank" },
    answer: { now: "Antwort Ihrer Bank wird erwartet", done: "Antwort erhalten" },
  },
  done: "erledigt",
  now: "läuft",
  waiting: "steht noch aus",
};

export const outcome: WindowTexts["outcome"] = {
  changed: {
    title: "Ihre PIN wurde geändert",
    what: "Ihre neue PIN gilt.",
    nextTitle: "Gut zu wissen",
    next: "Bei manchen Karten funktioniert die neue PIN erst, wenn Sie in einem Geschäft einmal mit eingesteckter Karte bezahlt haben.",
    memorise: "Merken Sie sich die neue PIN, und schreiben Sie sie nicht auf.",
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
    what: "Ihre Bank hat Ihre neue PIN erhalten und ist noch nicht fertig.",
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
  toComputer: "Registrierung ansehen",
};

export const pausedChange: WindowTexts["pausedChange"] = {
  title: "Ihre neue PIN wurde noch nicht gesendet",
  what: "Als Ihre neue PIN gesendet werden sollte, verlangte Ihre Bank eine neue Anmeldung. Es wurde nichts geändert, und Ihre neue PIN wird hier verschlüsselt aufbewahrt.",
  next: "Senden Sie sie jetzt, wenn Sie das möchten.",
  send: "Neue PIN senden",
  giveUp: "PIN nicht ändern",
};

export const openChange: WindowTexts["openChange"] = {
  title: "Was aus Ihrer letzten PIN-Änderung geworden ist",
  asking: "Als Sie gingen, stand das Ergebnis noch nicht fest. Ihre Bank wird gefragt …",
  notAnswered:
    "Als Sie gingen, stand das Ergebnis noch nicht fest, und Ihre Bank konnte noch nicht sagen, wie die Änderung ausgegangen ist.",
  later: "Jetzt nicht",
};

export const moment: WindowTexts["moment"] = {
  changedAt: "Geändert am",
  computer: "Computer",
  reference: "Referenz",
  copy: "Kopieren",
  copyReference: "Referenz kopieren",
  copied: "Kopiert.",
};
