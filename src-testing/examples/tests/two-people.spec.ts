import { expect, test } from "@cardbound/testing";

test("two people, each at a computer of their own, at the same time", async ({ launch, sandbox }) => {
  const changes = { "Ada Single": "7305", "Finn Five": "7316" };
  const atComputer = async (person: string, pin: string) => {
    const { screens } = await launch({ computer: person });
    await screens.signIn.as(person);
    await screens.link.withoutLinking(); // each change is confirmed with a code then
    const card = await screens.cards.idOf();
    await screens.cards.choose();
    await screens.newPin.enterTwice(pin);
    await screens.confirm.expectShown();
    const codes = await sandbox.inbox();
    await screens.confirm.confirm(codes.findLast(({ person_name }) => person_name === person)?.code ?? "");
    await screens.outcome.expectChanged();
    expect(await sandbox.hasPin(card, pin)).toMatchObject({ matches: true, changes: 1 });
  };
  await Promise.all(Object.entries(changes).map(([person, pin]) => atComputer(person, pin)));
});
