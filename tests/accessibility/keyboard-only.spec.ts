import { PASSCODE } from "../e2e/cardholder.ts";
import { expect, test } from "../e2e/fixtures.ts";
import { wordsIn } from "../screens/spoken-words.ts";
import { goRound, tabTo } from "./tab-round.ts";

test("the whole job, from the sign-in to a changed PIN, with the keyboard alone", async ({ page, sandbox }) => {
  const words = wordsIn("en");
  const { keyboard } = page;
  const press = async (name: string) => {
    await tabTo(page, page.getByRole("button", { name, exact: true }));
    await keyboard.press("Enter");
  };
  const type = async (label: string, text: string) => {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await keyboard.type(text);
  };
  const on = async (state: string) => {
    await page.locator(`main[data-state="${state}"]`).waitFor();
    return goRound(page);
  };

  await on("sign-in");
  await press("Ada Single");
  await on("name");
  await press(words.binding.send);
  await on("code");
  await type(words.code.label, "212212");
  await keyboard.press("Enter");
  await on("set-passcode");
  await type(words.passcode.label, PASSCODE);
  await type(words.passcode.again, PASSCODE);
  await keyboard.press("Enter");
  await on("linked");
  await press(words.linked.toCards);
  await on("cards");
  const card = (await page.getByTestId("card").first().getAttribute("data-card-id")) ?? "";
  await tabTo(page, page.getByTestId("card").first().getByRole("button"));
  await keyboard.press("Enter");
  await on("new-pin");
  await type(words.pin.newPin, "7305");
  await keyboard.press("Enter");
  await type(words.pin.again, "7305");
  await keyboard.press("Enter");
  await type(words.passcode.label, PASSCODE);
  await keyboard.press("Enter");
  await on("outcome-changed");
  expect(await sandbox.hasPin(card, "7305")).toEqual({ changes: 1, matches: true });
  await press(words.outcome.toCards);
  await on("cards");
});
