const isLong = process.env.CARDBOUND_TEST_LONG === "1";

/**
 * What a suite has one number or table for in `npm test`, and another in `npm run test:long` (docs/testing.md, "Short and
 * long"). The short one is of the same cases' kind: what only the long one reaches is no case of its own.
 * @returns `short`, or `long` in the long form
 * @example test.each(runs(someKills, everyKill))("…")
 */
export function runs<Value>(short: Value, long: Value): Value {
  return isLong ? long : short;
}

/**
 * Marks a test in Electron that others in `npm test` stand for, in the window or without it: it is left to the long form
 * (tests/playwright.config.ts), because each start of the app costs seconds.
 * @example test("the window comes back where it was closed", rare, async ({ launch }) => { … })
 */
export const rare = { tag: "@rare" } as const;

/** What the short form leaves out, by its tag. `npm run test:a11y` leaves out no state of a screen (build/tasks/test-a11y.mjs). */
export const leftOut: readonly RegExp[] =
  isLong || process.env.CARDBOUND_TEST_RARE === "1" ? [] : [new RegExp(rare.tag)];

/**
 * Whether a test is left to the long form, which it then says: a skip has to be seen.
 * @example it.skipIf(leftToLongForm("the packages, built twice"))("…")
 */
export function leftToLongForm(what: string): boolean {
  if (!isLong) process.stdout.write(`SKIPPED: ${what}: only in the long form (npm run test:long)\n`);
  return !isLong;
}
