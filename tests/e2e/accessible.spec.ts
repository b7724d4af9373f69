import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright";
import {
  askForCode,
  bindComputer,
  changePin,
  chooseCard,
  choosePasscode,
  enterCode,
  enterPasscode,
  enterPinTwice,
  expectHeading,
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

test("axe finds nothing in the help, whether all is well or not", async ({ launch, page, folder }) => {
  await page.getByRole("button", { name: "Help" }).click();
  await expect(page.locator("main")).toHaveAttribute("data-state", "help");
  await expectAccessible(page, "help");
  const away = await launch({ backendUrl: "https://nothing.invalid", profile: `${folder}/away`, keyringEnv: {} });
  await away.page.getByRole("button", { name: "Help" }).click();
  await expect(away.page.locator("main")).toHaveAttribute("data-state", "help");
  await expect(away.page.getByTestId("recent-errors")).toBeVisible();
  await expectAccessible(away.page, "help, nothing works");
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
  await enterPinTwice(page, "7305");
  await enterPasscode(page, "not this one");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "a wrong passcode");
  await enterPasscode(page);
  await expect(page.getByRole("heading", { name: "Your PIN was not changed" })).toBeVisible();
  await expectAccessible(page, "refused");
  await page.getByRole("button", { name: "Back to your cards" }).click();
  await sandbox.addFault({ operation: "pin_update", kind: "drop_after" });
  await changePin(page, "7305");
  await expect(page.getByRole("heading", { name: "It is not certain" })).toBeVisible();
  await expectAccessible(page, "unknown");
  await page.getByRole("button", { name: "Back to your cards" }).click();
  await changePin(page, "7305");
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

test("axe finds nothing on the devices, their removal and the passcode's screens", async ({ launch, sandbox }) => {
  await sandbox.addDevice("Ada Single", "Old phone");
  const { page } = await launch();
  await bindComputer(page);
  await page.getByRole("button", { name: "Devices" }).click();
  await expect(page.getByTestId("device")).toHaveCount(2);
  await expectAccessible(page, "devices");
  await page.getByRole("button", { name: "Remove Old phone" }).click();
  await expectAccessible(page, "removing another device");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.getByRole("button", { name: "Change device passcode" }).click();
  await expectHeading(page, "Change your device passcode");
  await expectAccessible(page, "changing the passcode");
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Forgotten your device passcode?" }).click();
  await expectHeading(page, "Forgotten your device passcode?");
  await expectAccessible(page, "a forgotten passcode");
});

test("axe finds nothing on the lock's question", async ({ launch }) => {
  const { page } = await launch({ args: ["--lock-quiet-ms=2500", "--lock-warning-ms=60000"] });
  await signIn(page);
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page, "the lock's question");
});

test("axe finds nothing where the limit is reached, at the TAN, and on what was looked up", async ({ launch }) => {
  const first = await launch();
  await signIn(first.page, "Finn Five");
  await expectHeading(first.page, "Remove a device first");
  await expectAccessible(first.page, "the limit of devices");
  await first.page.getByRole("button", { name: "Change a PIN without connecting" }).click();
  await chooseCard(first.page);
  await enterPinTwice(first.page, "7305");
  await expectHeading(first.page, "Confirm with a code");
  await expectAccessible(first.page, "the TAN");
  await first.kill();
  const { page } = await launch();
  await signIn(page, "Finn Five");
  await expectHeading(page, "Your PIN was not changed");
  await expectAccessible(page, "looked up");
});
