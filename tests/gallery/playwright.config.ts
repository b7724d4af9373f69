import { defineConfig } from "playwright/test";

/** Not a suite: `npm run gallery` takes its pictures with it, in two windows side by side. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.gallery.ts",
  outputDir: "../../out/test-results/gallery",
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  reporter: [["list"]],
});
