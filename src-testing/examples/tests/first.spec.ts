import { expect, PASSCODE, test } from "@cardbound/testing";

test("somebody links this computer and changes a PIN", async ({ screens, sandbox }) => {
  await screens.signIn.as("Ada Single");
  await screens.link.sendCode("Ada's computer");
  await screens.code.enter(await sandbox.lastCode());
  await screens.passcode.set(PASSCODE);
  await screens.linked.toCards();
  const card = await screens.cards.idOf();
  await screens.cards.choose();
  await screens.newPin.change("7305", PASSCODE);
  await screens.outcome.expectChanged();
  expect(await sandbox.hasPin(card, "7305")).toEqual({ matches: true, changes: 1 });
});
