import { defineConfig } from "playwright/test";
import { leftOut } from "./long-form.ts";

/** Everything that needs a running Electron. Several at a time: Chromium gives each window its own focus when a test drives it. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  // `npm run update:visual` has them written elsewhere; a missing one is a failure, and no reason to write one.
  snapshotPathTemplate: `${process.env.CARDBOUND_BASELINES ?? "{testDir}/visual/baselines"}/{arg}{ext}`,
  updateSnapshots: "none",
  outputDir: "../out/test-results/playwright",
  workers: 2, // on two cores; with three each test took 1.6 times as long, and nothing was won
  fullyParallel: true,
  // Four times what the slowest take while something else keeps both cores busy: a test half a minute, a step seven seconds.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  grepInvert: [...leftOut],
  forbidOnly: true,
  // Only where a machine decides whether a change lands (.ci/run), which then names each test that needed it.
  retries: Number(process.env.CARDBOUND_TEST_RETRIES ?? 0),
  reporter: [["list"], ["./tally-of-playwright.ts"], ["json", { outputFile: "../out/test-results/playwright.json" }]],
});
