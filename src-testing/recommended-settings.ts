import { START_LIMIT_MS } from "./launch-electron.ts";

/**
 * Settings for `playwright.config.ts`: `defineConfig({ ...recommended, use: { ...recommended.use, target: { folder } } })`. Each limit
 * is four times and more what it takes on a busy computer with two cores, so that a test fails for what it is about.
 */
export const recommended = {
  /** A whole test: a start (a second or two, a minute at most, if Playwright needs two of them) and the main job (six seconds, half a minute at most). */
  timeout: 4 * START_LIMIT_MS,
  /** One expectation. */
  expect: { timeout: 30_000 },
  fullyParallel: true,
  use: {
    /** One action, such as a click. */
    actionTimeout: 30_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
} as const;
