import { cardList, cards, ok } from "../screens/ordinary-answers.ts";
import { sceneNamed } from "../screens/scenes.ts";
import { expect, test } from "../screens/window-fixture.ts";

/** As long as the contract lets them be, and of one word (src-contract/api/card-schemas.ts). */
const longest = { ...cards[0], nameOnCard: "W".repeat(64), expires: "1".repeat(16) };

test("a holder of one long word stays on the drawn card, and the page as wide as the window", async ({ scripted }) => {
  const { page, play, resize, wear } = scripted;
  for (const [name, width, size] of [
    ["outcome-changed", 400, "normal"],
    ["outcome-changed", 400, "large-text"],
    ["new-pin", 1100, "normal"],
  ] as const) {
    const scene = sceneNamed(name);
    const answers = { ...scene.answers, listCards: ok(cardList([longest])) };
    await play({ ...scene, answers }, "en");
    await wear({ theme: "light", size });
    await resize(width);
    const outside = await page.evaluate(() => {
      const card = document.querySelector(".drawn-card");
      const edge = card?.getBoundingClientRect().right ?? 0;
      const parts = [...(card?.querySelectorAll("span, bdi") ?? [])];
      return {
        parts: parts.filter((part) => part.getBoundingClientRect().right > edge).map(({ className }) => className),
        page: Math.max(0, document.documentElement.scrollWidth - innerWidth),
      };
    });
    expect(outside, `${name} at ${width}, ${size}`).toEqual({ parts: [], page: 0 });
  }
});
