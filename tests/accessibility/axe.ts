import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules that a theme can break, and no language; they take most of axe's time. */
const colourRules = ["color-contrast", "link-in-text-block"];

const options = {
  all: {},
  colours: { runOnly: colourRules },
  "all but colours": { rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])) },
} as const satisfies Record<string, RunOptions>;

/** What axe has against the page as it is, of any impact. */
export async function findAxeViolations(page: Page, rules: keyof typeof options = "all"): Promise<string[]> {
  // From outside, so that the page's policy stays as it is; each load has a page without it.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  // Style sheets and sounds are for rules that are off, or that have nothing to look at here.
  const chosen: RunOptions = { resultTypes: ["violations"], preload: false, ...options[rules] };
  const run = `axe.run(${JSON.stringify(chosen)}).then(({ violations }) => violations)`;
  const violations = await page.evaluate<AxeResults["violations"]>(run);
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
