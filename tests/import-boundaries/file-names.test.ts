import path from "node:path";
import { expect, it } from "vitest";
import { sourcesIn } from "./lint-in-place.ts";

const zones = [
  ...["src-contract", "src-main", "src-preload", "src-renderer", "src-hardware-key", "src-backend", "src-sandbox"],
  "src-testing",
];

/** Names that are the same thing in each zone. */
const sameThing = ["index.ts"]; // a zone's entry

it("no file has the name of another zone's file, so that a name says which file is meant", () => {
  const zonesOf = new Map<string, Set<string>>();
  for (const zone of zones) {
    for (const file of sourcesIn(zone)) {
      const name = path.basename(file).replace(/\.tsx?$/, "");
      zonesOf.set(name, (zonesOf.get(name) ?? new Set()).add(zone));
    }
  }
  const shared = [...zonesOf].filter(([name, all]) => all.size > 1 && !sameThing.includes(`${name}.ts`));
  expect(shared.map(([name, all]) => `${name}: ${[...all].join(", ")}`)).toEqual([]);
});
