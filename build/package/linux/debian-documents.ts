import { licencesFile } from "../../licences/licences-plugin.ts";
import type { PackageIdentity } from "../package-identity.ts";
import { summaries } from "./desktop-entry.ts";

/** Debian's version numbers sort `~` before everything, and so a preview before its release (Debian Policy 5.6.12); rpm's do the same, and have no `-`. */
export function linuxVersion({ version }: Pick<PackageIdentity, "version">): string {
  return version.replace("-", "~").replaceAll("-", ".");
}

/** What the package is, for `control` and for rpm's specification. */
export const description = {
  summary: summaries.en,
  text: [
    "Links this computer to you at your bank, and changes the PIN of your card",
    "from it. The PIN is encrypted for the card service before it leaves this",
    "computer.",
  ],
};

/** `changelog` (Debian Policy 4.4), of what CHANGELOG.md says. */
export function debianChangelog({ name, releases, maintainer, epoch }: PackageIdentity): string {
  return releases
    .map(({ version, date, changes }) =>
      [
        `${name} (${linuxVersion({ version })}) stable; urgency=medium`,
        "",
        ...changes.map((change) => wrapped(change).join("\n")),
        "",
        ` -- ${maintainer}  ${rfc5322(date === null ? epoch : Date.parse(`${date}T00:00:00Z`) / 1000)}`,
        "",
      ].join("\n"),
    )
    .join("\n");
}

/** As an item of the list, in lines of at most 78 characters. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "  *";
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 > 78) {
      lines.push(line);
      line = "   ";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

/** @param epoch seconds since 1970 */
function rfc5322(epoch: number): string {
  return new Date(epoch * 1000).toUTCString().replace("GMT", "+0000");
}

/** `copyright` (Debian Policy 12.5). */
export function debianCopyright({ name, productName, maintainer }: PackageIdentity, licence: string): string {
  return `${productName}, packaged by ${maintainer}

${licence.trim()}

Parts of it are other people's work, under their own licences, which come with it:

  /opt/${name}/${licencesFile}           what is bundled into the app
  /opt/${name}/LICENSE.electron.txt     Electron
  /opt/${name}/LICENSES.chromium.html   Chromium and what it is made of
`;
}

/**
 * What lintian objects to and stays: Chromium brings libraries of its own, and comes stripped as its makers strip it; a program that is not
 * Debian's belongs into /opt (Filesystem Hierarchy Standard 3.13).
 */
export function lintianOverrides({ name }: PackageIdentity): string {
  const tags = ["dir-or-file-in-opt", "embedded-library", "unstripped-binary-or-object"];
  return tags.map((tag) => `${name}: ${tag}\n`).join("");
}
