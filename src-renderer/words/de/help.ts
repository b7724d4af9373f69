import type { WindowTexts } from "../window-texts.ts";

export const help: WindowTexts["help"] = {
  title: "Hilfe",
  contact: {
    title: "So erreichen Sie Ihre Bank",
    intro: "Wenn eine Meldung in diesem Programm mit einem Code geendet hat, halten Sie ihn bereit.",
    phone: "Telefon",
    email: "E-Mail",
    website: "Internetseite",
    hours: "Zeiten",
    asUsual: "Wenden Sie sich an Ihre Bank, so wie Sie es kennen.",
  },
  neverAsked: {
    title: "Was Ihre Bank nie verlangt",
    secrets:
      "Niemand von Ihrer Bank fragt Sie jemals nach einer Karten-PIN, Ihrem Gerätepasswort oder einem Code aus einer SMS: nicht am Telefon, nicht per Post oder E-Mail, nicht per Nachricht.",
    computer:
      "Niemand bittet Sie, den Bildschirm zu zeigen, den Computer bedienen zu lassen oder eine vorgegebene PIN zu wählen.",
    ifAsked:
      "Wenn es doch jemand tut, egal wer es zu sein behauptet: Legen Sie auf, oder antworten Sie nicht. Wenden Sie sich dann selbst an Ihre Bank, auf einem Weg, den Sie schon vorher kannten.",
    ifTold:
      "Wenn Sie schon etwas verraten haben: Wenden Sie sich sofort an Ihre Bank, ändern Sie Ihre Karten-PIN und entfernen Sie Geräte, die Sie nicht kennen.",
  },
};

export const diagnosis: WindowTexts["diagnosis"] = {
  title: "Was dieses Programm braucht",
  intro:
    "Ob es da ist und ob es funktioniert. Der Bericht enthält keinen Namen, keine Nummer, keine Adresse und kein Geheimnis von Ihnen. Sie können ihn also weitergeben, wenn man Ihnen helfen soll.",
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
    name: "Weg zu Ihrer Bank",
    direct: "Direkt, ohne Proxy.",
    proxy: "Über einen Proxy.",
    unknown: "Dieser Computer hat nicht gesagt, ob es einen Proxy gibt.",
  },
  tls: {
    name: "Verschlüsselung",
    used: "Verbindungen sind verschlüsselt (TLS).",
    "not-used": "Verbindungen sind nicht verschlüsselt. Nur eine Demonstration kommt ohne aus.",
  },
  clock: {
    name: "Uhr",
    right: "Sie geht richtig.",
    slow: "Sie geht nach, und zwar um {difference}. Stellen Sie sie.",
    fast: "Sie geht vor, und zwar um {difference}. Stellen Sie sie.",
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
    on: "Einer ist in Gebrauch, soweit das System es sagt.",
    off: "Keiner ist in Gebrauch, soweit das System es sagt.",
  },
  language: { name: "Sprache" },
  program: { name: "Programm", running: "Läuft seit {duration}" },
  system: { name: "Betriebssystem", other: "Ein anderes" },
  errors: {
    title: "Letzte Fehler",
    none: "Keine, seit dieses Programm gestartet wurde.",
  },
};
