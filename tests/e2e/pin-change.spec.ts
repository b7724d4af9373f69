import { rare } from "../long-form.ts";
import {
  changePin,
  chooseCard,
  enterPasscode,
  enterPinTwice,
  expectCards,
  expectHeading,
  firstCardId,
  openCards,
  pinField,
  typePin,
} from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

test.describe("before anything is sent", () => {
  windowTest("two PINs that differ: entered once more from the beginning", async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await openCards(page);
    await chooseCard(page);
    await enterPinTwice(page, "7305", "7306");
    await expect(page.getByRole("alert")).toContainText("The two PINs are not the same.");
    await enterPinTwice(page, "7305");
    await enterPasscode(page);
    await expectHeading(page, "Your PIN was changed");
    expect(await sandbox.arrivals("pin_update")).toBe(1);
  });

  windowTest("a PIN that breaks a rule is refused with the reason", async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await openCards(page);
    await chooseCard(page);
    for (const [pin, words] of [
      ["1234", "counts up or down"],
      ["9876", "counts up or down"],
      ["1112", "the same digit three times"],
      ["0000", "the same digit three times"],
      ["25", "Enter all 4 digits."],
    ] as const) {
      await page.keyboard.press("Delete");
      await typePin(page, pin);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert")).toContainText(words);
    }
    expect(await sandbox.arrivals("pin_key")).toBe(0);
  });

  windowTest(
    "a PIN that wraps round the end is allowed, as documented, once its warning was answered",
    rare, // another warning is answered in pin-help.spec.ts
    async ({ boundComputer, page }) => {
      await boundComputer();
      await openCards(page);
      await chooseCard(page);
      await typePin(page, "7890");
      await expect(page.getByTestId("pin-advice")).toContainText("Its digits follow each other in even steps.");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert")).toContainText("Choose another card PIN");
      await page.getByRole("button", { name: "Use this PIN anyway" }).click();
      await pinField(page).focus();
      await page.keyboard.press("Enter");
      await typePin(page, "7890", "New card PIN again");
      await page.keyboard.press("Enter");
      await enterPasscode(page);
      await expectHeading(page, "Your PIN was changed");
    },
  );

  windowTest("going back changes nothing", async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await openCards(page);
    await chooseCard(page);
    await typePin(page, "73");
    await page.getByRole("button", { name: "Back" }).click();
    await expectCards(page);
    await chooseCard(page);
    await expect(page.getByTestId("digit-count").first()).toHaveText("0 of 4 digits entered");
    expect(await sandbox.arrivals("pin_update")).toBe(0);
  });

  windowTest(
    "the key for encrypting cannot be had: nothing was sent, and it works afterwards",
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      await sandbox.addFault({ operation: "pin_key", kind: "status", status: 500, shape: "B" });
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was not changed");
      await expect(page.getByText("Nothing was sent.")).toBeVisible();
      expect(await sandbox.arrivals("pin_update")).toBe(0);
      await page.getByRole("button", { name: "Try again" }).click();
      await enterPinTwice(page, "7305");
      await enterPasscode(page);
      await expectHeading(page, "Your PIN was changed");
    },
  );
});

test.describe("refused by Solaris, with the reason", () => {
  windowTest("the card was closed meanwhile", async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await openCards(page);
    await sandbox.setCardStatus(await firstCardId(page), "CLOSED");
    await changePin(page, "7305");
    await expectHeading(page, "Your PIN was not changed");
    await expect(page.getByRole("alert")).toContainText("This card’s PIN cannot be changed at the moment.");
    await expect(page.getByRole("button", { name: "Try again" })).toBeHidden(); // it would end the same way
  });

  windowTest(
    "the computer was removed elsewhere, which Solaris is asked about",
    rare, // devices.spec.ts goes the same way, and on from there
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      const [message] = await sandbox.inbox();
      await sandbox.forgetDevice(message?.device_id ?? "");
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was not changed");
      await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_DEVICE_REMOVED");
    },
  );

  windowTest(
    "the key was changed between fetching and using it: encrypted anew, nothing is asked again",
    rare, // tests/faults/signed-table.ts, as the next one
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      const cardId = await firstCardId(page);
      await sandbox.addFault({ operation: "pin_key", kind: "rotate_key" });
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was changed");
      expect(await sandbox.arrivals("pin_key")).toBe(2);
      expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
    },
  );

  windowTest(
    "the key was changed twice: two attempts and no more; entered again it works",
    rare,
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      await sandbox.addFault({ operation: "pin_key", kind: "rotate_key", times: 2 });
      await changePin(page, "7305");
      await expect(page.getByRole("main").getByTestId("failure")).toContainText("ERR_PIN_KEY_OUTDATED");
      expect(await sandbox.arrivals("pin_update")).toBe(2);
      await page.getByRole("button", { name: "Try again" }).click();
      await enterPinTwice(page, "7305");
      await enterPasscode(page);
      await expectHeading(page, "Your PIN was changed");
    },
  );

  windowTest(
    "an unknown reason, whatever its shape, with Solaris' id for support",
    rare,
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      for (const shape of ["A", "B", "C", "nested"] as const) {
        await sandbox.addFault({ operation: "pin_update", kind: "status", status: 400, shape, code: "brand_new_code" });
        await changePin(page, "7305");
        await expectHeading(page, "Your PIN was not changed");
        await expect(page.getByRole("main").getByTestId("failure")).toContainText(/Error number: ERR_REFUSED, \w+/);
        await page.getByRole("button", { name: "Back to your cards" }).click();
        await expectCards(page);
      }
    },
  );

  windowTest(
    "a PIN that only Solaris refuses: said so, and another one can be chosen",
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      const refusal = { status: 400, shape: "A", code: "validation_error", field: "pin" } as const;
      await sandbox.addFault({ operation: "pin_update", kind: "status", ...refusal });
      await changePin(page, "7305");
      await expect(page.getByRole("alert")).toContainText("Your bank does not allow this card PIN.");
      await page.getByRole("button", { name: "Choose another PIN" }).click();
      await enterPinTwice(page, "7316");
      await enterPasscode(page);
      await expectHeading(page, "Your PIN was changed");
    },
  );
});

test.describe("without a clear answer it claims nothing", () => {
  for (const [name, fault, arrives] of [
    ["the connection is dropped after the change", { kind: "drop_after" }, true],
    ["the connection is dropped before the change", { kind: "drop_before" }, false],
    ["Solaris answers 500", { kind: "status", status: 500, shape: "B" }, false],
    ["Solaris answers something unreadable", { kind: "status", status: 502, shape: "html" }, false],
  ] as const) {
    // The app is told the same by the backend in each of these cases (tests/faults/pin-change.test.ts).
    windowTest(`${name}: unknown, and sent once`, arrives ? {} : rare, async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      const cardId = await firstCardId(page);
      await sandbox.addFault({ operation: "pin_update", ...fault });
      await changePin(page, "7305");
      await expectHeading(page, "It is not certain whether your PIN was changed");
      expect(await sandbox.arrivals("pin_update")).toBe(1);
      expect((await sandbox.hasPin(cardId, "7305")).matches).toBe(arrives);
    });
  }

  test.describe("and less time for Solaris than usual", () => {
    test.use({ serverEnv: { backend: { SOLARIS_TIMEOUT_MS: "4000" } } });

    test(
      "Solaris takes longer than the app waits: unknown, and sent once",
      rare,
      async ({ boundComputer, launch, sandbox }) => {
        const { page } = await launch({ args: ["--call-timeout-ms=1500"] });
        await boundComputer();
        await openCards(page);
        const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
        await changePin(page, "7305");
        await expect(page.getByTestId("stage-send")).toContainText("On its way to your bank");
        await expect(page.getByTestId("stage-answer")).toContainText("Waiting for your bank’s answer");
        await expectHeading(page, "It is not certain whether your PIN was changed");
        await sandbox.release(fault);
        expect(await sandbox.arrivals("pin_update")).toBe(1);
      },
    );
  });
});

windowTest(
  "each change fetches a fresh key, and a second PIN replaces the first",
  rare,
  async ({ boundComputer, page, sandbox }) => {
    await boundComputer();
    await openCards(page);
    const cardId = await firstCardId(page);
    for (const pin of ["7305", "7316"]) {
      await changePin(page, pin);
      await expectHeading(page, "Your PIN was changed");
      await page.getByRole("button", { name: "Back to your cards" }).click();
    }
    expect(await sandbox.arrivals("pin_key")).toBe(2);
    expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: false, changes: 2 });
    expect(await sandbox.hasPin(cardId, "7316")).toEqual({ matches: true, changes: 2 });
  },
);
