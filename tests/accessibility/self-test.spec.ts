import type { Page } from "playwright";
import { sceneNamed } from "../screens/scenes.ts";
import { expect, test } from "../screens/window-fixture.ts";
import { findAxeViolations } from "./axe.ts";
import { readStop } from "./focus-indicator.ts";
import { findClipped } from "./reflow.ts";
import { findSmallTargets } from "./target-sizes.ts";

/** Puts something wrong into the page. */
function plant(page: Page, style: Partial<Record<keyof CSSStyleDeclaration, string>>): Promise<void> {
  return page.evaluate((wrong) => {
    const button = document.createElement("button");
    button.textContent = "planted";
    Object.assign(button.style, wrong);
    document.querySelector("main")?.append(button);
    button.focus();
  }, style);
}

test.beforeEach(async ({ scripted }) => {
  await scripted.resize(320);
  await scripted.play(sceneNamed("cards"), "en");
});

test("nothing is found where nothing is planted", async ({ scripted: { page } }) => {
  expect(await findAxeViolations(page)).toEqual([]);
  expect(await findSmallTargets(page)).toEqual([]);
  expect(await findClipped(page)).toEqual([]);
});

test("text in too weak a colour is found by the rules about colours", async ({ scripted: { page } }) => {
  await plant(page, { color: "#999", background: "#fff" });
  const found = [expect.stringMatching(/^axe color-contrast: .*planted/)];
  expect(await findAxeViolations(page)).toEqual(found);
  expect(await findAxeViolations(page, "colours")).toEqual(found);
  expect(await findAxeViolations(page, "all but colours")).toEqual([]);
});

test("a button without a name is found by the other rules", async ({ scripted: { page } }) => {
  await plant(page, {});
  await page.evaluate(() => document.querySelector("main > :last-child")?.replaceChildren());
  const found = [expect.stringMatching(/^axe button-name: /)];
  expect(await findAxeViolations(page)).toEqual(found);
  expect(await findAxeViolations(page, "all but colours")).toEqual(found);
  expect(await findAxeViolations(page, "colours")).toEqual([]);
});

test("what is wrong in one look only is found in it, and no longer in the next", async ({ scripted }) => {
  const { page, wear } = scripted;
  await plant(page, { color: "light-dark(#000, #777)", background: "light-dark(#fff, #333)" });
  expect(await findAxeViolations(page, "colours")).toEqual([]);
  await wear({ theme: "dark", size: "normal" });
  expect(await findAxeViolations(page, "colours")).toHaveLength(1);
  await wear({ theme: "light", size: "normal" });
  expect(await findAxeViolations(page, "colours")).toEqual([]);

  await plant(page, { width: "100px", minWidth: "0", padding: "0", overflow: "hidden", overflowWrap: "normal" });
  expect(await findClipped(page)).toEqual([]);
  await wear({ theme: "light", size: "large-text" });
  await scripted.resize(640);
  expect(await findClipped(page)).toEqual([expect.stringMatching(/px: .*planted/)]);
});

test("a target that is too small is found, and a key of the keypad sooner", async ({ scripted: { page } }) => {
  await plant(page, { minHeight: "0", padding: "0", height: "23px" });
  expect(await findSmallTargets(page)).toEqual([expect.stringMatching(/× 23 instead of 24 px: .*planted/)]);
  await plant(page, { minHeight: "0", padding: "0", height: "43px", width: "44px" });
  expect(await findSmallTargets(page)).toHaveLength(1);
  await page.evaluate(() => document.querySelector("main > :last-child")?.setAttribute("data-testid", "keypad-key"));
  expect(await findSmallTargets(page)).toEqual([
    expect.anything(),
    expect.stringContaining("44 × 43 instead of 44 px"),
  ]);
});

test("what sticks out is found, and what is cut", async ({ scripted: { page } }) => {
  await plant(page, { width: "400px" });
  expect(await findClipped(page)).toEqual([
    expect.stringContaining("scrolls sideways"),
    expect.stringContaining("<main"),
    expect.stringMatching(/^beyond the edge: .*planted/),
  ]);
  await page.evaluate(() => document.querySelector("main > :last-child")?.remove());
  await plant(page, { width: "30px", minWidth: "0", overflow: "hidden", whiteSpace: "nowrap", overflowWrap: "normal" });
  expect(await findClipped(page)).toEqual([expect.stringMatching(/px: .*planted/)]);
});

test("a focus that cannot be seen is found", async ({ scripted: { page } }) => {
  await page.keyboard.press("Tab");
  await plant(page, {});
  expect(await readStop(page)).toMatchObject({ isVisible: true });
  for (const wrong of [{ outline: "none" }, { outline: "1px solid #000" }, { outline: "3px solid #ccc" }]) {
    await plant(page, wrong);
    expect(await readStop(page), JSON.stringify(wrong)).toMatchObject({ isVisible: false });
  }
});
