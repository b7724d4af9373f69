import { expect, PASSCODE, test } from "@cardbound/testing";

// The first of these binds the computer at its window; for the others that computer is copied.
test.use({ boundTo: "Ada Single" });

test.beforeEach(async ({ screens }) => {
  await screens.signIn.as("Ada Single");
  await screens.cards.expectShown();
  await screens.cards.choose();
});

test("a PIN that the bank refuses: said so, and another one is taken", async ({ faults, screens, words }) => {
  await faults.refusePin();
  await screens.newPin.change("7305", PASSCODE);
  await screens.outcome.expectNotChanged("ERR_PIN_REFUSED");
  await screens.outcome.chooseAnother();
  await screens.newPin.change("7316", PASSCODE);
  await screens.outcome.expectChanged();
  await expect(screens.outcome.failure).toHaveCount(0);
  await expect(screens.outcome.reference).toBeVisible();
  expect(words.outcome.changed.title).toBe("Your PIN was changed");
});

test("the connection is lost in the middle of the change: the app does not claim to know", async ({
  expectNoSecrets,
  faults,
  sandbox,
  screens,
}) => {
  await faults.loseConnection(true);
  await screens.newPin.change("7305", PASSCODE);
  await screens.outcome.expectUncertain();
  expect(await sandbox.arrivals("pin_update")).toBe(1);
  await expectNoSecrets(); // in any file or log
});
