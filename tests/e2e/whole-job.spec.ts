import { startServers } from "../../build/tasks/servers.mjs";
import { currentCost } from "../../src-main/keys/key-wrapping.ts";
import { askForCode, changePin, choosePasscode, enterCode, expectCards, PASSCODE, signIn } from "./cardholder.ts";
import { test as base, expect } from "./fixtures.ts";

/** All as it is built and shipped: the servers as processes of their own, a passcode at its full cost. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  servers: async ({}, use) => {
    const servers = await startServers();
    await use(servers);
    await servers.close();
  },
});
test.use({ passcodeCost: currentCost.N });

test("binds this computer, changes a card's PIN, and Solaris has the new PIN", async ({ page, sandbox, running }) => {
  await signIn(page, "Ada Single");
  await askForCode(page, "Ada's computer");
  const [message] = await sandbox.inbox();
  await enterCode(page, message?.code);
  await choosePasscode(page);
  await expectCards(page);
  await expect(page.getByTestId("standing")).toHaveText("This computer is linked as “Ada's computer”");

  const cardId = (await page.getByTestId("card").getAttribute("data-card-id")) ?? "";
  await changePin(page, "7305");
  await expect(page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
  expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
  for (const secret of ["7305", PASSCODE]) expect(running.output()).not.toContain(secret);

  await page.getByRole("button", { name: "Back to your cards" }).click();
  await expectCards(page);
});
