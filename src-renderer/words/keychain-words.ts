import type { KeychainName } from "../../src-contract/bridge/keychain-names.ts";
import type { Language } from "../../src-contract/rules/languages.ts";

/** What is said in place of what, in this order. */
type Renames = readonly (readonly [from: string, to: string])[];

/**
 * Every system has its own word for where keys are kept, and people look for it under that one. The catalogues have Apple's,
 * which GNOME uses as well in German, French and Italian; whole phrases are replaced where articles and pronouns follow it. What says
 * that it is locked is not among them for Windows, whose is open as long as somebody is signed in.
 */
const renamesOn: Readonly<Record<KeychainName, Partial<Record<Language, Renames>>>> = {
  "macos-keychain": {},
  "secret-service": {
    en: [
      ["keychain", "keyring"],
      ["Keychain", "Keyring"],
    ],
    es: [
      ["llavero", "depósito de claves"],
      ["Llavero", "Depósito de claves"],
    ],
  },
  "windows-credentials": {
    en: [
      ["No keychain was found", "Credential Manager was not found"],
      ["The keychain", "Credential Manager"],
      ["Your keychain", "Credential Manager"],
      ["the keychain", "Credential Manager"],
      ["your keychain", "Credential Manager"],
      ["its keychain", "Credential Manager"],
      ["keychain", "Credential Manager"],
      ["Keychain", "Credential Manager"],
    ],
    de: [
      ["geantwortet. Ohne ihn", "geantwortet. Ohne sie"],
      ["dass er läuft", "dass sie läuft"],
      ["Kein Schlüsselbund", "Keine Schlüsselbund"],
      ["Der Schlüsselbund", "Die Schlüsselbund"],
      ["der Schlüsselbund", "die Schlüsselbund"],
      ["den Schlüsselbund", "die Schlüsselbund"],
      ["dem Schlüsselbund", "der Schlüsselbund"],
      ["Im Schlüsselbund", "In der Schlüsselbund"],
      ["im Schlüsselbund", "in der Schlüsselbund"],
      ["Ihr Schlüsselbund", "Die Schlüsselbund"],
      ["Ihrem Schlüsselbund", "der Schlüsselbund"],
      ["seinem Schlüsselbund", "der Schlüsselbund"],
      ["seines Schlüsselbunds", "der Schlüsselbund"],
      ["Schlüsselbund", "Anmeldeinformationsverwaltung"],
    ],
    fr: [
      ["trousseau de clés", "trousseau"],
      ["Trousseau de clés", "Trousseau"],
      ["Votre trousseau", "Le trousseau"],
      ["de votre trousseau", "du trousseau"],
      ["de son trousseau", "du trousseau"],
      ["son trousseau", "le trousseau"],
      ["Aucun trousseau trouvé", "Trousseau introuvable"],
      ["trousseau", "Gestionnaire d’identification"],
      ["Trousseau", "Gestionnaire d’identification"],
    ],
    it: [
      ["che sia attivo", "che sia attiva"],
      ["Nessun portachiavi trovato", "Gestione credenziali non trovata"],
      ["Il portachiavi", "Gestione credenziali"],
      ["il portachiavi", "Gestione credenziali"],
      ["Nel portachiavi", "In Gestione credenziali"],
      ["nel portachiavi", "in Gestione credenziali"],
      ["del portachiavi", "di Gestione credenziali"],
      ["dal portachiavi", "da Gestione credenziali"],
      ["portachiavi", "Gestione credenziali"],
      ["Portachiavi", "Gestione credenziali"],
    ],
    es: [
      ["No se ha encontrado ningún llavero", "No se ha encontrado el llavero"],
      ["su llavero", "el llavero"],
      ["llavero", "Administrador de credenciales"],
      ["Llavero", "Administrador de credenciales"],
    ],
  },
};

/**
 * Says the system's own word for its keychain in all texts of a language.
 * @param texts as written, or as a release's build has parsed them: the words are in neither the values' names nor the keys
 */
export function inSystemsWords<Texts>(texts: Texts, language: Language, keychain: KeychainName): Texts {
  const renames = renamesOn[keychain][language];
  return renames === undefined ? texts : (renameIn(texts, renames) as Texts);
}

function renameIn(part: unknown, renames: Renames): unknown {
  if (typeof part === "string") return renames.reduce((text, [from, to]) => text.replaceAll(from, to), part);
  if (Array.isArray(part)) return part.map((one) => renameIn(one, renames));
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, renameIn(inner, renames)]));
}
