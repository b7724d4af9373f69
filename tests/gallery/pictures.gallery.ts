import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type GalleryPicture, galleryFolder, sheetOf } from "../../build/tasks/gallery.mjs";
import type { SpokenLanguage } from "../../src-renderer/words/words.ts";
import { sizes, themes } from "../screens/look.ts";
import { allScenes, type NamedScene } from "../screens/scenes.ts";
import type { ScriptedWindow } from "../screens/scripted-window.ts";
import { test } from "../screens/window-fixture.ts";
import { photographPage } from "./photograph-page.ts";

/** Two that people speak, a long one, and one from right to left. */
const languages = ["de", "en", "en-XA", "ar-XB"] as const;

for (const scene of allScenes) {
  test(scene.name, async ({ scripted }) => {
    const folder = path.join(galleryFolder, scene.name);
    await rm(folder, { recursive: true, force: true }); // no picture of an earlier run is to pass for one of this
    await mkdir(folder, { recursive: true });
    const pictures: GalleryPicture[] = [];
    for (const language of languages) pictures.push(...(await photograph(scripted, scene, language, folder)));
    const sheet = path.join(folder, "sheet.html");
    await writeFile(sheet, sheetOf(scene.name, pictures));
    await writeFile(path.join(galleryFolder, `${scene.name}.png`), await photographPage(scripted.app, sheet));
  });
}

/** Plays a scene once, and takes its picture in every size and theme. */
async function photograph(
  scripted: ScriptedWindow,
  scene: NamedScene,
  language: SpokenLanguage,
  folder: string,
): Promise<GalleryPicture[]> {
  const pictures: GalleryPicture[] = [];
  await scripted.resize(); // it grows for pictures
  await scripted.wear({ size: "normal", theme: "light" });
  await scripted.play(scene, language);
  for (const size of sizes) {
    await scripted.resize();
    for (const theme of themes) {
      await scripted.wear({ size, theme });
      const file = `${language}-${size}-${theme}.png`;
      await writeFile(path.join(folder, file), await scripted.takePicture());
      // Side by side at the same height, more or less: what is twice as large is twice as long.
      pictures.push({ file, row: language, column: `${size}, ${theme}`, width: size === "normal" ? 420 : 240 });
    }
  }
  return pictures;
}
