import { cp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { root } from "../paths.mjs";
import { say } from "../say.mjs";
import { newBaselines } from "./update-visual.mjs";

/** Replaces the old pictures with the new ones, as the user who owns the clone. */
export async function run() {
  const kept = path.join(root, "tests/visual/baselines");
  await rm(kept, { recursive: true, force: true });
  await cp(newBaselines, kept, { recursive: true });
  say(`${(await readdir(kept)).length} pictures in ${path.relative(root, kept)}: look at each before you commit it`);
}
