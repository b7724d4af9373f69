// Which file may import what (README.md). Declared here and nowhere else: linter-rules.mjs makes the linter's
// rules of it (`npm run docs`), and tests/import-boundaries lints what it forbids in place of every file.

/**
 * What files may import: these packages and these files, and nothing else. A file has its own folder always, and all
 * below it. A folder's boundary is its subfolders' too, as far as they have none of their own.
 * @typedef {object} Boundary
 * @property {string} of a folder (`src-main/keys/`), the files directly in one (`src-main/*`), or one file
 * @property {string} message why, for whoever runs into it
 * @property {readonly string[]} packages npm packages and Node's modules, each as it is imported
 * @property {readonly string[]} files folders (`src-main/files/`) and files of the project
 * @property {Readonly<Record<string, readonly string[]>>} [names] of these packages, these names only
 * @property {readonly string[]} [deniedGlobals]
 * @property {boolean} [readsEnvironment] whether `process.env` may be read
 */

/**
 * What not even a file of its own room may import, but for these few.
 * @typedef {object} Reserved
 * @property {string} file
 * @property {readonly string[]} [names] without them, all that it exports
 * @property {readonly string[]} by
 * @property {string} message
 */

const contract = ["src-contract/errors/", "src-contract/rules/", "src-contract/bridge/"];
const schemas = "src-contract/api/";
const network = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"];
/** What makes code of text. */
const interpreters = ["eval", "Function"];
/** What has all the others as members. */
const wholeRealm = ["globalThis", "global"];
/** WebCrypto: keys are made and read by node:crypto, of which each file may import what it needs. */
const webCrypto = ["crypto"];
/** Of a page: by each of them it would reach its window under another name. */
const otherWindows = ["frames", "parent", "top", "opener"];
const storage = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"];

/** @type {(room: string, message: string, below: readonly string[], packages: readonly string[]) => Boundary} */
const contractRoom = (room, message, below, packages) => ({
  of: `src-contract/${room}/`,
  message,
  packages,
  files: below.map((name) => `src-contract/${name}/`),
  deniedGlobals: [...network, ...storage, ...interpreters, ...wholeRealm, ...webCrypto],
});

const idsOnly = { "node:crypto": ["randomUUID"] };

/**
 * Main's rooms that run in plain Node: what each imports of npm and Node, and which rooms it stands on.
 * @type {Record<string, Pick<Boundary, "packages" | "names"> & { on: string[] }>}
 */
const coreRooms = {
  files: { packages: ["node:crypto", "node:fs", "node:fs/promises", "node:path"], names: idsOnly, on: [] },
  backend: { packages: ["zod"], on: ["files"] },
  settings: { packages: ["node:path", "zod"], on: ["files"] },
  keys: { packages: ["node:path", "node:worker_threads", "zod"], on: ["files", "backend"] },
  cards: { packages: ["zod"], on: ["backend"] },
  "change-pin": {
    packages: ["jose", "node:crypto", "node:fs/promises", "node:path", "zod"],
    names: { ...idsOnly, jose: ["CompactEncrypt", "importJWK"] },
    on: ["files", "backend", "keys", "cards"],
  },
  "sign-in": { packages: ["zod"], on: ["files", "backend", "keys", "change-pin"] },
  diagnosis: { packages: ["zod"], on: ["backend", "keys", "settings"] },
  bridge: {
    packages: ["node:os", "node:util/types", "zod"],
    on: ["files", "backend", "settings", "keys", "cards", "sign-in", "change-pin", "diagnosis"],
  },
};
const allCoreRooms = Object.keys(coreRooms).map((room) => `src-main/${room}/`);
/** The files of main's own folder on which its rooms stand. */
const groundOfMain = ["app-error.ts", "log.ts", "one-at-a-time.ts", "start-options.ts", "with-timeout.ts"].map(
  (name) => `src-main/${name}`,
);

/** @type {(room: string) => Boundary} */
function coreRoom(room) {
  const { packages, names = {}, on } = coreRooms[room] ?? { packages: [], on: [] };
  return {
    of: `src-main/${room}/`,
    message: `src-main/${room} is core: it runs in plain Node, imports only the rooms that it stands on, and reaches the network through main's own sessions (backend/http-call.ts).`,
    packages,
    names,
    files: [...contract, schemas, ...groundOfMain, ...on.map((name) => `src-main/${name}/`)],
    deniedGlobals: [...network, ...interpreters, ...wholeRealm, ...webCrypto],
  };
}

/** A file of keys/ that does one thing with keys. @type {(name: string, ofCrypto: string[], files?: string[]) => Boundary} */
const keyFile = (name, ofCrypto, files = []) =>
  withMore(coreRoom("keys"), `src-main/keys/${name}`, { files, names: { "node:crypto": ofCrypto } });

const fromElectron = [
  ...["app", "BrowserWindow", "dialog", "Menu", "nativeTheme", "powerMonitor", "protocol", "screen", "session"],
  ...["App", "BrowserWindowConstructorOptions", "CustomScheme", "InputEvent", "IpcMainInvokeEvent"],
  ...[
    "MenuItemConstructorOptions",
    "NativeTheme",
    "PowerMonitor",
    "Screen",
    "Session",
    "WebContents",
    "WebPreferences",
  ],
];

/** @type {Boundary} */
const shell = {
  of: "src-main/shell/",
  message:
    "The shell ties electron to the core, by the names in build/import-boundaries/boundaries.mjs: ipcMain, shell, crashReporter and safeStorage are not among them.",
  packages: [
    "electron",
    "node:crypto",
    "node:fs",
    "node:fs/promises",
    "node:os",
    "node:path",
    "node:util/types",
    "zod",
  ],
  files: [...contract, schemas, ...groundOfMain, ...allCoreRooms, "src-main/core.ts"],
  names: { ...idsOnly, electron: fromElectron },
  deniedGlobals: [...network, ...interpreters, ...wholeRealm, ...webCrypto],
};

/** @type {Boundary} */
const backendServer = {
  of: "src-backend/",
  message:
    "The partner backend is a server of its own: it shares the contract with the app and nothing else, and never sees inside a PIN's encryption.",
  packages: [
    ...["@fastify/swagger", "fastify", "fastify-type-provider-zod", "kysely", "kysely/migration", "pino", "zod"],
    ...["node:crypto", "node:fs", "node:http", "node:net", "node:path", "node:perf_hooks", "node:process"],
    ...["node:sqlite", "node:timers/promises", "node:tls", "node:url", "node:util", "node:zlib"],
  ],
  names: { "node:crypto": ["createHash", "randomBytes"] },
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
  coreRoom("files"),
  coreRoom("settings"),
  coreRoom("cards"),
  coreRoom("sign-in"),
  coreRoom("change-pin"),
  coreRoom("diagnosis"),
  coreRoom("bridge"),
  coreRoom("backend"),
  // Puts the way to the backend together, the sign-in included.
  withMore(coreRoom("backend"), "src-main/backend/open-backend.ts", { files: ["src-main/sign-in/"] }),
  coreRoom("keys"),
  withMore(coreRoom("keys"), "src-main/keys/device-keychain.ts", { packages: ["keytar"] }),
  keyFile("p256-key-pair.ts", ["generateKeyPairSync"]),
  keyFile("device-key.ts", ["createPrivateKey", "KeyObject"]),
  // Signs what pin-jwe.ts has made and nothing else, so it has to know it.
  keyFile("restricted-signer.ts", ["createPrivateKey"], ["src-main/change-pin/pin-jwe.ts"]),
  keyFile("ecdsa.ts", ["sign", "KeyObject"]),
  keyFile("key-wrapping.ts", ["createCipheriv", "createDecipheriv", "randomBytes"]),
  keyFile("passcode-worker.ts", ["scryptSync"]),
  keyFile("enrolment-scope.ts", ["createHash"]),
  // These do with a key in the clear what nobody else may: see `reserved`.
  ...inKeys("bind-this-computer.ts", "restricted-key.ts", "passcode-attempts.ts").map((file) =>
    withMore(coreRoom("keys"), file, {}),
  ),
  shell,
  // The report holds no secret (src-main/diagnosis/diagnosis-schema.ts), so it may be copied.
  withMore(shell, "src-main/shell/report-hand-over.ts", { names: { electron: ["clipboard"] } }),
  // A proxy is asked by a request of its own (src-main/backend/proxy/head-request.ts).
  withMore(shell, "src-main/shell/proxy-request.ts", { names: { electron: ["net"] } }),
  {
    of: "src-main/*",
    message: "main's own folder puts the core together, in plain Node: electron is for shell/ and index.ts.",
    packages: ["node:os", "node:path"],
    files: [...contract, schemas, ...allCoreRooms],
    deniedGlobals: [...network, ...interpreters, ...wholeRealm, ...webCrypto],
  },
  // Cleans the environment before anything else is done.
  { ...withMore(shell, "src-main/index.ts", { files: ["src-main/shell/"] }), readsEnvironment: true },
  {
    of: "src-main/",
    message: "A new room of main gets a boundary of its own in build/import-boundaries/boundaries.mjs.",
    packages: [],
    files: [...contract, schemas, ...groundOfMain],
    deniedGlobals: [...network, ...interpreters, ...wholeRealm, ...webCrypto],
  },
  backendServer,
  { ...backendServer, of: "src-backend/index.ts", readsEnvironment: true },
  sandboxServer,
  { ...sandboxServer, of: "src-sandbox/index.ts", readsEnvironment: true },
];

/**
 * A private key is in few hands (docs/threat-model.md#keys-stay-in-main): who makes it, who unwraps it, who signs.
 * @type {readonly Reserved[]}
 */
export const reserved = [
  {
    file: "src-main/keys/ecdsa.ts",
    by: inKeys("device-key.ts", "restricted-signer.ts"),
    message: "Two files sign, each for its own key: device-key.ts and restricted-signer.ts.",
  },
  {
    file: "src-main/keys/p256-key-pair.ts",
    by: inKeys("device-key.ts", "restricted-key.ts"),
    message: "A key pair in the clear is for who makes the device's keys: device-key.ts and restricted-key.ts.",
  },
  {
    file: "src-main/keys/device-key.ts",
    names: ["makeKeyPair"],
    by: inKeys("bind-this-computer.ts"),
    message: "The unrestricted key is made where the computer is bound: bind-this-computer.ts.",
  },
  {
    file: "src-main/keys/key-wrapping.ts",
    names: ["unwrapKey"],
    by: inKeys("passcode-attempts.ts"),
    message: "A key is unwrapped where the attempt counts: passcode-attempts.ts.",
  },
  {
    file: "src-main/keys/key-wrapping.ts",
    names: ["wrapKey"],
    by: inKeys("restricted-key.ts"),
    message: "The restricted key is wrapped where it is made: restricted-key.ts.",
  },
  {
    file: "src-main/keys/passcode-attempts.ts",
    names: ["tryPasscode"],
    by: inKeys("restricted-key.ts"),
    message: "The unwrapped key is for restricted-key.ts, which makes a signer of it and wipes it.",
  },
  {
    file: "src-main/keys/restricted-signer.ts",
    names: ["createRestrictedSigner"],
    by: inKeys("restricted-key.ts"),
    message: "A signer is made of the unwrapped key: restricted-key.ts.",
  },
];

/** @param {...string} names */
function inKeys(...names) {
  return names.map((name) => `src-main/keys/${name}`);
}

/**
 * A boundary for one file of a room, which may import this too.
 * @param {Boundary} room @param {string} file
 * @param {{ packages?: string[], files?: string[], names?: Record<string, string[]> }} more `names` of packages
 * @returns {Boundary}
 */
function withMore(room, file, { packages = [], files = [], names = {} }) {
  const all = Object.entries(names).map(([name, these]) => [name, [...(room.names?.[name] ?? []), ...these]]);
  return {
    ...room,
    of: file,
    packages: [...new Set([...room.packages, ...packages, ...Object.keys(names)])],
    files: [...room.files, ...files],
    names: { ...room.names, ...Object.fromEntries(all) },
  };
}
