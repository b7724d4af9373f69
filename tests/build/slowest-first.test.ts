import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type { TestSpecification } from "vitest/node";
import { root } from "../../build/paths.mjs";
import { SlowestFirst, slowest } from "../slowest-first.ts";

it("names files that there are, each once", () => {
  expect(slowest.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  expect(new Set(slowest).size).toBe(slowest.length);
});

it("begins with them in each project, and leaves the files of a project together", async () => {
  const [longest = "", second = ""] = slowest;
  const small = "tests/long-form.ts";
  const at = (project: string, file: string) =>
    ({
      moduleId: path.join(root, file),
      project: { name: project, config: { sequence: { groupOrder: 0 }, isolate: false } },
    }) as TestSpecification;
  const nothingKnown = { cache: { getTestSpecificationResult: () => undefined } };
  const sequencer = new SlowestFirst(nothingKnown as unknown as ConstructorParameters<typeof SlowestFirst>[0]);
  const sorted = await sequencer.sort([
    at("b", small),
    at("a", small),
    at("b", second),
    at("a", longest),
    at("b", longest),
  ]);
  expect(sorted.map(({ project, moduleId }) => [project.name, path.relative(root, moduleId)])).toEqual([
    ["a", longest],
    ["a", small],
    ["b", longest],
    ["b", second],
    ["b", small],
  ]);
});
