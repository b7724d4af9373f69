import { openCards } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

windowTest("shows every card with its number, kind, expiry and status in words", async ({ boundComputer, page }) => {
  await boundComputer("Victor Many");
  await openCards(page, "Victor Many");
  const cards = page.getByTestId("card");
  await expect(cards).toHaveCount(23);
  for (const card of await cards.all()) {
    await expect(card).toContainText(/•••• \d{4}/);
    await expect(card).toContainText(/card/i);
    await expect(card).toContainText(/valid until \d\d\/\d\d/);
    expect(await card.textContent()).not.toMatch(/[A-Z]{3,}_[A-Z]|undefined|\[object/); // none of Solaris' own words
  }
});

windowTest(
  "says of each card whether its PIN can be changed, and why not otherwise",
  async ({ boundComputer, page }) => {
    await boundComputer("Victor Many");
    await openCards(page, "Victor Many");
    const withStatus = (status: string) =>
      page.getByTestId("card").filter({ has: page.getByText(status, { exact: true }) });
    const offer = { name: /^Change PIN of/ };
    await expect(withStatus("Active").first().getByRole("button", offer)).toBeVisible();
    await expect(withStatus("Blocked by you").first().getByRole("button", offer)).toBeVisible();
    await expect(withStatus("Blocked by you").first()).toContainText("not in use at the moment");
    for (const status of [
      "Closed",
      "Reported lost",
      "Reported stolen",
      "Never received",
      "In production",
      "Status not known",
    ]) {
      await expect(withStatus(status).first()).toContainText("cannot be changed because of its status");
      await expect(withStatus(status).first().getByRole("button", offer)).toBeHidden();
    }
  },
);

windowTest("says so when there are no cards", async ({ boundComputer, page }) => {
  await boundComputer("Nora Null");
  await openCards(page, "Nora Null");
  await expect(page.getByText("You have no cards yet.")).toBeVisible();
});

windowTest("can be fetched again when fetching failed", async ({ boundComputer, page, sandbox }) => {
  await sandbox.addFault({ operation: "cards", kind: "status", status: 500, shape: "B" });
  await boundComputer();
  await openCards(page);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByTestId("card")).toHaveCount(1);
});

test.describe("what cannot be shown", () => {
  const cardsAnswer = (body: unknown) =>
    ({
      operation: "cards",
      kind: "answer",
      is_done: false,
      status: 200,
      content_type: "application/json",
      body: JSON.stringify(body),
    }) as const;
  const readable = { id: "a-card", status: "ACTIVE", type: "VISA_DEBIT", representation: { masked_pan: "4532**1234" } };

  windowTest(
    "one card whose id cannot be read is counted, and the others are there",
    async ({ boundComputer, page, sandbox }) => {
      await sandbox.addFault(cardsAnswer([{ ...readable, id: "no id" }, readable]));
      await boundComputer();
      await openCards(page);
      await expect(page.getByTestId("card")).toHaveCount(1);
      await expect(page.getByTestId("left-out")).toContainText("1 card could not be shown.");
      await expect(page.getByTestId("left-out")).toContainText("contact your bank");
    },
  );

  windowTest("where none can be read it is not said that there are none", async ({ boundComputer, page, sandbox }) => {
    await sandbox.addFault(
      cardsAnswer([
        { ...readable, id: "no id" },
        { ...readable, id: null },
      ]),
    );
    await boundComputer();
    await openCards(page);
    await expect(page.getByTestId("left-out")).toContainText("2 cards could not be shown.");
    await expect(page.getByText("You have no cards yet.")).toBeHidden();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByTestId("card")).toHaveCount(1);
    await expect(page.getByTestId("left-out")).toBeHidden();
  });
});
