import { expect, test } from "vitest";
import { casesOf, tallyOf } from "../../build/tasks/test-a11y.mjs";

const violation = { type: "violation", description: "light: axe image-alt: <img>" };

/** As Playwright reports a test. */
const spec = (file: string, ok: boolean, annotations: readonly object[] = []) => ({
  file: `accessibility/${file}`,
  ok,
  tests: [{ annotations }],
});

function tally(...specs: readonly object[]) {
  return tallyOf(casesOf({ suites: [{ specs: specs.slice(0, 1) }, { suites: [{ specs: specs.slice(1) }] }] }));
}

test("each scene is a screen state, and other tests are none", () => {
  const counted = tally(
    spec("screens.spec.ts", true),
    spec("screens.spec.ts", true),
    spec("keyboard-only.spec.ts", true),
  );
  expect(counted).toEqual({ states: 2, violations: 0 });
});

test("every violation counts, and a test that fails for another reason counts as one", () => {
  const counted = tally(
    spec("screens.spec.ts", false, [violation, violation]),
    spec("screens.spec.ts", false),
    spec("screen-reader.spec.ts", false),
  );
  expect(counted).toEqual({ states: 2, violations: 4 });
});
