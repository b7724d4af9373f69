import { expect, PASSCODE, test } from "@cardbound/testing";

test.use({ language: "de", boundTo: "Ada Single" });

test("in German: by the same screens, whose names come from the app's own words", async ({ page, screens, words }) => {
  await screens.signIn.as("Ada Single");
  await screens.cards.expectShown();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.cards.title);
  expect(words.cards.title).toBe("Ihre Karten");
  await screens.cards.choose();
  await screens.newPin.change("7305", PASSCODE);
  await screens.outcome.expectChanged();
});
