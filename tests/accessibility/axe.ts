import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe has against the page as it is, of any impact. */
export async function findAxeViolations(page: Page): Promise<string[]> {
  // From outside, so that the page's policy stays as it is; each load has a page without it.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const run = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)";
  const violations = await page.evaluate<AxeResults["violations"]>(run);
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
