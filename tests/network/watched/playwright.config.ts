import { defineConfig } from "playwright/test";

/** What nothing-leaves.spec.ts runs inside of a network namespace; never a part of the suite by itself. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.watched.ts",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "line",
});
