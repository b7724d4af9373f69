// Which file may import what (README.md). Declared here, main's in main-boundaries.mjs, and nowhere else: linter-rules.mjs makes the linter's
// rules of it (`npm run docs`), and tests/import-boundaries lints what it forbids in place of every file.

import {
  contract,
  interpreters,
  network,
  otherWindows,
  schemas,
  storage,
  webCrypto,
  wholeRealm,
  withMore,
} from "./boundary.mjs";
import { boundariesOfMain } from "./main-boundaries.mjs";

/** @import { Boundary } from "./boundary.mjs" */

/** @type {(room: string, message: string, below: readonly string[], packages: readonly string[]) => Boundary} */
const contractRoom = (room, message, below, packages) => ({
  of: `src-contract/${room}/`,
  message,
  packages,
  files: below.map((name) => `src-contract/${name}/`),
  deniedGlobals: [...network, ...storage, ...interpreters, ...wholeRealm, ...webCrypto],
});

/** @type {Boundary} */
const backendServer = {
  of: "src-backend/",
  message:
    "The partner backend is a server of its own: it shares the contract with the app and nothing else, and never sees inside a PIN's encryption.",
  packages: [
    ...[
      "@fastify/swagger",
      "fastify",
      "fastify-type-provider-zod",
      "jose",
      "kysely",
      "kysely/migration",
      "pg",
      "pino",
      "prom-client",
      "zod",
    ],
    ...[
      "node:async_hooks",
      "node:crypto",
      "node:fs",
      "node:http",
      "node:net",
      "node:path",
      "node:perf_hooks",
      "node:process",
    ],
    ...["node:sqlite", "node:timers/promises", "node:tls", "node:url", "node:util", "node:zlib"],
  ],
  names: {
    "node:crypto": ["createHash", "createHmac", "hash", "randomBytes", "randomUUID"],
    // What verifies a signature. Nothing that encrypts, decrypts or signs.
    jose: [
      ...["calculateJwkThumbprint", "compactVerify", "createLocalJWKSet", "decodeProtectedHeader", "EmbeddedJWK"],
      ...["errors", "CompactJWSHeaderParameters", "CompactVerifyGetKey", "CryptoKey", "ProtectedHeaderParameters"],
    ],
  },
  files: ["src-contract/errors/", "src-contract/rules/", schemas],
};

/** @type {Boundary} */
const sandboxServer = {
  of: "src-sandbox/",
  message: "The sandbox verifies what app and backend do: it shares no code with them, nor with their tests.",
  packages: [
    ...["fastify", "zod", "node:crypto", "node:fs", "node:fs/promises", "node:http", "node:process"],
    ...["node:timers/promises", "node:util"],
  ],
  files: [],
};

/** A program of its own, with a page. */
const identityProvider = withMore(sandboxServer, "src-sandbox/identity-provider/", {
  packages: ["node:https", "node:net", "oidc-provider"],
  files: ["src-sandbox/http/escape-html.ts"],
});

/**
 * Playwright's tests for whoever has such an app (docs/testing-your-app.md).
 * @type {Boundary}
 */
const fixturesOfTests = {
  of: "src-testing/",
  message:
    "The fixtures of tests see the app from outside: its window's words, the servers that they start, the desktop that they provide.",
  packages: [
    ...[
      "playwright",
      "playwright/test",
      "node:child_process",
      "node:crypto",
      "node:fs",
      "node:fs/promises",
      "node:module",
    ],
    ...["node:net", "node:os", "node:path", "node:stream", "node:timers/promises", "node:tls"],
  ],
  files: [
    "build/end-with-parent.mjs",
    ...["build/desktop/session-keyring.mjs", "build/desktop/virtual-display.mjs", "build/tasks/servers.mjs"],
    ...["src-contract/rules/", "src-renderer/words/"],
    ...["src-backend/config.ts", "src-backend/start-backend.ts"],
    ...["src-sandbox/environment.ts", "src-sandbox/start-sandbox.ts", "src-sandbox/people/", "src-sandbox/pin/"],
    "src-sandbox/identity-provider/",
  ],
  readsEnvironment: true,
};

/**
 * What talks to a token (docs/hardware-key.md).
 * @type {Boundary}
 */
const hardwareKey = {
  of: "src-hardware-key/",
  message: "The token's process stands alone, and one file of it loads a vendor's module: load-cryptoki.ts.",
  packages: ["zod", "node:crypto", "node:fs", "node:path"],
  files: [],
  names: { "node:crypto": ["createHash", "createPublicKey", "randomBytes"], "node:fs": ["readFileSync", "statSync"] },
  deniedGlobals: [...network, ...interpreters],
};

/** @type {readonly Boundary[]} */
export const boundaries = [
  contractRoom("errors", "The errors are plain TypeScript, the ground that all else stands on.", [], []),
  contractRoom("rules", "The rules are plain TypeScript: the window and the preload import them.", ["errors"], []),
  contractRoom("bridge", "The bridge's contract is plain TypeScript.", ["errors", "rules"], []),
  contractRoom("api", "The published schemas stand on errors and rules alone.", ["errors", "rules"], ["zod"]),
  {
    of: "src-preload/",
    message: "The preload imports three names of electron, and the contract without its schemas.",
    packages: ["electron"],
    files: contract,
    names: { electron: ["contextBridge", "ipcRenderer", "webFrame"] },
    deniedGlobals: [...network, ...storage, ...interpreters, ...webCrypto, ...otherWindows],
  },
  {
    of: "src-renderer/",
    message:
      "The window imports preact, zustand, its messages' format and the contract without its schemas. It reaches nothing but its bridge, and keeps nothing.",
    packages: [
      ...["preact", "preact/compat", "preact/hooks", "zustand", "zustand/vanilla", "intl-messageformat"],
      ...["@formatjs/icu-messageformat-parser", "@formatjs/icu-messageformat-parser/printer.js"],
    ],
    files: contract,
    deniedGlobals: [...network, ...storage, ...interpreters, ...wholeRealm, ...otherWindows, "self", "navigator"],
  },
  ...boundariesOfMain,
  backendServer,
  { ...backendServer, of: "src-backend/index.ts", readsEnvironment: true },
  sandboxServer,
  { ...sandboxServer, of: "src-sandbox/index.ts", readsEnvironment: true },
  identityProvider,
  { ...identityProvider, of: "src-sandbox/identity-provider/index.ts", readsEnvironment: true },
  hardwareKey,
  withMore(hardwareKey, "src-hardware-key/load-cryptoki.ts", { packages: ["koffi"] }),
  withMore(hardwareKey, "src-hardware-key/fork-token.ts", {
    packages: ["node:url"],
    names: { "node:child_process": ["fork"] },
  }),
  fixturesOfTests,
  {
    of: "src-testing/examples/",
    message: "The example is a project of its own: it has what its package.json names, and nothing of this one.",
    packages: ["@cardbound/testing", "playwright/test"],
    files: [],
    readsEnvironment: true,
  },
];
