import path from "node:path";
import { bindComputer, changePin, expectCards, expectHeading } from "../../e2e/cardholder.ts";
import { expect } from "../../e2e/fixtures.ts";
import { noteKnown, test } from "./fixtures.ts";

test("signs in, binds, changes a PIN, reads the help and the settings, signs out", async ({
  running,
  servers,
  folder,
}) => {
  const { app, page } = running;
  await noteKnown(app, servers.backendUrl, path.join(folder, "profile"));
  await bindComputer(page);
  await changePin(page, "7305");
  await expectHeading(page, "Your PIN was changed");
  await page.getByRole("button", { name: "Back to your cards" }).click();
  await expectCards(page);
  await page.getByRole("button", { name: "Help" }).click();
  await expect(page.getByTestId("diagnosis-bank")).toContainText("Works");
  await expect(page.locator('main[data-state="help"]')).toBeVisible(); // once all is looked at
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Settings" }).click();
  await expectHeading(page, "Settings");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expectHeading(page, "Sign in");
});
