import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

// The reasons of the code lie in docs/ and in public documents. A citation that leads nowhere is worse than none.
const root = path.resolve(import.meta.dirname, "../..");
const folders = readdirSync(root).filter((name) => name.startsWith("src-") || name === "build" || name === "tests");
const files = [
  "electron.vite.config.ts",
  ...folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(folder, ...file.split(path.sep)),
    ),
  ),
];
const own = "tests/build/citations.test.ts";
const code = files.filter((file) => /\.(?:ts|tsx|mjs|css|py)$/.test(file));
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const texts = code.filter((file) => file !== own).map((file) => [file, withoutWraps(textOf(file))] as const);

/** A comment as one line, because a citation may go on in the next. */
function withoutWraps(text: string): string {
  return text.replace(/\n\s*(?:\*|\/\/|#) /g, " ");
}

const documents = new Map<string, string>();
function documentOf(file: string): string {
  if (!documents.has(file)) documents.set(file, existsSync(path.join(root, file)) ? textOf(file) : "");
  return documents.get(file) ?? "";
}

/** Slugs of headings as forges make them, and anchors that are written out. */
function anchorsOf(document: string): Set<string> {
  const headings = [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
  const written = [...document.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  return new Set([...headings, ...written]);
}

/** `docs/x.md`, with `#slug, #slug` or ` §1, §2.3, Q4, TV-1` behind it. */
const citation = /\b(docs\/[\w/-]+\.md)((?:,? ?#[\w-]+)*)((?:,? (?:and )?(?:§{1,2}\d+(?:\.\d+)*[a-z]?|Q\d+|TV-\d+))*)/g;

it("leads to a document of this repository, and to a place in it", () => {
  const missing: string[] = [];
  for (const [file, text] of texts) {
    for (const [, document = "", slugs = "", sections = ""] of text.matchAll(citation)) {
      const target = documentOf(document);
      if (target === "") missing.push(`${file}: ${document}`);
      const anchors = anchorsOf(target);
      for (const [, slug = ""] of slugs.matchAll(/#([\w-]+)/g))
        if (!anchors.has(slug)) missing.push(`${file}: ${document}#${slug}`);
      for (const [section] of sections.matchAll(/(?:§\d+(?:\.\d+)*[a-z]?|Q\d+|TV-\d+)/g))
        if (!new RegExp(`${section.replace(".", "\\.")}(?![\\w.]*\\d)`).test(target))
          missing.push(`${file}: ${document} ${section}`);
    }
  }
  expect(missing).toEqual([]);
});

it("leads, in a document, to a file and to a place in it", () => {
  const all = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" }).map((file) =>
    path.posix.join("docs", ...file.split(path.sep)),
  );
  const top = readdirSync(root).filter((file) => file.endsWith(".md"));
  const broken: string[] = [];
  for (const file of [...top, ...all.filter((one) => one.endsWith(".md"))]) {
    for (const [, target = "", slug] of textOf(file).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)) {
      const leadsTo = target === "" ? file : path.posix.join(path.posix.dirname(file), target);
      const isThere = existsSync(path.join(root, leadsTo));
      if (!isThere || (slug !== undefined && !anchorsOf(documentOf(leadsTo)).has(slug)))
        broken.push(`${file}: ${target}${slug === undefined ? "" : `#${slug}`}`);
    }
  }
  expect(broken).toEqual([]);
});

it("names, in the threat model, code and tests that are there", () => {
  const named = [...textOf("docs/threat-model.md").matchAll(/`((?:src-[a-z]+|tests|build)\/[\w./-]+)`/g)];
  expect(named.length).toBeGreaterThan(100);
  expect(named.flatMap(([, file = ""]) => (existsSync(path.join(root, file)) ? [] : file))).toEqual([]);
});

it("names no paper that is not in the repository", () => {
  const papers =
    /\b[Cc]hecklist rows?\b|(?<!docs\/)\bsolaris-api\b|\bcode-style\b|\b[Ff]indings? [A-Z]\d|\(design[,:)]|\bdesign\.md\b/;
  expect(texts.filter(([, text]) => papers.test(text)).map(([file]) => file)).toEqual([]);
});

it("names no file that has gone", () => {
  const names = new Set(files.map((file) => path.posix.basename(file)));
  const made = new Set(["vitest.mjs", "run.mjs"]);
  const gone: string[] = [];
  for (const file of code) {
    if (file === own) continue;
    for (const [comment] of textOf(file).matchAll(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm))
      for (const [, name = ""] of comment.matchAll(/(?<![\w./@-])(?:[\w-]+\/)*([a-z][\w-]*\.(?:ts|tsx|mjs|css))\b/g))
        if (!names.has(name) && !made.has(name)) gone.push(`${file}: ${name}`);
  }
  expect(gone).toEqual([]);
});
