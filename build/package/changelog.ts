/** One version's section of CHANGELOG.md, without its Markdown. */
export interface Release {
  readonly version: string;
  /** As 2026-11-27; null while it is unreleased. */
  readonly date: string | null;
  readonly changes: readonly string[];
}

/**
 * Reads a changelog in the format of Keep a Changelog 1.1.0, for those who get the app: what begins with "Backend:" is left
 * out, as it concerns partners, and so is a section "Not …", as what is not there is no change.
 * @returns its versions, in its order: the newest first
 */
export function readChangelog(text: string): Release[] {
  const sections = text.split(/^## (?=\[)/m).slice(1);
  return sections.flatMap((section) => {
    const [, version, date] = /^\[(\d[^\]]*)\](?: [–-] (\d{4}-\d\d-\d\d))?/.exec(section) ?? [];
    return version === undefined ? [] : [{ version, date: date ?? null, changes: changesOf(section) }];
  });
}

/** Each item of the section's lists, on one line. */
function changesOf(section: string): string[] {
  const told = section.split(/^(?=### )/m).filter((part) => !part.startsWith("### Not "));
  const items = told.join("").matchAll(/^- (?!Backend:)(?:App: )?(.*(?:\n {2,}.*)*)/gm);
  const changes = [...items].map(([, item = ""]) => plain(item));
  return changes.length > 0 ? changes : ["Nothing has changed in the app itself."]; // a package's changelog needs an item
}

function plain(markdown: string): string {
  const [, ...parts] = `\`${markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")}`.split("`");
  return parts
    .map((part, place) => (place % 2 === 0 ? part.replace(/\*+/g, "") : part)) // code stays as it is
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
