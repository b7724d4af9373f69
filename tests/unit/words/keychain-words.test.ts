import { parse } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { keychainNames } from "../../../src-contract/bridge/keychain-names.ts";
import { languages } from "../../../src-contract/rules/languages.ts";
import { inSystemsWords } from "../../../src-renderer/words/keychain-words.ts";
import { askedValues, catalogues, listMessages } from "./read-messages.ts";

/** What each system calls it: Windows' Control Panel, macOS' Passwords, GNOME's Passwords and Keys. */
const names = {
  "windows-credentials": {
    en: "Credential Manager",
    de: "Anmeldeinformationsverwaltung",
    fr: "Gestionnaire d’identification",
    it: "Gestione credenziali",
    es: "Administrador de credenciales",
  },
  "macos-keychain": { en: "keychain", de: "Schlüsselbund", fr: "trousseau", it: "portachiavi", es: "llavero" },
  "secret-service": {
    en: "keyring",
    de: "Schlüsselbund",
    fr: "trousseau",
    it: "portachiavi",
    es: "depósito de claves",
  },
} as const;

/** Those that say of what system they are, and what is only said on Linux. */
const ofOneSystem = /^keychain\.asks\.|^diagnosis\.keychain\.which\.|^keychain\.onLinux$/;

describe.each(languages.flatMap((language) => keychainNames.map((keychain) => ({ language, keychain }))))(
  "$language with $keychain",
  ({ language, keychain }) => {
    const before = listMessages(catalogues[language]);
    const after = new Map(listMessages(inSystemsWords(catalogues[language], language, keychain)));
    const general = before.filter(([name]) => !ofOneSystem.test(name));

    it("has no other system's word", () => {
      const own = names[keychain][language].toLowerCase();
      const others = Object.values(names).flatMap((words) =>
        words[language].toLowerCase() === own ? [] : [words[language]],
      );
      const wrong = general.filter(([name]) =>
        others.some((word) => after.get(name)?.toLowerCase().includes(word.toLowerCase())),
      );
      expect(wrong.map(([name]) => after.get(name))).toEqual([]);
    });

    it("has its own in every text that names the keychain, which asks for the same values", () => {
      const word = names["macos-keychain"][language].toLowerCase();
      const naming = general.filter(([, text]) => text.toLowerCase().includes(word));
      expect(naming.length).toBeGreaterThan(10);
      for (const [name, text] of naming) {
        expect(after.get(name)?.toLowerCase(), name).toContain(names[keychain][language].toLowerCase());
        expect(askedValues(after.get(name) ?? ""), name).toEqual(askedValues(text));
      }
    });
  },
);

it.each([
  ["state.no-marker.what", "In der Anmeldeinformationsverwaltung liegt ein Schlüssel für Ihre Karten"],
  ["keychain.unavailable.title", "Keine Anmeldeinformationsverwaltung gefunden"],
  ["errors.ERR_KEYCHAIN_UNAVAILABLE.next", "Stellen Sie sicher, dass sie läuft"],
  ["devices.askThis", "aus der Anmeldeinformationsverwaltung gelöscht"],
])("in German articles and pronouns follow it: %s", (name, said) => {
  const texts = new Map(listMessages(inSystemsWords(catalogues.de, "de", "windows-credentials")));
  expect(texts.get(name)).toContain(said);
});

it("finds the words in parsed messages, too, as a release has them", () => {
  const texts = { asked: parse("The keychain has a key of {name}."), plain: "No keychain was found" };
  expect(inSystemsWords(texts, "en", "secret-service")).toEqual({
    asked: parse("The keyring has a key of {name}."),
    plain: "No keyring was found",
  });
});
