import { sourcesIn } from "./lint-mirror.ts";

/** A zone's walls, as imports that its files may and may not have. */
export interface Zone {
  readonly name: string;
  readonly files: readonly string[];
  readonly forbidden: readonly string[];
  readonly allowed: readonly string[];
  /** Where `process.env` may not be read, and which globals may not be used. */
  readonly noEnvironment: boolean;
  readonly forbiddenGlobals: readonly string[];
}

const reportFile = "src-main/shell/report-hand-over.ts";
const proxyFile = "src-main/shell/proxy-request.ts";
const shellFiles = [
  ...["index", "hardening", "session", "app-protocol", "window", "ipc", "menu", "away", "signs-of-somebody"],
  ...["open-settings", "open-window", "first-paint", "report-hand-over", "proxy-request"],
].map((name) => `src-main/${name}.ts`);
const keychainFile = "src-main/keys/device-keychain.ts";
const inContract = (file: string) => file.startsWith("src-contract/");
const inApi = (file: string) => file.startsWith("src-contract/api/");
const main = sourcesIn("src-main");
const preload = sourcesIn("src-preload");
const backend = sourcesIn("src-backend");

/** Imports by name: `module` is what a file of any depth writes, `names` what it takes from it. */
const take = (module: string, names = "{ taken }") => `import ${names} from "${module}";`;
const all = (...modules: string[]) => modules.map((module) => take(module));

const nodeNetwork = ["node:http", "node:https", "node:http2", "node:net", "node:tls", "node:dgram"];
const keychain = ["keytar", "@github/keytar"];
const anywhere = (zoneFile: string) => [`../${zoneFile}`, `../../${zoneFile}`];
const otherZonesOfMain = [
  ...anywhere("src-renderer/store.ts"),
  ...anywhere("src-sandbox/start-sandbox.ts"),
  ...anywhere("src-backend/config.ts"),
  ...anywhere("src-backend/solaris/answers.ts"),
  ...anywhere("src-preload/index.ts"),
];
const knownToMain = [
  ...anywhere("src-contract/api/card-schemas.ts"),
  ...anywhere("src-contract/bridge/views.ts"),
  "./errors.ts",
  "../errors.ts",
  "node:crypto",
  "node:fs/promises",
];
const everyWayToElectron = [
  take("electron"),
  take("electron", "* as electron"),
  take("electron", "electron"),
  take("electron", "type { App }"),
  take("electron", "{ type Session }"),
  take("electron/main"),
  'import "electron";',
  'export { app } from "electron";',
  'export const later = () => import("electron");',
];
const copying = take("electron", "{ clipboard }");
const requesting = take("electron", "{ net }");
const forbiddenOfElectron = [
  ...["ipcMain", "shell", "crashReporter", "safeStorage", "clipboard", "net"].map((name) =>
    take("electron", `{ ${name} }`),
  ),
  take("electron", "{ app, ipcMain as door }"),
  take("electron", "* as electron"),
  take("electron", "electron"),
  'export const later = () => import("electron");',
];
const network = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"];
const storage = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"];

const core = {
  forbidden: [
    ...everyWayToElectron,
    ...all(...nodeNetwork, ...otherZonesOfMain, "http", "fastify", "preact", "pino"),
    ...all("./ipc.ts", "../window.ts", "../session.ts", "../hardening.ts", "../report-hand-over.ts", "../index.ts"),
    ...all("../proxy-request.ts"),
  ],
  allowed: all(...knownToMain, "zod", "jose"),
  noEnvironment: true,
  forbiddenGlobals: network,
};
const shell = {
  forbidden: [
    ...forbiddenOfElectron,
    take("electron/main"),
    ...all(...nodeNetwork, ...otherZonesOfMain, ...keychain, "http", "fastify", "preact", "jose", "zod"),
  ],
  allowed: [
    ...all(...knownToMain),
    take("electron", "{ app, BrowserWindow, type Session }"),
    take("electron", "type { App }"),
  ],
  forbiddenGlobals: network,
};

export const zones: readonly Zone[] = [
  {
    name: "the window",
    files: sourcesIn("src-renderer"),
    forbidden: [
      ...everyWayToElectron,
      ...all("node:fs", "node:fs/promises", "fs", "zod", "jose", ...keychain, "fastify"),
      ...all(
        ...anywhere("src-main/app-error.ts"),
        ...anywhere("src-contract/api/card-schemas.ts"),
        ...anywhere("src-preload/index.ts"),
      ),
      ...all(...anywhere("src-sandbox/start-sandbox.ts")),
    ],
    allowed: all(
      "preact",
      "preact/hooks",
      "zustand/vanilla",
      "intl-messageformat",
      "./store.ts",
      "../store.ts",
      ...anywhere("src-contract/bridge/views.ts"),
    ),
    noEnvironment: false,
    forbiddenGlobals: [...network, ...storage, "globalThis", "self", "navigator"],
  },
  {
    name: "the contract",
    files: preload.filter(inContract),
    forbidden: [
      ...everyWayToElectron,
      ...all("zod", "node:crypto", "preact", ...keychain, "../index.ts", ...anywhere("src-main/app-error.ts")),
    ],
    allowed: all("./views.ts", "./error-codes.ts"),
    noEnvironment: false,
    forbiddenGlobals: [],
  },
  {
    name: "the preload",
    files: preload.filter((file) => !inContract(file)),
    forbidden: [
      take("electron", "{ shell }"),
      take("electron", "{ ipcRenderer, webUtils }"),
      take("electron", "* as electron"),
      take("electron", "type { IpcRendererEvent }"),
      ...all(
        "electron/renderer",
        "zod",
        "node:fs",
        "jose",
        ...keychain,
        "../src-main/app-error.ts",
        "../src-renderer/store.ts",
        "../src-contract/api/card-schemas.ts",
      ),
    ],
    allowed: [
      take("electron", "{ contextBridge, ipcRenderer, webFrame }"),
      ...all("./contract/bridge.ts", "./one-realm.ts"),
    ],
    noEnvironment: false,
    forbiddenGlobals: [],
  },
  {
    name: "the core of main",
    files: main.filter((file) => !shellFiles.includes(file) && file !== keychainFile),
    ...core,
    forbidden: [...core.forbidden, ...all(...keychain), 'export const later = () => import("keytar");'],
  },
  {
    name: "the keychain's file, exempt for keytar alone",
    files: [keychainFile],
    ...core,
    forbidden: [...core.forbidden, take("@github/keytar")],
    allowed: [...core.allowed, take("keytar"), 'export const later = () => import("keytar");'],
  },
  {
    name: "the shell of main",
    files: shellFiles.filter((file) => ![reportFile, proxyFile, "src-main/index.ts"].includes(file)),
    ...shell,
    noEnvironment: true,
  },
  {
    name: "the report's hand-over, exempt for the clipboard alone",
    files: [reportFile],
    ...shell,
    forbidden: shell.forbidden.filter((line) => line !== copying),
    allowed: [...shell.allowed, copying],
    noEnvironment: true,
  },
  {
    name: "the request that a proxy may answer with a question, exempt for Electron's own requests alone",
    files: [proxyFile],
    ...shell,
    forbidden: shell.forbidden.filter((line) => line !== requesting),
    allowed: [...shell.allowed, requesting],
    noEnvironment: true,
  },
  {
    name: "main's index, exempt for the line that cleans the environment",
    files: ["src-main/index.ts"],
    ...shell,
    noEnvironment: false,
  },
  {
    name: "the partner backend",
    files: backend.filter((file) => !inApi(file)),
    forbidden: [
      ...everyWayToElectron,
      ...all(...keychain, "jose", "preact"),
      ...all(...anywhere("src-main/app-error.ts"), ...anywhere("src-contract/bridge/views.ts")),
      ...all(...anywhere("src-renderer/store.ts"), ...anywhere("src-sandbox/start-sandbox.ts")),
    ],
    allowed: all("fastify", "zod", "pino", "node:http", "./config.ts", "../api/cards.ts"),
    noEnvironment: false,
    forbiddenGlobals: [],
  },
  {
    name: "the published schemas",
    files: backend.filter(inApi),
    forbidden: [
      ...everyWayToElectron,
      ...all("node:crypto", "fastify", "jose", ...keychain, "../config.ts", ...anywhere("src-main/app-error.ts")),
      ...all(...anywhere("src-contract/bridge/views.ts")),
    ],
    allowed: all("zod", "./identifiers.ts", "../errors/error-codes.ts"),
    noEnvironment: false,
    forbiddenGlobals: [],
  },
  {
    name: "the sandbox",
    files: sourcesIn("src-sandbox"),
    forbidden: [
      ...everyWayToElectron,
      ...all("jose", "pino", "preact", ...keychain),
      ...all(
        ...anywhere("src-main/app-error.ts"),
        ...anywhere("src-contract/api/card-schemas.ts"),
        ...anywhere("src-contract/bridge/views.ts"),
        ...anywhere("src-renderer/store.ts"),
        ...anywhere("build/paths.mjs"),
        ...anywhere("tests/sandbox/partner.ts"),
      ),
    ],
    allowed: all("zod", "fastify", "node:crypto", "node:timers/promises", "./world.ts", "../world.ts"),
    noEnvironment: false,
    forbiddenGlobals: [],
  },
];
