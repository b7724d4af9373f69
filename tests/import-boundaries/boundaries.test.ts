import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { boundaries } from "../../build/import-boundaries/boundaries.mjs";
import { deniedMembers, deniedValues } from "../../build/import-boundaries/denied-members.mjs";
import { renderLinterRules } from "../../build/import-boundaries/linter-rules.mjs";
import { reserved } from "../../build/import-boundaries/reserved.mjs";
import { lintInPlaceOf, root, sourcesIn } from "./lint-in-place.ts";
import { boundaryOf, everyImport, everyMember, type Line, someLines } from "./snippets.ts";

const zones = [
  ...["src-contract", "src-main", "src-preload", "src-renderer", "src-hardware-key", "src-backend", "src-sandbox"],
  "src-testing",
];
const sources = zones.flatMap(sourcesIn);
const asked = ["noRestrictedImports", "noRestrictedGlobals", "noProcessEnv", "noConsole", "plugin"];

it("is what the linter goes by (npm run docs)", () => {
  const rendered = renderLinterRules();
  const folder = "build/import-boundaries/generated";
  const kept = readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`);
  const held = kept.map((file) => [file, readFileSync(path.join(root, file), "utf8")]);
  expect(Object.fromEntries(held)).toEqual(rendered);
  const { extends: extended } = JSON.parse(readFileSync(path.join(root, "biome.json"), "utf8"));
  expect(extended).toEqual([`./${folder}/linter-rules.json`]);
});

it("names files and folders that are there", () => {
  const rules = [...deniedMembers, ...deniedValues].flatMap(({ folders, except = [] }) => [...folders, ...except]);
  const kept = reserved.flatMap(({ file, by }) => [file, ...by]);
  const named = [...boundaries.flatMap(({ of, files }) => [of.replace(/\*$/, ""), ...files]), ...rules, ...kept];
  const isThere = (name: string) =>
    sources.some((file) => (name.endsWith("/") ? file.startsWith(name) : file === name)) ||
    (name.startsWith("build/") && existsSync(path.join(root, name)));
  expect([...new Set(named)].filter((name) => !isThere(name))).toEqual([]);
});

it.each(reserved)("keeps of $file what is exported there, for files with a boundary of their own", async (one) => {
  const exported = await import(pathToFileURL(path.join(root, one.file)).href);
  for (const name of one.names ?? []) expect(exported).toHaveProperty(name);
  expect(one.by.filter((file) => !boundaries.some(({ of }) => of === file))).toEqual([]);
});

it("gives every room of main and of the contract a boundary of its own", () => {
  const rooms = new Set(sources.flatMap((file) => /^src-(?:main|contract)\/[^/]+\//.exec(file)?.[0] ?? []));
  expect([...rooms].filter((room) => !boundaries.some(({ of }) => of === room))).toEqual([]);
});

describe("in place of every file", () => {
  // Everything in one file of each boundary, directly in its folder and deeper; in the others something of each kind.
  const firstOf = boundaries.flatMap(({ of }) => sources.find((file) => boundaryOf(file).of === of) ?? []);
  const folders = boundaries.flatMap(({ of }) => (of.endsWith("/") ? [of] : []));
  const bare = folders.filter((of) => !firstOf.some((file) => `${path.posix.dirname(file)}/` === of));
  const fresh = [...bare.map((of) => `${of}new-file.ts`), ...folders.map((of) => `${of}new/new-file.ts`)];
  const lines = new Map<string, Line[]>(sources.map((file) => [file, someLines(file)]));
  for (const file of [...firstOf, ...fresh]) lines.set(file, everyImport(file));
  const exceptions = [...deniedMembers, ...deniedValues].flatMap(({ except }) => except ?? []);
  for (const file of [...zones.map((zone) => `${zone}/new.ts`), "src-main/keys/new.ts", ...exceptions]) {
    lines.set(file, everyMember(file));
  }

  it("what it forbids is an error, and what it allows is none", () => {
    const snippets = new Map([...lines].map(([file, all]) => [file, all.map(({ code }) => code)]));
    const complaints = lintInPlaceOf(snippets, ["suspicious/noImportCycles"]);
    const wrong: string[] = [];
    for (const [file, all] of lines) {
      const found = new Map<number, Set<string>>();
      for (const { line, rule } of complaints.get(file) ?? []) {
        if (!asked.includes(rule.split("/").at(-1) ?? "")) continue;
        found.set(line, (found.get(line) ?? new Set()).add(rule));
      }
      all.forEach(({ code, breaks }, index) => {
        const broken = found.get(index + 1) ?? new Set();
        const isRight = breaks === null ? broken.size === 0 : broken.has(breaks);
        if (!isRight) wrong.push(`${file}: ${code} breaks ${[...broken].join() || "nothing"}, not ${breaks}`);
      });
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});
