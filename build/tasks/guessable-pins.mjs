import { writeFile } from "node:fs/promises";
import path from "node:path";
import { runnerImport } from "vite";
import { deriveGuessablePins, sourceOf } from "../guessable-pins/derive.mjs";
import { root } from "../paths.mjs";
import { say } from "../say.mjs";

/** @typedef {typeof import("../../src-preload/contract/pin-rules.ts")} PinRules */

/** `npm run guessable-pins`: writes the list that the PIN adviser reads, from the strategies. */
export async function run() {
  // Node 20 cannot read TypeScript by itself, and the rule is not to be written twice.
  const rules = path.join(root, "src-preload/contract/pin-rules.ts");
  const { module } = await runnerImport(rules, { configFile: false, logLevel: "error" });
  const { findPinRuleBreach } = /** @type {PinRules} */ (module);
  const pinsOfReasons = deriveGuessablePins((pin) => findPinRuleBreach(Buffer.from(pin, "ascii")) === null);
  await writeFile(path.join(root, "src-preload/contract/guessable-pins.ts"), sourceOf(pinsOfReasons));
  say(`${[...pinsOfReasons.values()].flat().length} guessable PINs in src-preload/contract/guessable-pins.ts`);
  return 0;
}
