import { accessSync, constants } from "node:fs";

/**
 * Variables with which a release does not start (docs/threat-model.md#start-variables): by them somebody has weakened it
 * before its first statement, or wants to. The name alone counts, not the value.
 */
const refused = [
  "NODE_OPTIONS",
  "NODE_TLS_REJECT_UNAUTHORIZED",
  "NODE_DEBUG", // writes requests and their headers
  "NODE_DEBUG_NATIVE",
  "NODE_V8_COVERAGE", // writes into a folder of its choice
  "NODE_REPL_EXTERNAL_MODULE",
  "SSLKEYLOGFILE",
  "CHROME_LOG_FILE",
  "CHROME_IPC_LOGGING",
  "CHROME_HEADLESS",
  "CHROME_DEVEL_SANDBOX", // names a program that Chromium starts
  // Code that the system's loader puts into the program. It can hide the variable: this finds the honest mistake.
  "LD_PRELOAD",
  "LD_AUDIT",
];
const refusedPrefixes = ["ELECTRON_", "DYLD_"];

/** Of Electron's: harmless settings of a desktop, or read only by what installs it and builds with it. */
const harmlessOfElectron = [
  "ELECTRON_CACHE",
  "ELECTRON_CONFIG_CACHE",
  "ELECTRON_FORCE_WINDOW_MENU_BAR",
  "ELECTRON_MIRROR",
  "ELECTRON_NIGHTLY_MIRROR",
  "ELECTRON_NO_ATTACH_CONSOLE",
  "ELECTRON_OZONE_PLATFORM_HINT",
  "ELECTRON_SKIP_BINARY_DOWNLOAD",
  "ELECTRON_TRASH",
];
const harmlessPrefixesOfElectron = ["ELECTRON_BUILDER_", "ELECTRON_CUSTOM_", "ELECTRON_GET_", "ELECTRON_INSTALL_"];

/**
 * Variables that a start survives but the program does not see. Companies set the certificates for every program of a
 * computer (docs/company-network.md#the-environment), and developers their keys; nothing has read them by then, as the app's
 * calls go through Chromium.
 */
const removed = [
  "NODE_EXTRA_CA_CERTS",
  "NODE_USE_SYSTEM_CA",
  "NODE_USE_ENV_PROXY",
  "GOOGLE_API_KEY",
  "GOOGLE_DEFAULT_CLIENT_ID",
  "GOOGLE_DEFAULT_CLIENT_SECRET",
];

/** The first variable with which a release does not start, if it has a value. */
export function refusedVariable(env: Readonly<NodeJS.ProcessEnv>): string | null {
  const found = Object.keys(env).find((name) => env[name] !== "" && isRefused(name));
  return found ?? null;
}

function isRefused(name: string): boolean {
  const upper = name.toUpperCase(); // Windows ignores the case of names
  const startsUpper = (prefix: string) => upper.startsWith(prefix);
  if (harmlessOfElectron.includes(upper) || harmlessPrefixesOfElectron.some(startsUpper)) return false;
  return refused.includes(upper) || refusedPrefixes.some(startsUpper);
}

/**
 * Removes every variable that would weaken TLS or change how Electron and Node work (docs/threat-model.md#environment-cleaned).
 * Only this file and open-browser.ts touch the environment, and nothing relevant to security is read from the rest. It also
 * removes an unusable TMPDIR: Chromium creates its single-instance socket there, and would otherwise exit silently.
 * @returns the remaining environment
 */
export function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  for (const name of Object.keys(env)) {
    const upper = name.toUpperCase();
    if (isRefused(name) || removed.includes(upper) || upper.startsWith("ELECTRON_")) delete env[name];
  }
  if (env.TMPDIR !== undefined && !canMakeFilesIn(env.TMPDIR)) delete env.TMPDIR; // then /tmp is used
  return env;
}

function canMakeFilesIn(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
