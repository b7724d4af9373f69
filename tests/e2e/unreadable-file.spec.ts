import { english, expectHeading, signIn } from "./cardholder.ts";
import { expect } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

windowTest("a part of the window that cannot be read is told where it is wanted, and read again", async ({ page }) => {
  const damaged = /\/assets\/panels-[^/]*\.js$/;
  await page.route(damaged, (route) => route.abort());
  await page.reload();
  await page.getByRole("button", { name: "Help" }).click();
  await expect(page.getByTestId("failure")).toContainText("ERR_INTERNAL");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.unroute(damaged);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Help" }).click();
  await expect(page.getByRole("searchbox")).toBeVisible();
});

windowTest("words that come late are waited for in sight, and words that do not come are told", async ({ page }) => {
  const ofPanels = /\/assets\/en-panels-[^/]*\.js$/;
  let giveThem = () => {};
  const areGiven = new Promise<void>((resolve) => {
    giveThem = resolve;
  });
  await page.route(ofPanels, async (route) => {
    await areGiven;
    await route.continue();
  });
  await page.reload();
  await signIn(page);
  await expectHeading(page, english.start.loading);
  await expect(page.getByText(english.common.working)).toBeVisible();
  giveThem();
  await expectHeading(page, english.binding.nameTitle);
  await page.unroute(ofPanels);

  await page.route(ofPanels, (route) => route.abort());
  await page.reload();
  await expect(page.getByTestId("failure")).toContainText("ERR_INTERNAL");
  await page.unroute(ofPanels);
  await page.getByRole("button", { name: english.common.tryAgain }).click();
  await expectHeading(page, english.binding.nameTitle);
});
