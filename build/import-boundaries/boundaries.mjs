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

const contract = ["src-contract/errors/", "src-contract/rules/", "src-contract/bridge/"];
const schemas = "src-contract/api/";
const network = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"];
/** What makes code of text. */
const interpreters = ["eval", "Function"];
/** What has all the others as members. */
const wholeRealm = ["globalThis", "global"];
const storage = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"];

/** @type {(room: string, message: string, below: readonly string[], packages: readonly string[]) => Boundary} */
const contractRoom = (room, message, below, packages) => ({
  of: `src-contract/${room}/`,
  message,
  packages,
  files: below.map((name) => `src-contract/${name}/`),
  deniedGlobals: [...network, ...storage, ...interpreters, ...wholeRealm],
});

/** Main's rooms that run in plain Node: what each imports of npm and Node, and which rooms it stands on. */
const coreRooms = {
  files: { packages: ["node:crypto", "node:fs", "node:fs/promises", "node:path"], on: [] },
  backend: { packages: ["zod"], on: ["files"] },
  settings: { packages: ["node:path", "zod"], on: ["files"] },
  keys: { packages: ["node:crypto", "node:path", "node:worker_threads", "zod"], on: ["files", "backend"] },
  cards: { packages: ["zod"], on: ["backend"] },
  "change-pin": {
    packages: ["jose", "node:crypto", "node:fs/promises", "node:path", "zod"],
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

/** @type {(room: keyof typeof coreRooms) => Boundary} */
const coreRoom = (room) => ({
  of: `src-main/${room}/`,
  message: `src-main/${room} is core: it runs in plain Node, imports only the rooms that it stands on, and reaches the network through main's own sessions (backend/http-call.ts).`,
  packages: coreRooms[room].packages,
  files: [...contract, schemas, ...groundOfMain, ...coreRooms[room].on.map((name) => `src-main/${name}/`)],
  deniedGlobals: [...network, ...interpreters, ...wholeRealm],
});

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
  names: { electron: fromElectron },
  deniedGlobals: [...network, ...interpreters, ...wholeRealm],
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
    deniedGlobals: [...network, ...storage, ...interpreters],
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
    deniedGlobals: [...network, ...storage, ...interpreters, ...wholeRealm, "self", "navigator"],
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
  // Signs what pin-jwe.ts has made and nothing else, so it has to know it.
  withMore(coreRoom("keys"), "src-main/keys/restricted-signer.ts", { files: ["src-main/change-pin/pin-jwe.ts"] }),
  shell,
  // The report holds no secret (src-main/diagnosis/diagnosis-schema.ts), so it may be copied.
  withMore(shell, "src-main/shell/report-hand-over.ts", { fromElectron: ["clipboard"] }),
  // A proxy is asked by a request of its own (src-main/backend/proxy/head-request.ts).
  withMore(shell, "src-main/shell/proxy-request.ts", { fromElectron: ["net"] }),
  {
    of: "src-main/*",
    message: "main's own folder puts the core together, in plain Node: electron is for shell/ and index.ts.",
    packages: ["node:crypto", "node:os", "node:path"],
    files: [...contract, schemas, ...allCoreRooms],
    deniedGlobals: [...network, ...interpreters, ...wholeRealm],
  },
  // Cleans the environment before anything else is done.
  { ...withMore(shell, "src-main/index.ts", { files: ["src-main/shell/"] }), readsEnvironment: true },
  {
    of: "src-main/",
    message: "A new room of main gets a boundary of its own in build/import-boundaries/boundaries.mjs.",
    packages: [],
    files: [...contract, schemas, ...groundOfMain],
    deniedGlobals: [...network, ...interpreters, ...wholeRealm],
  },
  backendServer,
  { ...backendServer, of: "src-backend/index.ts", readsEnvironment: true },
  sandboxServer,
  { ...sandboxServer, of: "src-sandbox/index.ts", readsEnvironment: true },
];

/**
 * A boundary for one file of a room, which may import this too.
 * @param {Boundary} room @param {string} file
 * @param {{ packages?: string[], files?: string[], fromElectron?: string[] }} more
 * @returns {Boundary}
 */
function withMore(room, file, { packages = [], files = [], fromElectron: names = [] }) {
  const electron = room.names?.electron;
  return {
    ...room,
    of: file,
    packages: [...room.packages, ...packages],
    files: [...room.files, ...files],
    ...(electron && { names: { electron: [...electron, ...names] } }),
  };
}
