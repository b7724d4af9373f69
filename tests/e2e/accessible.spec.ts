import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";
import {
  askForCode,
  bindComputer,
  changePin,
  choosePasscode,
  enterCode,
  enterPasscode,
  enterPinTwice,
  signIn,
  typePin,
} from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** axe on the screen as it is, in light and in dark: no violation of any impact. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    expect(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

test("axe finds nothing on the way to a bound computer", async ({ page }) => {
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page, "sign in");
  await signIn(page, "Victor Many");
  await expect(page.getByRole("heading", { name: "Connect this computer" })).toBeVisible();
  await expectAccessible(page, "naming the computer");
  await askForCode(page);
  await expectAccessible(page, "the code");
  await enterCode(page, "000000");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "a wrong code");
  await enterCode(page);
  await choosePasscode(page, "123456");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "a passcode that is easily guessed");
  await choosePasscode(page);
  await expect(page.getByTestId("card").first()).toBeVisible();
  await expectAccessible(page, "the cards");
});

test("axe finds nothing on the way to a changed PIN", async ({ page, sandbox }) => {
  await bindComputer(page);
  await page.getByRole("button", { name: /^Change PIN of/ }).click();
  await typePin(page, "1234");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "a PIN that breaks a rule");
  await page.keyboard.press("Delete");
  await sandbox.addFault({ operation: "pin_update", kind: "status", status: 400, shape: "A", code: "new" });
  await enterPinTwice(page, "2580");
  await enterPasscode(page, "not this one");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "a wrong passcode");
  await enterPasscode(page);
  await expect(page.getByRole("heading", { name: "Your PIN was not changed" })).toBeVisible();
  await expectAccessible(page, "refused");
  await page.getByRole("button", { name: "Back to your cards" }).click();
  await sandbox.addFault({ operation: "pin_update", kind: "drop_after" });
  await changePin(page, "2580");
  await expect(page.getByRole("heading", { name: "It is not certain" })).toBeVisible();
  await expectAccessible(page, "unknown");
  await page.getByRole("button", { name: "Back to your cards" }).click();
  await changePin(page, "2580");
  await expect(page.getByRole("heading", { name: "Your PIN was changed" })).toBeVisible();
  await expectAccessible(page, "changed");
});

test("axe finds nothing where no keychain was found", async ({ launch }) => {
  test.skip(process.platform !== "linux", "SKIPPED: only on Linux can the keychain be taken away.");
  const { page } = await launch({ keyringEnv: {} });
  await signIn(page);
  await expect(page.getByRole("heading", { name: "No keychain was found" })).toBeVisible();
  await expectAccessible(page, "no keychain");
});
