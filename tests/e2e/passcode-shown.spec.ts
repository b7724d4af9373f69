import type { Page } from "playwright";
import { readAnnouncements, recordAnnouncements } from "../accessibility/announcements.ts";
import { sceneNamed } from "../screens/scenes.ts";
import { wordsIn } from "../screens/spoken-words.ts";
import { expect, test } from "../screens/window-fixture.ts";

// Attacker: somebody who looks at the window later, a script in it, an assistive technology's log. Way: the passcode that is
// shown while it is chosen. Impact: whoever sits at this computer changes PINs.

const { label, count, reveal, strength } = wordsIn("en").passcode;
const PASSCODE = "Blue kettle on 7 roofs";

const shown = (page: Page) => page.getByTestId("revealed").first();
const show = (page: Page) => page.getByRole("button", { name: `${reveal.show}: ${label}`, exact: true }).click();
const type = async (page: Page, text: string) => {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.insertText(text);
};

/** How many of the canvas's points are painted; none where it has no size. */
const painted = (page: Page) =>
  shown(page).evaluate((canvas: HTMLCanvasElement) => {
    if (canvas.width === 0 || canvas.height === 0) return 0;
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return [...data].filter((value, at) => at % 4 === 3 && value > 0).length;
  });

test("a passcode is painted and never in the page", async ({ scripted: { page, play } }) => {
  await play(sceneNamed("set-passcode"), "en");
  await expect(page.getByRole("button", { name: `${reveal.show}: ${label}`, exact: true })).toBeDisabled();
  await type(page, PASSCODE);
  await show(page);
  expect(await painted(page)).toBeGreaterThan(100);
  const all = await page.evaluate(() => document.documentElement.outerHTML + document.body.innerText);
  expect(all).not.toMatch(/kettle|roofs/);
});

for (const [what, leave] of [
  ["another program is used", (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("blur")))],
  ["a character is taken away", (page: Page) => page.getByLabel(label, { exact: true }).press("Backspace")],
] as const) {
  test(`a shown passcode is wiped as soon as ${what}`, async ({ scripted: { page, play } }) => {
    await play(sceneNamed("set-passcode"), "en");
    await type(page, PASSCODE);
    await show(page);
    expect(await painted(page)).toBeGreaterThan(100);
    await leave(page);
    // Sooner than by itself, which would be after five seconds.
    await expect(shown(page)).toBeHidden({ timeout: 2000 });
    expect(await painted(page)).toBe(0);
  });
}

test("its strength is in words, and said once when typing rests", async ({ scripted: { page, play } }) => {
  await recordAnnouncements(page);
  await play(sceneNamed("set-passcode"), "en");
  const counts = page.getByTestId("character-count").first();
  for (const [more, judged] of [
    ["kettl", null],
    ["e", strength.guessable],
    [" zebra", strength.fair],
    [" on 7 roofs", strength.strong],
  ] as const) {
    await type(page, more);
    if (judged === null) for (const word of Object.values(strength)) await expect(counts).not.toContainText(word);
    else await expect(counts).toContainText(judged);
  }
  const told = `${count({ entered: 23 })}. ${strength.strong}`;
  await expect
    .poll(async () => (await readAnnouncements(page)).map(({ text }) => text.trim()), { timeout: 8_000 })
    .toEqual([told]);
});
