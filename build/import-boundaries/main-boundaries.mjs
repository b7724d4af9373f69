import { contract, interpreters, network, schemas, webCrypto, wholeRealm, withMore } from "./boundary.mjs";
import { inKeys } from "./reserved.mjs";

/** @import { Boundary } from "./boundary.mjs" */

const idsOnly = { "node:crypto": ["randomUUID"] };

/**
 * Main's rooms that run in plain Node: what each imports of npm and Node, and which rooms it stands on.
 * @type {Record<string, Pick<Boundary, "packages" | "names"> & { on: string[] }>}
 */
const coreRooms = {
  files: { packages: ["node:crypto", "node:fs", "node:fs/promises", "node:path"], names: idsOnly, on: [] },
  backend: { packages: ["zod"], on: ["files"] },
  settings: { packages: ["node:path", "zod"], on: ["files"] },
  updates: {
    packages: ["node:crypto", "node:fs/promises", "node:path", "zod"],
    names: idsOnly,
    on: ["files", "backend"],
  },
  "device-data": { packages: ["node:path", "zod"], on: ["files", "backend"] },
  token: { packages: ["node:path", "zod"], on: [] },
  keys: { packages: ["node:path", "node:worker_threads", "zod"], on: ["files", "backend", "token"] },
  cards: { packages: ["zod"], on: ["backend"] },
  "change-pin": {
    packages: ["jose", "node:crypto", "node:fs/promises", "node:path", "zod"],
    names: { ...idsOnly, jose: ["CompactEncrypt", "importJWK"] },
    on: ["files", "backend", "device-data", "keys", "cards"],
  },
  "sign-in": { packages: ["zod"], on: ["files", "backend", "keys", "change-pin"] },
  diagnosis: { packages: ["zod"], on: ["backend", "keys", "settings"] },
  bridge: {
    packages: ["node:os", "node:util/types", "zod"],
    on: [
      "files",
      "backend",
      "settings",
      "updates",
      "token",
      "keys",
      "cards",
      "sign-in",
      "change-pin",
      "device-data",
      "diagnosis",
    ],
  },
};
const allCoreRooms = Object.keys(coreRooms).map((room) => `src-main/${room}/`);
/** The files of main's own folder on which its rooms stand. */
const groundOfMain = ["app-error.ts", "log.ts", "one-at-a-time.ts", "start-options.ts", "with-timeout.ts"].map(
  (name) => `src-main/${name}`,
);

const deniedInCore = [...network, ...interpreters, ...wholeRealm, ...webCrypto];

/** @type {(room: string) => Boundary} */
function coreRoom(room) {
  const { packages, names = {}, on } = coreRooms[room] ?? { packages: [], on: [] };
  return {
    of: `src-main/${room}/`,
    message: `src-main/${room} is core: it runs in plain Node, imports only the rooms that it stands on, and reaches the network through main's own sessions (backend/http-call.ts).`,
    packages,
    names,
    files: [...contract, schemas, ...groundOfMain, ...on.map((name) => `src-main/${name}/`)],
    deniedGlobals: deniedInCore,
  };
}

/** A file of keys/ that does one thing with keys. @type {(name: string, ofCrypto: string[], files?: string[]) => Boundary} */
const keyFile = (name, ofCrypto, files = []) =>
  withMore(coreRoom("keys"), `src-main/keys/${name}`, { files, names: { "node:crypto": ofCrypto } });

/** A file of the sign-in with the browser. @type {(name: string, names: Record<string, string[]>) => Boundary} */
const browserFile = (name, names) => withMore(coreRoom("sign-in"), `src-main/sign-in/browser/${name}`, { names });

/** A file of the updates. It may hash; only one verifies, and none signs. @type {(name: string, ofCrypto: string[]) => Boundary} */
const updateFile = (name, ofCrypto) =>
  withMore(coreRoom("updates"), `src-main/updates/${name}`, { names: { "node:crypto": ofCrypto } });

/** What main knows of a token's process: its questions and answers. */
const tokenProcess = ["ask-token.ts", "token-messages.ts", "token-refusals.ts"].map(
  (name) => `src-hardware-key/${name}`,
);

const fromElectron = [
  ...[
    "app",
    "BrowserWindow",
    "dialog",
    "Menu",
    "nativeTheme",
    "Notification",
    "powerMonitor",
    "protocol",
    "screen",
    "session",
  ],
  ...[
    "App",
    "BrowserWindowConstructorOptions",
    "Certificate",
    "ContextMenuParams",
    "CustomScheme",
    "InputEvent",
    "IpcMainInvokeEvent",
  ],
  ...[
    "MenuItemConstructorOptions",
    "NativeTheme",
    "PowerMonitor",
    "ProtocolRequest",
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
    "The shell ties electron to the core, by the names in build/import-boundaries/main-boundaries.mjs: ipcMain, shell, crashReporter and safeStorage are not among them.",
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
  files: [...contract, schemas, ...groundOfMain, ...allCoreRooms, "src-main/core.ts", "src-main/outside-world.ts"],
  names: { ...idsOnly, electron: fromElectron },
  deniedGlobals: deniedInCore,
};

/** What each room of main may import. @type {readonly Boundary[]} */
export const boundariesOfMain = [
  coreRoom("files"),
  coreRoom("settings"),
  coreRoom("cards"),
  coreRoom("device-data"),
  coreRoom("sign-in"),
  // The only listener, and the only file that knows the provider's protocol; what it may use of both stands there.
  browserFile("callback-listener.ts", {
    "node:http": ["createServer", "IncomingMessage", "ServerResponse"],
    "node:net": ["AddressInfo", "Socket"],
  }),
  browserFile("callback-page.ts", { "node:crypto": ["createHash"] }),
  browserFile("bound-credentials.ts", {
    "node:crypto": ["createHash", "randomUUID"],
    jose: ["CryptoKey", "exportJWK", "JWK", "SignJWT"],
  }),
  withMore(coreRoom("sign-in"), "src-main/sign-in/browser/provider-client.ts", { packages: ["openid-client"] }),
  browserFile("provider-fetch.ts", { "openid-client": ["CustomFetch"] }),
  coreRoom("change-pin"),
  coreRoom("diagnosis"),
  coreRoom("bridge"),
  coreRoom("backend"),
  withMore(coreRoom("backend"), "src-main/backend/server-pins.ts", {
    names: { "node:crypto": ["createHash", "X509Certificate"] },
  }),
  // Puts the way to the backend together, the sign-in included.
  withMore(coreRoom("backend"), "src-main/backend/open-backend.ts", { files: ["src-main/sign-in/"] }),
  coreRoom("keys"),
  withMore(coreRoom("keys"), "src-main/keys/device-keychain.ts", { packages: ["keytar"] }),
  // Reads keytar's native library before it is loaded (docs/threat-model.md#keychain-library).
  withMore(coreRoom("keys"), "src-main/keys/known-keychain-library.ts", {
    packages: ["node:module"],
    names: {
      "node:crypto": ["createHash"],
      "node:fs": ["existsSync", "readFileSync"],
      "node:module": ["createRequire"],
    },
  }),
  keyFile("p256-key-pair.ts", ["generateKeyPairSync"]),
  keyFile("device-key.ts", ["createPrivateKey", "KeyObject"]),
  // Signs what pin-jwe.ts has made and nothing else, so it has to know it.
  keyFile("restricted-signer.ts", ["createPrivateKey"], ["src-main/change-pin/pin-jwe.ts"]),
  keyFile("ecdsa.ts", ["sign", "KeyObject"]),
  keyFile("token-choice.ts", ["randomUUID"]),
  keyFile("verify-signature.ts", ["createPublicKey", "verify"]),
  keyFile("key-wrapping.ts", ["createCipheriv", "createDecipheriv", "randomBytes"]),
  keyFile("passcode-worker.ts", ["scryptSync"]),
  keyFile("steps-on-token.ts", ["createHash", "randomBytes"]), // the id of a key, which is no secret, and a challenge
  keyFile("token-signer.ts", ["createHash"], ["src-main/change-pin/pin-jwe.ts"]),
  // The one place that runs WebAssembly: this project's own, of scrypt-mix.wat.
  {
    ...keyFile("scrypt-by-wasm.ts", ["pbkdf2Sync"]),
    deniedGlobals: deniedInCore.filter((name) => name !== "WebAssembly"),
  },
  keyFile("enrolment-scope.ts", ["createHash"]),
  // These do with a key in the clear what nobody else may: see `reserved`.
  ...inKeys("bind-this-computer.ts", "restricted-key.ts", "passcode-attempts.ts").map((file) =>
    withMore(coreRoom("keys"), file, {}),
  ),
  coreRoom("token"),
  // Speaks with a token's process, which it does not start.
  withMore(coreRoom("token"), "src-main/token/ask-module.ts", { files: tokenProcess }),
  withMore(coreRoom("token"), "src-main/token/tokens.ts", { files: tokenProcess }),
  withMore(coreRoom("token"), "src-main/token/known-native-library.ts", {
    packages: ["node:module"],
    names: { "node:crypto": ["createHash"], "node:fs": ["readFileSync", "statSync"], "node:module": ["createRequire"] },
  }),
  coreRoom("updates"),
  updateFile("signed-metadata.ts", ["createHash", "createPublicKey", "verify"]),
  updateFile("rollout.ts", ["createHash"]),
  updateFile("trusted-release.ts", []),
  updateFile("package-store.ts", ["createHash"]),
  shell,
  // The page that no window shows, for the partner's script (docs/threat-model.md#device-data-page).
  withMore(shell, "src-main/shell/device-data-page.ts", { names: { electron: ["IpcMainEvent", "WebContentsView"] } }),
  withMore(shell, "src-main/shell/write-clipboard.ts", { names: { electron: ["clipboard"] } }),
  // The one page that is opened in a browser (docs/threat-model.md#one-page-opened).
  withMore(shell, "src-main/shell/open-browser.ts", { names: { electron: ["shell", "Shell"] } }),
  // The one file that is opened: an installer whose bytes were checked (docs/threat-model.md#package-checked).
  withMore(shell, "src-main/shell/open-installer.ts", { names: { electron: ["shell", "Shell"] } }),
  // The one process that is started: a token's (docs/hardware-key.md#the-process).
  withMore(shell, "src-main/shell/start-token-child.ts", {
    files: tokenProcess,
    names: { electron: ["utilityProcess", "UtilityProcess"] },
  }),
  // A proxy is asked by a request of its own (src-main/backend/proxy/head-request.ts).
  withMore(shell, "src-main/shell/proxy-request.ts", { names: { electron: ["net"] } }),
  {
    of: "src-main/*",
    message: "main's own folder puts the core together, in plain Node: electron is for shell/ and index.ts.",
    packages: ["node:os", "node:path"],
    files: [...contract, schemas, ...allCoreRooms],
    deniedGlobals: deniedInCore,
  },
  // Cleans the environment before anything else is done.
  { ...withMore(shell, "src-main/index.ts", { files: ["src-main/shell/"] }), readsEnvironment: true },
  {
    of: "src-main/",
    message: "A new room of main gets a boundary of its own in build/import-boundaries/main-boundaries.mjs.",
    packages: [],
    files: [...contract, schemas, ...groundOfMain],
    deniedGlobals: deniedInCore,
  },
];
