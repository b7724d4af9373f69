import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { keychainLibraries } from "../build/keychain-library.ts";
import { defaultColours } from "../build/partner-profile/palette.ts";
import { tokenLibraries } from "../build/token-library.ts";
import { runs } from "./long-form.ts";
import { filesNotOnPostgres } from "./postgres/not-on-postgres.ts";
import { hasPostgres } from "./postgres/programs.ts";
import { SlowestFirst } from "./slowest-first.ts";
import { TallyOfVitest } from "./tally-of-vitest.ts";

const root = path.join(import.meta.dirname, "..");
const include = ["tests/**/*.test.ts", "tests/**/*.test.tsx"];
/** The files that replace a module (`vi.mock`), which must not have been imported before, nor be imported after. */
const replacing = globSync(include, { cwd: root }).filter((file) =>
  /\bvi\.(mock|doMock)\(/.test(readFileSync(path.join(root, file), "utf8")),
);

/** The backend's tests once more, on PostgreSQL. */
const onPostgres: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: "postgres",
    include: ["tests/backend/**/*.test.ts", "tests/ledger-model/replayed.test.ts"],
    exclude: filesNotOnPostgres,
    globalSetup: ["tests/postgres/shared-server.ts"],
    setupFiles: ["tests/property-runs.ts", "tests/postgres/skip-on-postgres.ts"],
    isolate: false,
  },
};

if (!hasPostgres) {
  process.stderr.write(
    "PostgreSQL is not installed: what is about it is skipped (Debian: postgresql-15, pgbouncer).\n",
  );
}

/** Everything that runs in plain Node, real servers and the real keychain included. */
export default defineConfig({
  cacheDir: "out/.cache/vitest",
  define: {
    __RELEASE__: "false",
    __SWITCHES_OF_TESTS__: "[]",
    __ELECTRON_FLOOR__: '"0.0.0"',
    __KEYCHAIN_LIBRARY__: JSON.stringify(keychainLibraries(root)),
    __HARDWARE_KEY__: "true",
    __TOKEN_MODULES__: "{}",
    __TOKEN_LIBRARY__: JSON.stringify(tokenLibraries(root)),
    __BACKEND_ORIGIN__: '""',
    __BACKEND_PINS__: "[]",
    __CALL_TIMEOUT_MS__: "10000",
    __PRODUCT_NAME__: '"Cardbound"',
    __PARTNER__: JSON.stringify({
      productName: "Cardbound",
      hasLogo: false,
      support: {},
      privacyNotice: {},
      texts: {},
    }),
    __CONTACTS__: JSON.stringify({ support: {}, privacyNotice: {} }),
    __LICENCES__: "[]",
    __POLICY__: JSON.stringify({ weakPins: "warn", reveal: true, keypad: true, birthDateCheck: true }),
    __SIGN_IN__: "null",
    __UPDATES__: "null",
    __DEVICE_DATA__: "null",
    __COLOURS__: JSON.stringify(defaultColours),
    __DEVELOPMENT_SERVER__: '""',
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    // Not in node_modules, which belongs to the clone's owner: root starts the tests as another user.
    fsModuleCachePath: "out/.cache/vitest-modules",
    maxWorkers: 3, // tests wait for other processes half of their time, so two leave two cores idle
    sequence: { sequencer: SlowestFirst },
    setupFiles: ["tests/property-runs.ts"],
    testTimeout: runs(60_000, 600_000),
    hookTimeout: runs(60_000, 120_000),
    expect: { poll: { timeout: 20_000 } }, // without it a second, which other work on the machine can take
    // Only where a machine decides whether a change lands (.ci/run), which then names each test that needed it.
    retry: Number(process.env.CARDBOUND_TEST_RETRIES || 0),
    reporters: ["default", new TallyOfVitest()],
    projects: [
      // Files share a process and its modules: to load these anew for each takes longer than most of the tests.
      { extends: true, test: { name: "shared", include, exclude: replacing, isolate: false } },
      { extends: true, test: { name: "alone", include: replacing, isolate: true } },
      ...(hasPostgres ? [onPostgres] : []),
    ],
  },
});
