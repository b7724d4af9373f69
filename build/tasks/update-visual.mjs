import { rm } from "node:fs/promises";
import path from "node:path";
import { runToEnd } from "../child-process.mjs";
import { out, root } from "../paths.mjs";

/** Where new baselines wait until the clone's owner takes them over (keep-baselines.mjs). */
export const newBaselines = path.join(out, "visual-baselines");

/**
 * `npm run update:visual`: takes new pictures for tests/visual to compare with.
 * @param {{ env: NodeJS.ProcessEnv }} call
 */
export async function run({ env }) {
  await rm(newBaselines, { recursive: true, force: true });
  const config = ["--config", "tests/playwright.config.ts"];
  const command = [path.join(root, "node_modules/playwright/cli.js"), "test", ...config, "tests/visual"];
  return runToEnd(process.execPath, [...command, "--update-snapshots=all"], {
    cwd: root,
    env: { ...env, CARDBOUND_BASELINES: newBaselines },
  });
}
