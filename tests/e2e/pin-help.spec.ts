import type { Page } from "playwright";
import { rare } from "../long-form.ts";
import {
  chooseCard,
  enterPasscode,
  expectHeading,
  firstCardId,
  openCards,
  openPinUnbound,
  PASSCODE,
  pinField,
  typePin,
} from "./cardholder.ts";
import { changeSettings } from "./change-settings.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

async function openPin(page: Page): Promise<void> {
  await openCards(page);
  await chooseCard(page);
  await expect(pinField(page)).toBeFocused();
}

test.describe("the adviser", () => {
  windowTest(
    "says why a PIN is easily guessed, and takes it only when that was answered",
    async ({ boundComputer, page, sandbox }) => {
      await boundComputer();
      await openPin(page);
      await typePin(page, "1985");
      await expect(page.getByTestId("pin-advice")).toContainText("It is a year.");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert")).toContainText("Choose another card PIN, or confirm");
      await expect(pinField(page)).toBeFocused();
      await page.getByRole("button", { name: "Use this PIN anyway" }).click();
      await expect(pinField(page)).toBeFocused();
      await page.keyboard.type("5"); // one too many, which is no other PIN
      await expect(page.getByTestId("digit-count").first()).toContainText("no room for more");
      await page.keyboard.press("Enter");
      await typePin(page, "1985", "New card PIN again");
      await page.keyboard.press("Enter");
      await enterPasscode(page);
      await expectHeading(page, "Your PIN was changed");
      expect(await sandbox.arrivals("pin_update")).toBe(1);
    },
  );

  windowTest("asks again for another easily guessed PIN, and says nothing of one that is not", async ({ page }) => {
    await openPinUnbound(page);
    await typePin(page, "1985");
    await page.getByRole("button", { name: "Use this PIN anyway" }).click();
    await page.keyboard.press("Delete");
    await typePin(page, "2580");
    await expect(page.getByTestId("pin-advice")).toContainText("line on the keypad");
    await expect(page.getByRole("button", { name: "Use this PIN anyway" })).toBeVisible();
    await page.keyboard.press("Delete");
    await typePin(page, "7305");
    await expect(page.getByTestId("pin-advice")).toHaveCount(0);
  });

  windowTest("compares with the own birth date, which goes nowhere", async ({ page, running }) => {
    await openPinUnbound(page);
    await typePin(page, "7384");
    await expect(page.getByTestId("pin-advice")).toHaveCount(0);
    // Electron's own event of each call: a test of what is not called has to see one that is.
    const calls = await running.app.evaluateHandle(({ BrowserWindow }) => {
      const seen: unknown[] = [];
      const note = (_event: unknown, _internal: unknown, channel: unknown, args: unknown[]) => {
        if (args.length > 0) seen.push([channel, ...args]);
      };
      const contents = BrowserWindow.getAllWindows()[0]?.webContents.on("-ipc-invoke" as "ipc-message", note);
      return { seen, end: () => void contents?.off("-ipc-invoke" as "ipc-message", note) };
    });
    await page.evaluate(() => window.bridge.removeDevice("no-device"));
    expect(await calls.evaluate(({ seen }) => seen.splice(0))).toEqual([["removeDevice", "no-device"]]);
    await page.getByText("Check against my birth date").click();
    const fill = (part: string, value: string) => page.getByTestId(`birth-${part}`).fill(value);
    await fill("day", "31");
    await fill("month", "2");
    await fill("year", "1984");
    await expect(page.getByTestId("birth-date-result")).toContainText("This is not a date.");
    await page.keyboard.press("Numpad7");
    await expect(page.getByTestId("birth-date-result")).toContainText("Num Lock is off");
    await fill("day", "٧");
    await fill("month", "３");
    await expect(page.getByTestId("birth-date-result")).toHaveText("This card PIN comes from your birth date.");
    await expect(page.getByTestId("pin-advice")).toContainText("It comes from your birth date.");
    await fill("day", "8");
    await expect(page.getByTestId("birth-date-result")).toContainText("does not come from");
    await expect(page.getByTestId("pin-advice")).toHaveCount(0);
    expect(await calls.evaluate(({ seen }) => seen)).toEqual([]);
    await calls.evaluate(({ end }) => end());
  });
});

windowTest("Enter at the birth date sends nothing", async ({ boundComputer, page, sandbox }) => {
  await boundComputer();
  await openPin(page);
  for (const label of ["New card PIN", "New card PIN again"]) {
    await page.getByLabel(label, { exact: true }).fill("7305");
  }
  await page.getByLabel("Device passcode", { exact: true }).fill(PASSCODE);
  await page.getByText("Check against my birth date").click();
  await page.getByTestId("birth-day").fill("7");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Change PIN" })).toHaveAttribute("aria-disabled", "false");
  expect(await sandbox.arrivals("pin_key")).toBe(0);
  await page.getByRole("button", { name: "Change PIN" }).click();
  await expectHeading(page, "Your PIN was changed");
});

windowTest("accepting one reason accepts no other", async ({ page }) => {
  await openPinUnbound(page);
  await typePin(page, "1985");
  await page.getByRole("button", { name: "Use this PIN anyway" }).click();
  await page.getByText("Check against my birth date").click();
  for (const [part, value] of Object.entries({ day: "3", month: "7", year: "1985" })) {
    await page.getByTestId(`birth-${part}`).fill(value);
  }
  await expect(page.getByTestId("pin-advice")).toContainText("It comes from your birth date.");
  await expect(page.getByRole("button", { name: "Use this PIN anyway" })).toBeVisible();
});

windowTest("a button that was pressed can be read below the pointer while the step runs", async ({ page, sandbox }) => {
  await page.getByRole("button", { name: "Ada Single", exact: true }).click();
  const fault = await sandbox.addFault({ operation: "create_device", kind: "hold" });
  const send = page.getByRole("button", { name: "Send the code" });
  await send.click();
  await expect(send).toHaveAttribute("aria-disabled", "true");
  await send.hover({ force: true });
  // Looked at once: whoever waits for it would also take what comes when the pointer has left.
  const looks = await send.evaluate((button) => [button.matches(":hover"), getComputedStyle(button).backgroundColor]);
  expect(looks).toEqual([true, "rgba(0, 0, 0, 0)"]);
  await sandbox.release(fault);
});

test.describe("showing the digits", () => {
  /** How many of the canvas's points are painted; none where it has no size. */
  const painted = (page: Page) =>
    page
      .getByTestId("revealed")
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        if (canvas.width === 0 || canvas.height === 0) return 0;
        const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        return [...data].filter((value, at) => at % 4 === 3 && value > 0).length;
      });
  const show = (page: Page) => page.getByRole("button", { name: "Show the digits: New card PIN", exact: true }).click();

  test("paints them for five seconds, and they never enter the page", async ({ page }) => {
    await page.clock.install();
    await openPinUnbound(page);
    await expect(page.getByRole("button", { name: "Show the digits: New card PIN", exact: true })).toBeDisabled();
    await typePin(page, "7305");
    await show(page);
    expect(await painted(page)).toBeGreaterThan(100);
    const page4 = await page.evaluate(() => document.documentElement.outerHTML + document.body.innerText);
    expect(page4).not.toContain("7305");
    expect(page4).not.toMatch(/7\s*<[^>]*>\s*3/);
    await page.clock.runFor(4000);
    expect(await painted(page)).toBeGreaterThan(100);
    await page.clock.runFor(1500);
    await expect(page.getByTestId("revealed").first()).toBeHidden();
    expect(await painted(page)).toBe(0);
  });

  for (const [what, leave] of [
    ["another program is used", (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("blur")))],
    [
      "a digit is taken away",
      async (page: Page) => {
        await pinField(page).focus();
        await page.keyboard.press("Backspace");
      },
    ],
    [
      "they are hidden again",
      (page: Page) => page.getByRole("button", { name: "Hide the digits: New card PIN" }).click(),
    ],
  ] as const) {
    windowTest(`paints over them as soon as ${what}`, async ({ page }) => {
      await openPinUnbound(page);
      await typePin(page, "7305");
      await show(page);
      expect(await painted(page)).toBeGreaterThan(100);
      await leave(page);
      // Sooner than by themselves, which would be after five seconds.
      await expect(page.getByTestId("revealed").first()).toBeHidden({ timeout: 2000 });
      expect(await painted(page)).toBe(0);
    });
  }
});

test.describe("the keypad", () => {
  const press = async (page: Page, pin: string) => {
    for (const digit of pin) await page.getByRole("toolbar").getByRole("button", { name: digit, exact: true }).click();
  };

  windowTest("is not there unless it was chosen", async ({ page }) => {
    await openPinUnbound(page);
    await expect(page.getByRole("toolbar")).toHaveCount(0);
  });

  for (const keypad of ["on", "shuffled"] as const) {
    windowTest(
      `${keypad}: types into the field that has the focus, and the PIN is the one that is set`,
      keypad === "on" ? rare : {}, // the keys are found by their digits, wherever they lie
      async ({ boundComputer, page, sandbox }) => {
        await changeSettings(page, { keypad });
        await boundComputer();
        await openCards(page);
        const cardId = await firstCardId(page);
        await chooseCard(page);
        await press(page, "7309");
        await page.getByRole("button", { name: "Delete the last digit" }).click();
        await press(page, "5");
        await expect(pinField(page)).toBeFocused();
        await page.keyboard.press("Enter");
        await press(page, "7305");
        await page.keyboard.press("Enter");
        await enterPasscode(page);
        await expectHeading(page, "Your PIN was changed");
        expect((await sandbox.hasPin(cardId, "7305")).matches).toBe(true);
      },
    );
  }

  windowTest("lies in another order each time when it is shuffled", async ({ boundComputer, page }) => {
    await changeSettings(page, { keypad: "shuffled" });
    await boundComputer();
    await openPin(page);
    const orders = new Set<string>();
    for (let time = 0; time < 4; time++) {
      orders.add(await page.getByRole("toolbar").innerText());
      await page.getByRole("button", { name: "Back" }).click();
      await chooseCard(page);
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  windowTest("can be used with the keyboard: one stop, arrows inside", async ({ page }) => {
    await changeSettings(page, { keypad: "on" });
    await openPinUnbound(page);
    await page.getByRole("toolbar").getByRole("button", { name: "1" }).focus();
    for (const key of ["Enter", "ArrowRight", "Enter", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await expect(page.getByTestId("digit-count").first()).toHaveText("3 of 4 digits entered");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("[role=toolbar]"))).toBeNull();
  });

  test("is off with a screen reader, which would say each key", rare, async ({ page, running }) => {
    await changeSettings(page, { keypad: "on" });
    await running.app.evaluate(({ app }) => app.setAccessibilitySupportEnabled(true));
    await openPinUnbound(page);
    await expect(page.getByRole("toolbar")).toHaveCount(0);
  });
});

test.describe("the code's field", () => {
  windowTest("takes a code however it is grouped, counts, and says what it leaves out", async ({ page }) => {
    await page.getByRole("button", { name: "Ada Single", exact: true }).click();
    await page.getByRole("button", { name: "Send the code" }).click();
    const field = page.getByTestId("code-field");
    await expect(field).toBeFocused();
    await page.keyboard.insertText("212-21");
    await expect(field).toHaveValue("21221");
    await expect(page.getByTestId("code-count")).toHaveText("5 of 6 digits entered");
    await page.keyboard.insertText("x");
    await expect(page.getByTestId("code-count")).toHaveText(/digits only/);
    await page.keyboard.insertText("22");
    await expect(page.getByTestId("code-count")).toHaveText(/no room for more/);
    await expect(field).toHaveValue("21221");
  });

  test("offers a new code only after a message has had its time", rare, async ({ launch }) => {
    const { page } = await launch({ args: ["--code-cool-down-ms=30000"] });
    await page.clock.install();
    await page.getByRole("button", { name: "Ada Single", exact: true }).click();
    await page.getByRole("button", { name: "Send the code" }).click();
    const waiting = page.getByRole("button", { name: /Send a new code in 0:[23]\d/ });
    await expect(waiting).toHaveAttribute("aria-disabled", "true");
    await page.clock.runFor(31_000);
    const offered = page.getByRole("button", { name: "Send a new code", exact: true });
    await expect(offered).toHaveAttribute("aria-disabled", "false");
  });
});
