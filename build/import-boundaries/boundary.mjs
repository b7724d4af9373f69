// What a boundary is, and the words that boundaries are written in.

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

export const contract = ["src-contract/errors/", "src-contract/rules/", "src-contract/bridge/"];
export const schemas = "src-contract/api/";
export const network = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"];
/** What makes code of text, or of bytes. */
export const interpreters = ["eval", "Function", "WebAssembly"];
/** What has all the others as members. */
export const wholeRealm = ["globalThis", "global"];
/** WebCrypto: keys are made and read by node:crypto, of which each file may import what it needs. */
export const webCrypto = ["crypto"];
/** Of a page: by each of them it would reach its window under another name. */
export const otherWindows = ["frames", "parent", "top", "opener"];
export const storage = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"];

/**
 * A boundary for one file of a room, which may import this too.
 * @param {Boundary} room @param {string} file
 * @param {{ packages?: string[], files?: string[], names?: Record<string, string[]> }} more `names` of packages
 * @returns {Boundary}
 */
export function withMore(room, file, { packages = [], files = [], names = {} }) {
  const all = Object.entries(names).map(([name, these]) => [name, [...(room.names?.[name] ?? []), ...these]]);
  return {
    ...room,
    of: file,
    packages: [...new Set([...room.packages, ...packages, ...Object.keys(names)])],
    files: [...room.files, ...files],
    names: { ...room.names, ...Object.fromEntries(all) },
  };
}
