import { expectHeading } from "./cardholder.ts";
import { expect } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

// docs/performance.md#start
windowTest("what a window begins with is there at once, and what comes after it fades in", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await expectHeading(page, "Sign in");
  await expect(page.getByRole("main")).toHaveCSS("animation-name", "none");
  await page.getByRole("button", { name: "Help" }).click();
  await expectHeading(page, "Help");
  await expect(page.getByRole("main")).toHaveCSS("animation-name", "appear");
});
