import { onTestFinished, vi } from "vitest";

/**
 * Imports modules as a program just started has them: what they remember since their import is the running test's alone.
 * @example const { log } = await importAnew(() => import("../../src-main/log.ts"));
 */
export async function importAnew<Modules>(load: () => Promise<Modules>): Promise<Modules> {
  vi.resetModules();
  onTestFinished(() => {
    vi.resetModules(); // or those who come next would import the same ones
  });
  return await load();
}
