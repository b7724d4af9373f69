import type { Page } from "playwright";
import { rare } from "../long-form.ts";
import {
  changePin,
  chooseCard,
  enterPinTwice,
  expectCards,
  expectHeading,
  firstCardId,
  openCards,
  signIn,
} from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const TAN = "212212";

/** From the sign-in of somebody whose computer is not linked to the TAN. */
async function toTheTan(page: Page, pin = "7305"): Promise<string> {
  await signIn(page);
  await page.getByRole("button", { name: "Change a PIN without linking" }).click();
  await expectCards(page);
  const cardId = await firstCardId(page);
  await chooseCard(page);
  await enterPinTwice(page, pin);
  await expectHeading(page, "Confirm with a code");
  return cardId;
}

async function enterTan(page: Page, tan = TAN): Promise<void> {
  await page.getByRole("textbox", { name: "Code from the text message" }).fill(tan);
  await page.getByRole("button", { name: "Change PIN" }).click();
}

test.describe("a PIN change with a TAN, on a computer that is not linked", () => {
  windowTest("asks for the PIN first, and changes it with the code from the message", async ({ page, sandbox }) => {
    const cardId = await toTheTan(page);
    expect((await sandbox.hasPin(cardId, "7305")).changes).toBe(0);
    const [message] = await sandbox.inbox();
    expect(message).toMatchObject({ purpose: "pin_change", code: TAN });
    await enterTan(page, message?.code);
    await expectHeading(page, "Your PIN was changed");
    expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
    expect(await sandbox.arrivals("create_device")).toBe(0);
    await page.getByRole("button", { name: "Back to your cards" }).click();
    await expectCards(page);
  });

  windowTest(
    "promises that nothing is changed yet until the code was entered, and no longer",
    async ({ page, sandbox }) => {
      await toTheTan(page);
      const promise = page.getByText("Until you confirm with the code, your card PIN is as before.");
      await expect(promise).toBeVisible();
      const fault = await sandbox.addFault({ operation: "confirm_change_request", kind: "hold" });
      await enterTan(page);
      await expect.poll(() => sandbox.arrivals("confirm_change_request")).toBe(1);
      expect(await promise.isVisible()).toBe(false);
      await sandbox.release(fault);
      await expectHeading(page, "Your PIN was changed");
    },
  );

  // Said in the next one, too; the right one after wrong ones: tests/faults/sms-table.ts.
  windowTest("a wrong code is said to be wrong, and the right one still works", rare, async ({ page, sandbox }) => {
    const cardId = await toTheTan(page);
    await enterTan(page, "000000");
    await expect(page.getByTestId("complaint")).toContainText("This is not the code that was sent.");
    await enterTan(page);
    await expectHeading(page, "Your PIN was changed");
    expect((await sandbox.hasPin(cardId, "7305")).changes).toBe(1);
  });

  windowTest("after too many wrong ones a new code is needed, and works without the PIN", async ({ page, sandbox }) => {
    const cardId = await toTheTan(page);
    for (let attempt = 0; attempt < 3; attempt++) {
      await enterTan(page, "000000");
      await expect(page.getByTestId("complaint")).toContainText("This is not the code that was sent.");
    }
    await enterTan(page);
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_CHANGE_REQUEST_ENDED");
    await page.getByRole("button", { name: "Send a new code" }).click();
    await expect.poll(async () => (await sandbox.inbox()).length).toBe(2);
    await enterTan(page);
    await expectHeading(page, "Your PIN was changed");
    expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
  });

  // Begun anew as after too many wrong ones.
  windowTest("shows the time that there is, and can be begun anew when it is over", rare, async ({ page, sandbox }) => {
    const cardId = await toTheTan(page);
    await expect(page.getByTestId("code-expiry")).toHaveText(/[45]:\d\d/);
    await sandbox.advanceClock(301);
    await enterTan(page);
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_CHANGE_REQUEST_ENDED");
    await page.getByRole("button", { name: "Send a new code" }).click();
    await expect.poll(async () => (await sandbox.inbox()).length).toBe(2);
    await enterTan(page);
    await expectHeading(page, "Your PIN was changed");
    expect((await sandbox.hasPin(cardId, "7305")).changes).toBe(1);
  });

  test("warns in the last minute", rare, async ({ page }) => {
    await page.clock.install();
    await toTheTan(page);
    await expect(page.getByTestId("code-warning")).toBeEmpty();
    await page.clock.runFor(245_000);
    await expect(page.getByTestId("code-warning")).not.toBeEmpty();
  });

  windowTest("given up before the code: nothing was changed, now or later", async ({ page, sandbox }) => {
    const cardId = await toTheTan(page);
    await page.getByRole("button", { name: "Back" }).click();
    await expectCards(page);
    await expect(page.getByRole("heading", { name: "What became of" })).toHaveCount(0);
    expect((await sandbox.hasPin(cardId, "7305")).changes).toBe(0);
    expect(await sandbox.arrivals("confirm_change_request")).toBe(0);
  });

  windowTest(
    "killed at the code: at the next start nothing was changed, and it says so",
    async ({ running, launch, sandbox }) => {
      const cardId = await toTheTan(running.page);
      await running.kill();
      const second = await launch();
      await signIn(second.page);
      await expectHeading(second.page, "Your PIN was not changed");
      expect((await sandbox.hasPin(cardId, "7305")).changes).toBe(0);
    },
  );
});

test.describe("where the signed way is refused, and it is not said whether for the device's sake", () => {
  windowTest(
    "nobody is sent to look for a removed device; a code by text message is offered, and changes the PIN",
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      const cardId = await firstCardId(page);
      await sandbox.addFault({ operation: "pin_update", kind: "status", status: 403, shape: "B" });
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was not changed");
      await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_REFUSED");
      await expect(page.getByRole("alert")).not.toContainText("removed");
      await page.getByRole("button", { name: "Change it with a code by text message" }).click();
      await enterPinTwice(page, "7305");
      await expectHeading(page, "Confirm with a code");
      await enterTan(page);
      await expectHeading(page, "Your PIN was changed");
      expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
    },
  );
});

test.describe("where the partner wants change requests signed by the device", () => {
  test.use({ serverEnv: { backend: { PIN_CHANGE_ROUTES: "device_signing" } } });

  windowTest(
    "the change is signed with the passcode's key, verified by Solaris",
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      const cardId = await firstCardId(page);
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was changed");
      expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
      expect(await sandbox.arrivals("pin_update")).toBe(0);
      expect(await sandbox.arrivals("confirm_change_request")).toBe(1);
    },
  );

  windowTest("and no text messages, a computer that is not linked is not offered any", async ({ page }) => {
    await signIn(page);
    await expectHeading(page, "Link this computer");
    await expect(page.getByRole("button", { name: "Change a PIN without linking" })).toHaveCount(0);
  });
});

test.describe("where the partner does not accept how this computer keeps its key", () => {
  test.use({ serverEnv: { backend: { ACCEPTED_PROTECTION_LEVELS: "hardware_passcode" } } });

  windowTest("it says so before a code is sent", async ({ page, sandbox }) => {
    await signIn(page);
    await page.getByRole("button", { name: "Send the code" }).click();
    await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_PROTECTION_REFUSED");
    expect(await sandbox.arrivals("create_device")).toBe(0);
  });
});
