import { languages } from "../../src-contract/rules/languages.ts";
import { runs } from "../long-form.ts";
import { absent, cardList, cards, ok, signedIn } from "../screens/ordinary-answers.ts";
import { type NamedScene, sceneNamed } from "../screens/scenes.ts";
import { wordsIn } from "../screens/spoken-words.ts";
import { expect, test } from "../screens/window-fixture.ts";
import { countHeaderLines, findOutOfSight, findUnseenFailures, readPlaces } from "./in-sight.ts";

/** The screens of the main job, with advice and with an error where they can have one: these need most height. */
const mainJob = [
  "name",
  "name-or-letter",
  "name-failed",
  "name-choice",
  "code-failed",
  "set-passcode-complaint",
  "set-token-pin-complaint",
  "set-token-pin-wrong",
  "new-pin-guessable",
  "new-pin-failed",
  "new-pin-on-token",
  "tan-failed",
  "outcome-changed",
];

/** Screens whose entry was refused, after the same as they were before it. */
const corrected = [
  ["code", "code-failed"],
  ["tan", "tan-failed"],
  ["new-pin", "new-pin-failed"],
  ["set-passcode", "set-passcode-complaint"],
  ["change-passcode", "change-passcode-failed"],
  ["set-token-pin", "set-token-pin-complaint"],
  ["set-token-pin", "set-token-pin-wrong"],
] as const;

/** What went wrong far from where the cardholder is, or above the main action, which stays. */
const wentWrong = [
  "name-failed",
  "set-passcode-complaint",
  "new-pin-failed",
  "new-pin-token-last-try",
  "new-pin-token-missing",
  "devices-token-missing",
];

/** The height of a line of text, by its size. */
const A_LINE = 1.5;

/** In the short form two of the languages that need more room than English. */
for (const language of runs<typeof languages | readonly ["de", "fr"]>(["de", "fr"], languages)) {
  test(`the main button and the last line are in sight without scrolling, in ${language}`, async ({ scripted }) => {
    const found: string[] = [];
    for (const name of mainJob) {
      await scripted.wear({ theme: "light", size: "normal" });
      await scripted.play(sceneNamed(name), language);
      found.push(...(await findOutOfSight(scripted.page)).map((what) => `${name}: ${what}`));
      await scripted.wear({ theme: "light", size: "larger-text" });
      found.push(...(await findOutOfSight(scripted.page)).map((what) => `${name}, 125 %: ${what}`));
    }
    expect(found).toEqual([]);
  });

  test(`what went wrong is in sight without scrolling, in ${language}`, async ({ scripted }) => {
    for (const size of ["normal", "larger-text"] as const) {
      await scripted.wear({ theme: "light", size });
      for (const name of wentWrong) {
        await scripted.play(sceneNamed(name), language);
        await expect.soft.poll(() => findUnseenFailures(scripted.page), `${name}, ${size}`).toEqual([]);
      }
    }
  });

  test(`nothing moves by more than a line while a PIN is typed, in ${language}`, async ({ scripted }) => {
    const { page } = scripted;
    const moved: string[] = [];
    for (const [size, textSize] of [
      ["normal", 16],
      ["larger-text", 20],
    ] as const) {
      await scripted.resize();
      await scripted.wear({ theme: "light", size });
      await scripted.play(sceneNamed("new-pin"), language);
      const before = await readPlaces(page);
      for (const typed of ["1", "a", "985", "2", "Backspace", "Backspace"]) {
        if (typed.length > 3) await page.keyboard.press(typed);
        else await page.keyboard.type(typed);
        for (const [what, top] of Object.entries(await readPlaces(page))) {
          const by = Math.abs(top - (before[what] ?? Number.NaN));
          if (!(by <= A_LINE * textSize + 1)) moved.push(`${size}: ${what} by ${by} px after ${typed}`);
        }
      }
    }
    expect(moved).toEqual([]);
  });

  test(`nothing moves by more than a line when an entry is refused, in ${language}`, async ({ scripted }) => {
    const { page } = scripted;
    const moved: string[] = [];
    for (const [asked, refused] of corrected) {
      await scripted.play(sceneNamed(asked), language);
      const before = await readPlaces(page);
      await scripted.play(sceneNamed(refused), language);
      for (const [what, top] of Object.entries(await readPlaces(page))) {
        const by = Math.abs(top - (before[what] ?? Number.NaN));
        if (!(by <= A_LINE * 16 + 1)) moved.push(`${refused}: ${what} by ${by} px`);
      }
    }
    expect(moved).toEqual([]);
  });
}

/** The longest of the demonstration's names, signed in with the browser, so that the bar has all that it can have. */
const mila: NamedScene = {
  name: "mila",
  state: "cards-not-linked",
  answers: {
    getOverview: signedIn(absent, { customer: { name: "Mila Mobilefree", number: 0 }, signInBy: "browser" }),
    listCards: ok(cardList(cards)),
  },
  steps: ({ press, words }) => press(words.binding.withoutLinking),
};

test("the bar on top is one line from 600 px on, in every language", async ({ scripted }) => {
  const lines: string[] = [];
  await scripted.wear({ theme: "light", size: "normal" });
  for (const language of languages) {
    await scripted.resize();
    await scripted.play(mila, language);
    for (const width of [600, 760, 1000]) {
      await scripted.resize(width);
      lines.push(`${language}, ${width}: ${await countHeaderLines(scripted.page)}`);
    }
  }
  expect(lines.filter((line) => !line.endsWith(": 1"))).toEqual([]);
});

test("a page with a scroll bar stands where one without it does", async ({ scripted }) => {
  const widths = [];
  for (const name of ["cards", "cards-many"]) {
    await scripted.play(sceneNamed(name), "en");
    widths.push(await scripted.page.evaluate(() => document.querySelector("main")?.getBoundingClientRect().width));
  }
  expect(widths[0]).toBe(widths[1]);
});

test("the bar on top and the last line span the window, whether or not there is a scroll bar", async ({ scripted }) => {
  for (const name of ["cards", "cards-many"]) {
    await scripted.play(sceneNamed(name), "en");
    const edges = await scripted.page.evaluate(() =>
      [...document.querySelectorAll("header, .status-line")].map((bar) => {
        const { left, right } = bar.getBoundingClientRect();
        return [left, right - innerWidth];
      }),
    );
    expect(edges, name).toEqual([
      [0, 0],
      [0, 0],
    ]);
  }
});

test("keys scroll the content wherever the focus is, without a click", async ({ scripted }) => {
  const { page } = scripted;
  await scripted.play(sceneNamed("cards-many"), "en");
  const top = () => page.evaluate(() => document.querySelector("main")?.getBoundingClientRect().top ?? 0);
  const start = await top();
  const scrolls = async (key: string, way: "down" | "up") => {
    const before = await top();
    await page.keyboard.press(key);
    await expect.poll(async () => Math.sign((await top()) - before), key).toBe(way === "down" ? -1 : 1);
  };
  const fromHere = async () => {
    await scrolls("PageDown", "down");
    await page.keyboard.press("Home");
    await expect.poll(top).toBe(start);
    await scrolls("ArrowDown", "down");
    await page.keyboard.press("Home");
    await expect.poll(top).toBe(start);
  };
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await fromHere();
  await scrolls("Space", "down");
  await page.keyboard.press("Home"); // before the focus moves on: Chromium would end its glide first
  await expect.poll(top).toBe(start);
  await page.locator("header button").first().focus();
  await fromHere();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await fromHere();
});

test("from 1000 px on the card stands beside the form, whatever went wrong", async ({ scripted }) => {
  await scripted.wear({ theme: "light", size: "normal" });
  await scripted.resize(1000);
  await scripted.play(sceneNamed("new-pin-failed"), "de");
  const field = await scripted.page.getByLabel(wordsIn("de").pin.newPin, { exact: true }).boundingBox();
  const card = await scripted.page.locator(".drawn-card").boundingBox();
  expect(card?.width).toBeGreaterThan(200);
  expect((card?.x ?? 0) + (card?.width ?? 0)).toBeLessThan(field?.x ?? 0);
});
