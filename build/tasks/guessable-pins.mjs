import { writeFile } from "node:fs/promises";
import path from "node:path";
import { findPinRuleBreach } from "../../src-contract/rules/pin.ts";
import { deriveGuessablePins, sourceOf } from "../guessable-pins/derive.mjs";
import { root } from "../paths.mjs";
import { say } from "../say.mjs";

/** `npm run guessable-pins`: writes the list that the PIN adviser reads, from the strategies. */
export async function run() {
  const pinsOfReasons = deriveGuessablePins((pin) => findPinRuleBreach(Buffer.from(pin, "ascii")) === null);
  await writeFile(path.join(root, "src-contract/rules/guessable-pins.ts"), sourceOf(pinsOfReasons));
  say(`${[...pinsOfReasons.values()].flat().length} guessable PINs in src-contract/rules/guessable-pins.ts`);
  return 0;
}
