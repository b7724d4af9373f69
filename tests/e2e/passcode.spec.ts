import type { Page } from "playwright";
import { currentCost } from "../../src-main/keys/key-wrapping.ts";
import { rare } from "../long-form.ts";
import {
  askForCode,
  changePin,
  chooseCard,
  choosePasscode,
  completeBinding,
  enterCode,
  enterPasscode,
  enterPinTwice,
  expectCards,
  expectHeading,
  firstCardId,
  openCards,
  PASSCODE,
  signIn,
} from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const WRONG = "not this one";

/** To the last step of a PIN change, where the passcode is asked. */
async function toThePasscode(page: Page, pin = "7305"): Promise<void> {
  await chooseCard(page);
  await enterPinTwice(page, pin);
}

async function enterWrongPasscode(page: Page, attemptsLeft: number): Promise<void> {
  await enterPasscode(page, WRONG);
  await expect(page.getByTestId("complaint")).toContainText(String(attemptsLeft));
}

/** Notes what the passcode field is like at each change of the page, until its screen goes. @returns what was noted */
async function noteWhatIsSeen(page: Page) {
  await page.evaluate(() => {
    const seen: { bullets: number; said: string; isComplaintShown: boolean }[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const field = document.querySelector<HTMLInputElement>("[data-field=passcode]");
      const said = document.querySelector("[data-testid=character-count]")?.textContent ?? "";
      const isComplaintShown = document.querySelector("[data-testid=complaint]") !== null;
      if (field !== null) seen.push({ bullets: field.value.length, said, isComplaintShown });
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  type Seen = { readonly bullets: number; readonly said: string; readonly isComplaintShown: boolean };
  return () => page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);
}

test.describe("setting the device passcode", () => {
  windowTest(
    "one that is easily guessed is refused with the reason, and a good one is taken",
    async ({ page, sandbox }) => {
      await signIn(page);
      await askForCode(page);
      await enterCode(page);
      for (const [passcode, reason] of [
        ["12345", "6 to 64 characters"],
        ["111111", "over and over"],
        ["abcabc", "over and over"],
        ["987654", "a sequence"],
        ["qwertz", "a sequence"],
        ["Password1!", "many people use"],
      ] as const) {
        await choosePasscode(page, passcode);
        await expect(page.getByRole("alert")).toContainText(reason);
      }
      expect(await sandbox.arrivals("add_key")).toBe(0);
      await choosePasscode(page);
      await expectCards(page);
    },
  );

  windowTest("Enter leads from the first to the second, and the two have to be the same", async ({ page, sandbox }) => {
    await signIn(page);
    await askForCode(page);
    await enterCode(page);
    await expectHeading(page, "Set a device passcode");
    await page.keyboard.type(PASSCODE);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Device passcode again", { exact: true })).toBeFocused();
    await expect(page.getByLabel("Device passcode", { exact: true })).toHaveValue("•".repeat(PASSCODE.length));
    await expect(page.getByRole("alert")).toHaveCount(0);
    await page.keyboard.type(`${PASSCODE}!`);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toContainText("not the same");
    expect(await sandbox.arrivals("add_key")).toBe(0);
    await choosePasscode(page);
    await expectCards(page);
  });

  windowTest("letters that not every keyboard has are refused with a word why", async ({ page }) => {
    await signIn(page);
    await askForCode(page);
    await enterCode(page);
    await expectHeading(page, "Set a device passcode");
    const field = page.getByLabel("Device passcode", { exact: true });
    await field.fill("Grüße");
    await expect(page.getByTestId("character-count").first()).toContainText("works on every keyboard");
    expect(await field.inputValue()).toMatch(/^•*$/);
  });

  windowTest("goes on there after a restart, with the code already accepted", async ({ running, launch, sandbox }) => {
    await signIn(running.page);
    await askForCode(running.page);
    await enterCode(running.page);
    await expectHeading(running.page, "Set a device passcode");
    await running.app.close();
    const second = await launch();
    await signIn(second.page);
    await choosePasscode(second.page);
    await expectCards(second.page);
    expect(await sandbox.inbox()).toHaveLength(1);
  });
});

test.describe("a wrong device passcode", () => {
  windowTest(
    "is said with the attempts left, until the next is being checked",
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openCards(page);
      const cardId = await firstCardId(page);
      await toThePasscode(page);
      await enterWrongPasscode(page, 4);
      await enterWrongPasscode(page, 3);
      // Solaris' key is fetched while a passcode is checked; nothing else is asked for before it is right.
      await expect.poll(() => sandbox.arrivals("pin_key")).toBe(2);
      expect(await sandbox.arrivals("pin_update")).toBe(0);
      const seen = await noteWhatIsSeen(page);
      await enterPasscode(page);
      await expectHeading(page, "Your PIN was changed");
      // From Enter to the end: never an empty field or the old complaint, but that it is being checked, where one looks.
      const afterEnter = (await seen()).filter(({ bullets }) => bullets === PASSCODE.length || bullets === 0);
      const checking = afterEnter.filter(({ said }) => said === "Checking your device passcode…");
      expect(checking.length).toBeGreaterThan(0);
      for (const one of checking) expect(one).toMatchObject({ bullets: PASSCODE.length, isComplaintShown: false });
      expect(afterEnter.slice(afterEnter.indexOf(checking[0] as (typeof checking)[0]))).toEqual(checking);
      expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
    },
  );

  // tests/keychain/passcode-attempts.test.ts
  windowTest("counts anew after a right one", rare, async ({ boundComputer, page }) => {
    await boundComputer();
    await openCards(page);
    await toThePasscode(page);
    await enterWrongPasscode(page, 4);
    await enterPasscode(page);
    await expectHeading(page, "Your PIN was changed");
    await page.getByRole("button", { name: "Back to your cards" }).click();
    await toThePasscode(page, "7316");
    await enterWrongPasscode(page, 4);
  });

  windowTest(
    "five times erases the key; one button leads to a new connection with a new code",
    async ({ boundComputer, page, sandbox, screens }) => {
      await boundComputer();
      await openCards(page);
      await toThePasscode(page);
      for (const left of [4, 3, 2, 1]) await enterWrongPasscode(page, left);
      await expect(page.getByRole("alert")).toContainText(/erase/i);
      await enterPasscode(page, WRONG);
      await screens.noLongerLinked.expectErased();
      await screens.noLongerLinked.linkAgain();
      await screens.link.expectShown();
      await askForCode(page);
      await completeBinding(page);
      await changePin(page, "7305");
      await expectHeading(page, "Your PIN was changed");
      expect(await sandbox.inbox()).toHaveLength(2);
      const own = (await sandbox.devices()).filter(({ person_name }) => person_name === "Ada Single");
      expect(own.filter(({ deleted, verified }) => verified && !deleted)).toHaveLength(1);
    },
  );

  windowTest(
    "is remembered over a restart and a kill, and the fifth erases the key all the same",
    rare,
    async ({ running, boundComputer, launch }) => {
      await boundComputer();
      await openCards(running.page);
      await toThePasscode(running.page);
      await enterWrongPasscode(running.page, 4);
      await enterWrongPasscode(running.page, 3);
      await running.kill();
      const second = await launch();
      await signIn(second.page);
      await toThePasscode(second.page);
      await enterWrongPasscode(second.page, 2);
      await second.app.close();
      const third = await launch();
      await signIn(third.page);
      await toThePasscode(third.page);
      await enterWrongPasscode(third.page, 1);
      await enterPasscode(third.page, WRONG);
      await expectHeading(third.page, "This computer’s key was erased");
      await third.app.close();
      const fourth = await launch();
      await signIn(fourth.page);
      await expectHeading(fourth.page, "This computer’s key was erased");
    },
  );
});

test.describe("at a cardholder's cost", () => {
  test.use({ passcodeCost: currentCost.N });

  test("main answers another call before a passcode is derived", rare, async ({ boundComputer, page }) => {
    await boundComputer();
    await openCards(page);
    const order = await page.evaluate(async (passcode) => {
      const answered: string[] = [];
      const derived = window.bridge
        .enterPasscode(new TextEncoder().encode(passcode), null)
        .then(({ ok }) => answered.push(`passcode ${ok}`));
      const overview = window.bridge.getOverview().then(({ ok }) => answered.push(`overview ${ok}`));
      await Promise.all([derived, overview]);
      return answered;
    }, PASSCODE);
    expect(order).toEqual(["overview true", "passcode true"]);
  });
});

windowTest(
  "can be changed, from field to field with Enter; then only the new one counts",
  async ({ boundComputer, page, screens }) => {
    const next = "Snow on 9 hills";
    await boundComputer();
    await openCards(page);
    await screens.cards.openDevices();
    await screens.devices.changePasscode();
    await screens.changePasscode.expectShown();
    for (const [name, text] of [
      ["Current device passcode", WRONG],
      ["New device passcode", next],
      ["New device passcode again", next],
    ] as const) {
      await expect(page.getByLabel(name, { exact: true })).toBeFocused();
      await expect(page.getByRole("alert")).toHaveCount(0);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    }
    await expect(page.getByTestId("complaint")).toContainText("4");
    // Of three fields only the first is empty after a wrong one: Enter there is enough.
    await expect(page.getByLabel("Current device passcode", { exact: true })).toBeFocused();
    await page.keyboard.type(PASSCODE);
    await page.keyboard.press("Enter");
    await screens.changePasscode.expectChanged();
    await screens.changePasscode.toCards();
    await toThePasscode(page);
    await enterWrongPasscode(page, 4);
    await enterPasscode(page, next);
    await screens.outcome.expectChanged();
    await screens.outcome.backToCards();
    await screens.cards.openDevices();
    await screens.devices.changePasscode();
    await screens.changePasscode.change(next, PASSCODE);
    await screens.changePasscode.expectChanged();
  },
);

windowTest(
  "forgotten: says that a new connection is needed, and leads to it",
  async ({ boundComputer, page, sandbox, screens }) => {
    await boundComputer();
    await openCards(page);
    await screens.cards.openDevices();
    await screens.forgottenPasscode.open();
    await screens.forgottenPasscode.expectShown();
    await screens.forgottenPasscode.linkAgain();
    await screens.link.expectShown();
    await askForCode(page);
    await completeBinding(page);
    expect(await sandbox.inbox()).toHaveLength(2);
  },
);
