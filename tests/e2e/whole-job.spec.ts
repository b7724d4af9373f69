import { askForCode, changePin, choosePasscode, enterCode, expectCards, PASSCODE, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

test("binds this computer, changes a card's PIN, and Solaris has the new PIN", async ({ page, sandbox, running }) => {
  await signIn(page, "Ada Single");
  await askForCode(page, "Ada's computer");
  const [message] = await sandbox.inbox();
  await enterCode(page, message?.code);
  await choosePasscode(page);
  await expectCards(page);
  await expect(page.getByText("This computer is connected as “Ada's computer”.")).toBeVisible();

  const cardId = (await page.getByTestId("card").getAttribute("data-card-id")) ?? "";
  await changePin(page, "7305");
  await expect(page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
  expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
  for (const secret of ["7305", PASSCODE]) expect(running.output()).not.toContain(secret);

  await page.getByRole("button", { name: "Back to your cards" }).click();
  await expectCards(page);
});
