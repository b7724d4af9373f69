import path from "node:path";

/** The clone. Everything generated goes to `out/` below it, so that only that folder must be writable. */
export const root = path.dirname(import.meta.dirname);
export const out = path.join(root, "out");
