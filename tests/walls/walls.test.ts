import { describe, expect, it } from "vitest";
import { lintInPlaceOf, sourcesIn } from "./lint-mirror.ts";
import { type Zone, zones } from "./zones.ts";

const wall = "lint/style/noRestrictedImports";

/** Puts the same lines in place of each file of a zone. @returns per file, the 1-based lines that broke the rule */
function linesThatBreak(rule: string, zone: Zone, lines: readonly string[]): Map<string, number[]> {
  const complaints = lintInPlaceOf(new Map(zone.files.map((file) => [file, lines])));
  return new Map(
    [...complaints].map(([file, found]) => [
      file,
      [...new Set(found.filter((one) => one.rule === rule).map(({ line }) => line))].sort((a, b) => a - b),
    ]),
  );
}

const inEachFile = (zone: Zone, lines: readonly string[]) => new Map(zone.files.map((file) => [file, lines]));
const textOf = (lines: readonly string[], broken: Map<string, number[]>) =>
  new Map([...broken].map(([file, numbers]) => [file, numbers.map((number) => lines[number - 1])]));

describe.each(zones)("$name", (zone) => {
  it("has files, or its wall guards nothing", () => {
    expect(zone.files).not.toEqual([]);
  });

  it("cannot import what is behind its walls, in any of its files", () => {
    const broken = linesThatBreak(wall, zone, zone.forbidden);
    expect(textOf(zone.forbidden, broken)).toEqual(inEachFile(zone, zone.forbidden));
  });

  it("can import what it works with", () => {
    expect(textOf(zone.allowed, linesThatBreak(wall, zone, zone.allowed))).toEqual(inEachFile(zone, []));
  });

  it("writes nothing to the console", () => {
    const lines = ['console.log("a");', 'console.error("b");'];
    const broken = linesThatBreak("lint/suspicious/noConsole", zone, lines);
    expect(textOf(lines, broken)).toEqual(inEachFile(zone, lines));
  });

  it(zone.noEnvironment ? "does not read the environment" : "is not held from the environment by this rule", () => {
    const lines = ["export const home = process.env.HOME;"];
    const broken = linesThatBreak("lint/style/noProcessEnv", zone, lines);
    expect(textOf(lines, broken)).toEqual(inEachFile(zone, zone.noEnvironment ? lines : []));
  });

  it("does without the globals that lead out of it", () => {
    const lines = zone.forbiddenGlobals.map((name, i) => `export const used${i} = ${name};`);
    const broken = linesThatBreak("lint/style/noRestrictedGlobals", zone, lines);
    expect(textOf(lines, broken)).toEqual(inEachFile(zone, lines));
  });
});

describe("the walls together", () => {
  const folders = ["src-main", "src-preload", "src-renderer", "src-backend", "src-sandbox"];

  it("stand around every source file, each in exactly one zone", () => {
    expect(zones.flatMap((zone) => zone.files).sort()).toEqual(folders.flatMap(sourcesIn).sort());
  });

  it("count as errors, so that a check cannot pass over them", () => {
    const lines = ['import { app } from "electron";'];
    const [complaint] = lintInPlaceOf(new Map([["src-renderer/store.ts", lines]])).get("src-renderer/store.ts") ?? [];
    expect(complaint).toEqual({ line: 1, rule: wall });
  });

  it("stand around a file that does not exist yet", () => {
    const lines = ['import { app } from "electron";'];
    const places = [
      "src-main/device/new.ts",
      "src-main/new-room/new.ts",
      "src-renderer/new/new.tsx",
      "src-backend/new.ts",
    ];
    const complaints = lintInPlaceOf(new Map(places.map((place) => [place, lines])));
    expect([...complaints].map(([place, found]) => [place, found.some(({ rule }) => rule === wall)])).toEqual(
      places.map((place) => [place, true]),
    );
  });
});
