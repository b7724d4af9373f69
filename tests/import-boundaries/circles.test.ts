import { describe, expect, it } from "vitest";
import { lintInPlaceOf } from "./lint-in-place.ts";

const rule = "lint/suspicious/noImportCycles";

/** The files of which the linter says that they lie in a circle. */
function inCircles(files: Record<string, string>): string[] {
  const complaints = lintInPlaceOf(new Map(Object.entries(files).map(([file, line]) => [file, [line]])));
  return [...complaints].filter(([, found]) => found.some((one) => one.rule === rule)).map(([file]) => file);
}

describe("files that import each other in a circle", () => {
  it("are errors: by values, by types alone, and by way of a third file, in every zone", () => {
    const circles = {
      "src-main/keys/a.ts": 'import { b } from "./b.ts"; export const a = () => b;',
      "src-main/keys/b.ts": 'import { a } from "./a.ts"; export const b = () => a;',
      "src-contract/bridge/a.ts": 'import type { B } from "./b.ts"; export interface A { b: B }',
      "src-contract/bridge/b.ts": 'import type { A } from "./a.ts"; export interface B { a: A }',
      "src-renderer/a.ts": 'import type { B } from "./b.ts"; export interface A { b: B }',
      "src-renderer/b.ts": 'import { type C } from "./c.tsx"; export interface B { c: C }',
      "src-renderer/c.tsx": 'export * from "./a.ts"; export interface C { a: 1 }',
      "build/a.mjs": 'export const a = () => import("./b.mjs");',
      "build/b.mjs": 'import { a } from "./a.mjs"; export const b = a;',
    };
    expect(inCircles(circles)).toEqual(Object.keys(circles));
  });

  it("are not those that two others import", () => {
    const files = {
      "src-main/a.ts": 'import { c } from "./c.ts"; import { b } from "./b.ts"; export const a = [b, c];',
      "src-main/b.ts": 'import { c } from "./c.ts"; export const b = c;',
      "src-main/c.ts": "export const c = 1;",
    };
    expect(inCircles(files)).toEqual([]);
  });
});
