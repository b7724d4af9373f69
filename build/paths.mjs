import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The clone. Everything generated goes to `out/` below it, so only that folder must be writable. (Not import.meta.dirname,
 * because a Node too old for that must get here to be refused.)
 */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const out = path.join(root, "out");
