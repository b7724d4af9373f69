import type { WindowTexts } from "../window-texts.ts";

export const help: WindowTexts["help"] = {
  title: "Hilfe",
  contact: {
    title: "So erreichen Sie Ihre Bank",
    intro: "Wenn eine Meldung in diesem Programm eine Fehlernummer gezeigt hat, halten Sie sie bereit.",
    phone: "Telefon",
    email: "E-Mail",
    website: "Internetseite",
    hours: "Servicezeiten",
    asUsual: "Wenden Sie sich an Ihre Bank, und zwar auf dem Weg, den Sie kennen.",
    copy: "Kopieren",
    copied: "Kopiert: {contact}",
    call: "Anrufen",
    write: "E-Mail schreiben",
    asked: "Gleich sollte sich das passende Programm öffnen. Wenn nicht, kopieren Sie die Angabe.",
    notAsked: "Auf diesem Computer gibt es kein Programm dafür. Kopieren Sie stattdessen die Angabe.",
  },
  neverAsked: {
    title: "Was Ihre Bank nie verlangt",
    secrets:
      "Niemand von Ihrer Bank fragt Sie jemals nach einer Karten-PIN, Ihrem Gerätepasswort oder einem Code, der Ihnen gesendet wurde: weder am Telefon noch per Brief, SMS oder E-Mail.",
    computer:
      "Auch wird niemand Sie bitten, Ihren Bildschirm zu zeigen, andere Ihren Computer bedienen zu lassen oder eine vorgegebene PIN zu wählen.",
    ifAsked:
      "Wenn es doch jemand tut, ganz gleich, wer es angeblich ist: Legen Sie auf, oder antworten Sie nicht. Wenden Sie sich dann selbst an Ihre Bank, auf einem Weg, den Sie schon vorher kannten.",
    ifTold:
      "Wenn Sie schon etwas verraten haben: Wenden Sie sich sofort an Ihre Bank, ändern Sie Ihre Karten-PIN und entfernen Sie Geräte, die Sie nicht kennen.",
  },
};

export const diagnosis: WindowTexts["diagnosis"] = {
  title: "Was dieses Programm braucht",
  intro:
    "Hier sehen Sie, ob alles da ist und funktioniert. Der Bericht enthält keinen Namen, keine Nummer, keine Adresse und kein Geheimnis von Ihnen. Sie können ihn also weitergeben, wenn Ihnen jemand helfen soll.",
  checking: "Alles wird geprüft …",
  checked: "Geprüft: {time}",
  again: "Erneut prüfen",
  copy: "Bericht kopieren",
  copied: "Der Bericht wurde kopiert. Sie können ihn in eine Nachricht einfügen.",
  save: "Bericht speichern …",
  saved: "Der Bericht wurde gespeichert.",
  state: {
    works: "Funktioniert",
    attention: "Bitte beachten",
    problem: "Funktioniert nicht",
  },
  bank: {
    name: "Ihre Bank",
    reachable: "Sie antwortet.",
  },
  way: {
    name: "Verbindung zu Ihrer Bank",
    direct: "Direkt, ohne Proxy.",
    proxy: "Über einen Proxy.",
    unknown: "Dieser Computer hat nicht mitgeteilt, ob es einen Proxy gibt.",
  },
  tls: {
    name: "Verschlüsselung",
    used: "Verbindungen sind verschlüsselt (TLS).",
    "not-used": "Verbindungen sind nicht verschlüsselt. Nur eine Demonstration kommt ohne aus.",
  },
  clock: {
    name: "Uhr",
    right: "Sie geht richtig.",
    slow: "Die Uhr geht {difference} nach. Stellen Sie sie richtig.",
    fast: "Die Uhr geht {difference} vor. Stellen Sie sie richtig.",
    unknown: "Nur eine Antwort Ihrer Bank sagt, ob sie richtig geht, und es kam keine.",
  },
  keychain: {
    name: "Schlüsselbund",
    which: {
      "secret-service": "Schlüsselbund Ihrer Sitzung (Secret Service)",
      "macos-keychain": "Schlüsselbund von macOS",
      "windows-credentials": "Anmeldeinformationsverwaltung von Windows",
    },
    works: "Er ist lesbar und beschreibbar.",
    locked: "Er ist gesperrt. Entsperren Sie ihn, meist indem Sie sich an Ihrem Computer ab- und wieder anmelden.",
    unavailable: "Er hat nicht geantwortet. Melden Sie sich an Ihrem Computer ab und wieder an.",
    silent:
      "Er hat nicht rechtzeitig geantwortet. Vielleicht wartet auf dem Bildschirm eine Frage des Systems auf Sie.",
  },
  key: { name: "Ihr Schlüssel" },
  rendering: {
    name: "Darstellung",
    hardware: "Die Grafikkarte zeichnet dieses Fenster.",
    software: "Dieses Fenster wird ohne die Grafikkarte gezeichnet. Das kann langsamer sein.",
  },
  screenReader: {
    name: "Screenreader",
    on: "Laut System ist einer in Gebrauch.",
    off: "Laut System ist keiner in Gebrauch.",
  },
  language: { name: "Sprache" },
  program: { name: "Programm", running: "Laufzeit: {duration}" },
  system: { name: "Betriebssystem", other: "Ein anderes" },
  errors: {
    title: "Letzte Fehler",
    none: "Keine, seit dieses Programm gestartet wurde.",
  },
};

export const about: WindowTexts["about"] = {
  title: "Über {product}",
  version: "Version {version}",
  privacy: "Datenschutzhinweise",
  licences: "Lizenzen",
  licencesWhat: "Dieses Programm enthält Software anderer. Deren Lizenzen können Sie hier lesen.",
  showLicences: "Lizenzen anzeigen",
};
