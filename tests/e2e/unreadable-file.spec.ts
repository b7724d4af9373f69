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
