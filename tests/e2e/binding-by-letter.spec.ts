import { screensOf } from "../../src-testing/screens/all-screens.ts";
import { english } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

const DAY = 86_400;
test.use({ serverEnv: { backend: { ACTIVATION_LETTERS: "yes" } } });

test("a letter in place of a text message: asked for, days and a restart later its code links the computer", async ({
  launch,
  sandbox,
}) => {
  await sandbox.settings({ letter_seconds: 3 * DAY });
  const before = await launch();
  const { signIn, letter, failure } = screensOf({ page: before.page, words: english });
  await signIn.as("Mila Mobilefree");
  await expect(before.page.getByText(english.letter.instead)).toBeVisible();
  await letter.open();
  await letter.send();
  await expect(failure).toHaveCount(0);
  await expect(before.page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await sandbox.letters()).toMatchObject([{ person_name: "Mila Mobilefree", code: null, counts: true }]);
  await before.app.close();

  const { page } = await launch();
  const later = screensOf({ page, words: english });
  await later.signIn.as("Mila Mobilefree");
  await later.letter.expectAsked();
  await sandbox.advanceClock(3 * DAY);
  const code = await sandbox.lastLetterCode();
  await later.letter.enter(`${code.slice(1)}9`);
  await expect(page.getByTestId("complaint")).toContainText("This is not the code that counts.");
  await expect(later.letter.field).toBeFocused();
  await later.letter.enter(code);
  await page.getByRole("button", { name: english.binding.startOver, exact: true }).click();
  await page.getByRole("button", { name: english.letter.startOver.not }).click();
  await later.passcode.set("Rain on 7 roofs");
  await later.linked.toCards();
  expect(await sandbox.inbox()).toHaveLength(0);
});
