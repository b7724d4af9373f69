import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The clone. Everything generated goes to `out/` below it, so that only that folder must be writable.
 * (Not import.meta.dirname: a Node that is too old for that comes by here, too, to be refused.)
 */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const out = path.join(root, "out");
