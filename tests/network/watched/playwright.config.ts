import { defineConfig } from "playwright/test";

/** What nothing-leaves.spec.ts runs inside of a network namespace; never a part of the suite by itself. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.watched.ts",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: "line",
});
