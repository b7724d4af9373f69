/** Inserted where the backend is built (build/servers.vite.config.ts, build/backend-package/bundle-backend.ts). */
declare const __PROGRAM_VERSION__: string | undefined;

/** The version in package.json; `source` where the backend runs without having been built. */
export const PROGRAM_VERSION = typeof __PROGRAM_VERSION__ === "string" ? __PROGRAM_VERSION__ : "source";
