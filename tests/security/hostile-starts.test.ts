// Attacker: whoever starts a release, or edits what starts it. Way: a switch of Chromium's, Electron's or Node's, a variable.
// Impact: another program drives the window, TLS leads elsewhere or is written down, foreign code runs in main.
// docs/threat-model.md#start-switches, #start-variables
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { leftToLongForm } from "../long-form.ts";
import { releaseFolder } from "./bundle.ts";
import { describeHostileStarts } from "./describe-hostile-starts.ts";
import { desktop, inElectron, inspector, start } from "./hostile-start.ts";
import { openPlaces, starts, startWith } from "./hostile-start-table.ts";

describeHostileStarts(false, () => inElectron(path.join(releaseFolder, "main/index.js")));

if (desktop.DISPLAY === "")
  console.warn("SKIPPED in the long form: no display, so that these starts work elsewhere is not seen.");
describe.runIf(desktop.DISPLAY !== "" && !leftToLongForm("hostile starts of a program that refuses nothing"))(
  "a program that refuses nothing obeys",
  () => {
    let places: Awaited<ReturnType<typeof openPlaces>>;
    let place: ReturnType<typeof places.next>;
    beforeAll(async () => {
      places = await openPlaces();
    });
    afterAll(() => places.close());
    beforeEach(() => {
      place = places.next();
    });
    afterEach(() => place.remove());

    it.each(Object.entries(starts))("%s", async (_, hostile) => {
      const obedient = await inElectron(path.join(import.meta.dirname, "obedient-program"));
      const isNode = hostile.env?.(place).ELECTRON_RUN_AS_NODE !== undefined; // then it runs what it is given
      const started = startWith(isNode ? { ...obedient, args: [] } : obedient, hostile, place, desktop);
      try {
        await started.says(hostile.says ?? (isNode ? /^ready/m : /^ready \{/m));
        expect(await hostile.works(started, place)).toBe(true);
      } finally {
        started.child.kill();
        await started.ended;
      }
    });

    it("a debugger at SIGUSR1", async () => {
      const started = start(
        await inElectron(path.join(import.meta.dirname, "obedient-program")),
        {},
        place.folder,
        desktop,
      );
      try {
        await started.says(/^ready \{/m);
        started.child.kill("SIGUSR1");
        await started.says(inspector);
      } finally {
        started.child.kill();
        await started.ended;
      }
    });
  },
);
