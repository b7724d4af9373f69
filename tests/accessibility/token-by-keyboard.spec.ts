import { sceneNamed } from "../screens/scenes.ts";
import { wordsIn } from "../screens/spoken-words.ts";
import { expect, test } from "../screens/window-fixture.ts";
import { goRound, tabTo } from "./tab-round.ts";

test("the steps name the token where the code comes by letter, too", async ({ scripted }) => {
  const words = wordsIn("en");
  const last = scripted.page.locator(".steps li").last();
  await scripted.play(sceneNamed("letter-on-token"), "en");
  await expect(last).toHaveText(words.token.step);
  for (const [button, title] of [
    [words.letter.again.open, words.letter.again.title],
    [words.letter.enter, words.letter.code.title],
  ] as const) {
    await scripted.play(sceneNamed("letter-on-token"), "en");
    await scripted.page.getByRole("button", { name: button, exact: true }).click();
    await expect(scripted.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(last).toHaveText(words.token.step);
  }
});

test("the choice of a token, its PIN and the removal of its key with the keyboard alone", async ({ scripted }) => {
  const words = wordsIn("en");
  const { page } = scripted;
  const { keyboard } = page;
  await scripted.play(sceneNamed("name-choice"), "en");
  await goRound(page);
  await tabTo(page, page.getByRole("radio", { name: words.token.inKeychain }));
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { checked: true })).toHaveAccessibleName(/Ada’s YubiKey/);
  await expect(page.getByRole("heading", { name: words.token.gives.title })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: words.token.look }));
  await tabTo(page, page.getByRole("button", { name: words.binding.send }));

  await scripted.play(sceneNamed("set-token-pin"), "en");
  await goRound(page);
  await tabTo(page, page.getByLabel(words.token.label, { exact: true }));
  await keyboard.press("Enter");
  await expect(page.getByTestId("complaint")).toContainText(words.token.empty);

  await scripted.play(sceneNamed("set-token-pin-asking-to-start-over"), "en"); // asks first: the code may have been a letter's
  await expect(page.getByRole("button", { name: words.letter.startOver.not })).toBeFocused();

  await scripted.play(sceneNamed("devices-on-token"), "en");
  await tabTo(page, page.getByRole("button", { name: words.devices.removeThis, exact: true }));
  await keyboard.press("Enter");
  await goRound(page);
  await tabTo(page, page.getByLabel(words.token.label, { exact: true }));
  await tabTo(page, page.getByRole("button", { name: words.token.removeOnly, exact: true }));
});
