import { defineConfig } from "vitest/config";
import { runs } from "./long-form.ts";
import { TallyOfVitest } from "./tally-of-vitest.ts";

/** Everything that runs in plain Node, real servers and the real keychain included. */
export default defineConfig({
  cacheDir: "out/.cache/vitest",
  define: {
    __RELEASE__: "false",
    __BACKEND_ORIGIN__: '""',
    __CALL_TIMEOUT_MS__: "10000",
    __PRODUCT_NAME__: '"Cardbound"',
    __PARTNER__: JSON.stringify({ productName: "Cardbound", hasLogo: false, support: {}, texts: {} }),
    __POLICY__: JSON.stringify({ weakPins: "warn", reveal: true, keypad: true, birthDateCheck: true }),
    __DEVELOPMENT_SERVER__: '""',
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    // Not in node_modules, which belongs to the clone's owner: root starts the tests as another user.
    fsModuleCachePath: "out/.cache/vitest-modules",
    maxWorkers: 2, // one fewer than there are cores would be one, where there are two
    setupFiles: ["tests/property-runs.ts"],
    testTimeout: runs(30_000, 600_000),
    hookTimeout: runs(30_000, 120_000),
    reporters: ["default", new TallyOfVitest()],
  },
});
