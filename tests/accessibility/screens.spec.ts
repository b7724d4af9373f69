import type { SpokenLanguage } from "../../src-renderer/words/words.ts";
import { themes } from "../screens/look.ts";
import { allScenes } from "../screens/scenes.ts";
import { expect, test } from "../screens/window-fixture.ts";
import { findAxeViolations } from "./axe.ts";
import { findClipped } from "./reflow.ts";
import { findSmallTargets } from "./target-sizes.ts";

/** WCAG 2.2, 1.4.10: a window of 1280 px at 400 %. */
const NARROW = 320;

/** In which words the room is tried: those of a long language, longer ones, and from right to left; English is shorter. */
const languages: readonly SpokenLanguage[] = ["de", "en-XA", "ar-XB"];

for (const scene of allScenes) {
  test(scene.name, async ({ scripted }, { annotations }) => {
    const { page } = scripted;
    const found: string[] = [];
    const note = (where: string, violations: readonly string[]) =>
      found.push(...violations.map((violation) => `${where}: ${violation}`));

    await scripted.resize();
    await scripted.wear({ theme: "light", size: "normal" });
    await scripted.play(scene, "en");
    for (const theme of themes) {
      await scripted.wear({ theme, size: "normal" });
      note(theme, await findAxeViolations(page));
    }
    note("target", await findSmallTargets(page));

    for (const language of languages) {
      await scripted.resize(NARROW);
      await scripted.wear({ theme: "light", size: "normal" });
      await scripted.play(scene, language);
      note(`${NARROW} px, ${language}`, await findClipped(page));
      // Text of twice the size has twice the room: all is sized in rem.
      await scripted.resize(2 * NARROW);
      await scripted.wear({ theme: "light", size: "large-text" });
      note(`text of 32 px, ${language}`, await findClipped(page));
    }
    note("from right to left", await findAxeViolations(page));

    // For the tally of `npm run test:a11y`.
    for (const description of found) annotations.push({ type: "violation", description });
    expect(found).toEqual([]);
  });
}
