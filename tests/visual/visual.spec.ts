import { existsSync } from "node:fs";
import path from "node:path";
import type { SpokenLanguage } from "../../src-renderer/words/words.ts";
import type { Theme } from "../screens/look.ts";
import { representativeScenes } from "../screens/representative-scenes.ts";
import { sceneNamed } from "../screens/scenes.ts";
import { expect, test } from "../screens/window-fixture.ts";

const mirrored = ["new-pin"];

const pictures: readonly (readonly [name: string, language: SpokenLanguage, theme: Theme])[] = [
  ...representativeScenes.flatMap((name) => (["light", "dark"] as const).map((theme) => [name, "en", theme] as const)),
  ...mirrored.map((name) => [name, "ar-XB", "light"] as const),
];

/** Enough for a pixel here and there at a curve; a button's edge has more, and a changed colour is more than rounding. */
const tolerance = { threshold: 0.02, maxDiffPixels: 40 };

// One font, drawn in one way: the baselines are of the bare Debian that the tests run on.
test.use({ start: { env: { FONTCONFIG_FILE: path.join(import.meta.dirname, "fonts.conf") } } });

test.beforeEach(() => {
  test.skip(process.platform !== "linux", "SKIPPED: the baselines are of Linux.");
  const font = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
  test.skip(!existsSync(font), "SKIPPED: the baselines are in Debian's DejaVu Sans, which is not on this computer.");
});

for (const [name, language, theme] of pictures) {
  test(`${name}, ${language}, ${theme}, looks as it did`, async ({ scripted }) => {
    await scripted.resize();
    await scripted.wear({ theme, size: "normal" });
    await scripted.play(sceneNamed(name), language);
    await scripted.growToContent();
    await expect(scripted.page).toHaveScreenshot(`${name}-${language}-${theme}.png`, tolerance);
  });
}
