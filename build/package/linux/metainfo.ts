import type { Language } from "../../../src-contract/rules/languages.ts";
import type { PackageIdentity } from "../package-identity.ts";
import { description } from "./debian-documents.ts";
import { summaries } from "./desktop-entry.ts";

/** The English one is debian-documents.ts', for every package. */
const descriptions: Readonly<Record<Exclude<Language, "en">, string>> = {
  de: "Registriert diesen Computer für Sie bei Ihrer Bank und ändert von hier aus die PIN Ihrer Karte. Die PIN wird für den Kartendienst verschlüsselt, bevor sie diesen Computer verlässt.",
  fr: "Associe cet ordinateur à vous auprès de votre banque et permet d’y modifier le code PIN de votre carte. Le code PIN est chiffré pour le service des cartes avant de quitter cet ordinateur.",
  it: "Associa questo computer a lei presso la sua banca e permette di cambiare da qui il PIN della carta. Il PIN viene cifrato per il servizio carte prima di lasciare questo computer.",
  es: "Vincula este ordenador con usted en su banco y permite cambiar desde él el PIN de su tarjeta. El PIN se cifra para el servicio de tarjetas antes de salir de este ordenador.",
};

/** What a software centre shows (AppStream 1.0). */
export function metainfo(identity: PackageIdentity): string {
  const { id, name, productName, website, maintainer } = identity;
  const { en, ...others } = summaries;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<component type="desktop-application">',
    `  <id>${id}</id>`,
    "  <metadata_license>CC0-1.0</metadata_license>",
    "  <project_license>LicenseRef-proprietary</project_license>",
    `  <name>${escaped(productName)}</name>`,
    `  <summary>${escaped(en)}</summary>`,
    ...Object.entries(others).map(([language, text]) => `  <summary xml:lang="${language}">${escaped(text)}</summary>`),
    "  <description>",
    `    <p>${escaped(description.text.join(" "))}</p>`,
    ...Object.entries(descriptions).map(([language, text]) => `    <p xml:lang="${language}">${escaped(text)}</p>`),
    "  </description>",
    `  <launchable type="desktop-id">${id}.desktop</launchable>`,
    `  <developer id="${id.split(".").slice(0, 2).join(".")}">`,
    `    <name>${escaped(maintainer.replace(/ <.*/, ""))}</name>`,
    "  </developer>",
    ...(website === undefined ? [] : [`  <url type="homepage">${escaped(website)}</url>`]),
    "  <provides>",
    `    <binary>${name}</binary>`,
    "  </provides>",
    '  <content_rating type="oars-1.1" />',
    "  <releases>",
    ...releasesOf(identity),
    "  </releases>",
    "</component>",
    "",
  ].join("\n");
}

function releasesOf({ releases, epoch }: PackageIdentity): string[] {
  const today = new Date(epoch * 1000).toISOString().slice(0, 10);
  return releases.flatMap(({ version, date, changes }) => [
    `    <release version="${version}" date="${date ?? today}">`,
    "      <description>",
    "        <ul>",
    ...changes.map((change) => `          <li>${escaped(change)}</li>`),
    "        </ul>",
    "      </description>",
    "    </release>",
  ]);
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
