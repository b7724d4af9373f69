import type { Page } from "playwright";
import { rare } from "../long-form.ts";
import { changePin, chooseCard, expectCards, expectHeading, openCards, signIn, typePin } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

/** Quiet times that a test can wait for, and long enough that a busy machine's own slowness is not taken for absence. */
const quick = (quietMs: number, warningMs: number) => [`--lock-quiet-ms=${quietMs}`, `--lock-warning-ms=${warningMs}`];

/** Half a PIN in the field, on the shortest way there. */
async function beginPin(page: Page): Promise<void> {
  await signIn(page);
  await page.getByRole("button", { name: "Change a PIN without linking" }).click();
  await chooseCard(page);
  await typePin(page, "730");
}

test("nobody there: a warning, then signed out, with what was typed gone and said why", async ({ launch }) => {
  const { page } = await launch({ args: quick(2500, 3000) });
  await beginPin(page);
  const warning = page.getByRole("dialog", { name: "Are you still there?" });
  await expect(warning).toBeVisible();
  await expect(page.getByRole("button", { name: "Stay signed in" })).toBeFocused();
  await expectHeading(page, "Sign in");
  await expect(page.getByTestId("locked-notice")).toBeVisible();
  await expect(page.getByTestId("secret-field")).toHaveCount(0);
  await signIn(page);
  await expectHeading(page, "Link this computer");
});

test("who stays goes on where they were", rare, async ({ launch }) => {
  const { page } = await launch({ args: quick(2500, 60_000) });
  await beginPin(page);
  const warning = page.getByRole("dialog", { name: "Are you still there?" });
  await expect(warning).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(warning).toBeHidden();
  await expect(page.getByTestId("digit-count").first()).toHaveText("3 of 4 digits entered");
  await expect(warning).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(warning).toBeHidden();
  await expectHeading(page, "Choose a new PIN");
});

test("signing out from the warning is possible", rare, async ({ launch }) => {
  const { page } = await launch({ args: quick(2500, 60_000) });
  await signIn(page);
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expectHeading(page, "Sign in");
  await expect(page.getByTestId("locked-notice")).toHaveCount(0);
});

for (const event of ["lock-screen", "suspend"] as const) {
  windowTest(
    `${event}: signed out at once, half a PIN is gone, the token no longer counts`,
    async ({ boundComputer, running }) => {
      const { app, page } = running;
      await boundComputer();
      await openCards(page);
      await chooseCard(page);
      await typePin(page, "730");
      await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
      await expectHeading(page, "Sign in");
      await expect(page.getByTestId("secret-field")).toHaveCount(0);
      const answer = await page.evaluate(() => window.bridge.listCards());
      expect(answer).toEqual({ ok: false, code: "ERR_NOT_SIGNED_IN" });
    },
  );

  windowTest(
    `${event} with an outcome on the screen: it is told again after signing in`,
    event === "suspend" ? rare : {},
    async ({ boundComputer, running }) => {
      const { app, page } = running;
      await boundComputer();
      await openCards(page);
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was changed");
      await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
      await expectHeading(page, "Sign in");
      await signIn(page);
      await expectHeading(page, "Your PIN was changed");
      await page.getByRole("button", { name: "Back to your cards" }).click();
      await expectCards(page);
    },
  );

  windowTest(
    `${event} while Solaris has the change: its end is told after signing in`,
    event === "suspend" ? rare : {},
    async ({ boundComputer, running, sandbox }) => {
      const { app, page } = running;
      await boundComputer();
      await openCards(page);
      const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
      await changePin(page, "7305");
      await sandbox.reached(fault);
      await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
      await expectHeading(page, "Sign in");
      await sandbox.release(fault);
      await signIn(page);
      await expectHeading(page, "Your PIN was changed");
      expect(await sandbox.arrivals("pin_update")).toBe(1);
    },
  );
}
