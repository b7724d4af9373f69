import { recommended, type TestingOptions } from "@cardbound/testing";
import { defineConfig } from "playwright/test";

// The app under test: a folder with a built one. CARDBOUND_APP=/path/to/the/clone npx playwright test
const target = { folder: process.env.CARDBOUND_APP ?? "" };

export default defineConfig<object, TestingOptions>({
  ...recommended,
  testDir: "tests",
  workers: 2,
  use: { ...recommended.use, target },
});
