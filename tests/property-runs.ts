// A property that fails must fail again, so the short form always draws the same values. The long form draws others each time,
// and fast-check says with which `seed` and `path` it failed: those, as second argument of `fc.assert`, repeat it.
import fc from "fast-check";
import { runs } from "./long-form.ts";

fc.configureGlobal({ ...runs<{ seed?: number }>({ seed: 20_270_115 }, {}), numRuns: runs(100, 1000) });
