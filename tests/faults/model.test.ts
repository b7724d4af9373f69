// Random walks over everything that can happen, against the real servers: in any order of events no PIN is changed twice
// and nothing untrue is told.
import fc from "fast-check";
import { expect, test } from "vitest";
import { startServersHere } from "../../src-testing/servers-here.ts";
import { runs } from "../long-form.ts";
import { bindByTheWords } from "./cardholder.ts";
import { createWalkClock, everyWalk } from "./random-walk.ts";
import { openSuite } from "./suite.ts";

/** A walk begins six or seven changes. */
const WALKS = runs(15, 200);
const FEWEST_CHANGES = runs(50, 1000);
/** Four times what they take while both cores are busy with something else. */
const timeout = runs(120_000, 1_800_000);

test("in any order of events no PIN is changed twice and nothing untrue is told", { timeout }, async () => {
  const clock = createWalkClock();
  const { fixture, close } = await openSuite((folder) => startServersHere(folder, clock));
  await bindByTheWords(fixture.app.bridge);
  let changes = 0;
  const property = everyWalk(fixture, clock, (more) => {
    changes += more;
  });
  await fc.assert(property, { numRuns: WALKS, endOnFailure: true }).finally(close);
  expect(changes).toBeGreaterThan(FEWEST_CHANGES);
});
