import type { Page } from "playwright";
import { screensOf } from "../../src-testing/screens/all-screens.ts";
import { rare } from "../long-form.ts";
import { changePin, english, openCards, PASSCODE, signIn } from "./cardholder.ts";
import { putScript, receivedDeviceData } from "./device-data-script.ts";
import { expect, test } from "./fixtures.ts";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const text = english.consent;

test.describe("where the bank takes device data", () => {
  test.use({ serverEnv: { backend: { DEVICE_DATA: "optional" } } });

  test("it is asked before the code, sent with a yes, and no more after its withdrawal in the settings", async ({
    launch,
    servers,
    folder,
  }) => {
    const { page } = await launch({ args: [await putScript(folder)] });
    const { consent, code, passcode, linked, settings } = screensOf({ page, words: english });
    const received = () => receivedDeviceData(servers.sandboxUrl);
    await signIn(page);
    await button(page, english.binding.send).click();
    await consent.expectShown();
    await expect(heading(page, text.title)).toBeFocused();
    expect(await received()).toEqual([]);
    await consent.agree();
    await code.enter("212212");
    await passcode.set(PASSCODE);
    await linked.toCards();
    expect(await received()).toHaveLength(3);

    await settings.open();
    await expect(page.getByTestId("device-consent")).toContainText("You agreed on");
    await button(page, text.settings.withdraw).click();
    const question = page.getByRole("group", { name: text.settings.ask });
    await expect(question.getByRole("button", { name: text.settings.keep })).toBeFocused();
    await question.getByRole("button", { name: text.settings.withdraw }).click();
    await expect(page.getByTestId("device-consent")).toContainText("Nothing has been collected since");
    await expect(page.getByTestId("consent-untold")).toHaveCount(0);
    await settings.done();
    await changePin(page, "7305");
    await expect(heading(page, "Your PIN was changed")).toBeVisible();
    expect(await received()).toHaveLength(3);
  });

  test(
    "a no is asked for once: the change goes on, and the next one too",
    rare,
    async ({ launch, servers, folder, boundComputer }) => {
      await boundComputer();
      const { page } = await launch({ args: [await putScript(folder)] });
      const { cards, consent, newPin } = screensOf({ page, words: english });
      await openCards(page);
      await cards.choose();
      await consent.refuse();
      await newPin.enterTwice("7305", "7305");
      await newPin.enterPasscode(PASSCODE);
      await expect(heading(page, "Your PIN was changed")).toBeVisible();
      await button(page, "Back to your cards").click();
      await changePin(page, "7306");
      await expect(heading(page, "Your PIN was changed")).toBeVisible();
      expect(await receivedDeviceData(servers.sandboxUrl)).toEqual([]);
    },
  );

  test("a yes that the bank did not answer is none", rare, async ({ launch, sandbox, folder, boundComputer }) => {
    await boundComputer();
    const { page } = await launch({ args: [await putScript(folder)] });
    const { cards, consent } = screensOf({ page, words: english });
    await openCards(page);
    await cards.choose();
    await sandbox.addFault({ operation: "create_device_consent", kind: "drop_after", times: 1 });
    await consent.agree();
    await expect(page.getByTestId("failure")).toBeVisible();
    await expect(page.getByText(text.notGiven)).toBeVisible();
    await consent.agree();
    await expect(heading(page, english.pin.title)).toBeVisible();
  });

  test(
    "it ends with the computer, also if the program ends before the bank knows, and is asked again at a new link",
    rare,
    async ({ launch, sandbox, folder, boundComputer }) => {
      await boundComputer();
      const script = await putScript(folder);
      const first = await launch({ args: [script] });
      const { cards, consent, settings } = screensOf({ page: first.page, words: english });
      await openCards(first.page);
      await settings.open();
      await button(first.page, text.settings.open).click();
      await consent.agree();
      await expect(first.page.getByTestId("device-consent")).toHaveAttribute("data-answer", "given");
      await settings.done();
      const saidAtSolaris = async () => (await sandbox.deviceConsents()).map((one) => one.event_type);
      expect(await saidAtSolaris()).toEqual(["APPROVED"]);
      const fault = await sandbox.addFault({ operation: "update_device_consent", kind: "drop_before", times: 1 });
      await cards.openDevices();
      await button(first.page, "Remove this computer").click();
      await button(first.page, "Remove").click();
      await sandbox.reached(fault);
      await expect(heading(first.page, "Link this computer")).toBeVisible();
      await first.kill();
      expect(await saidAtSolaris()).toEqual(["APPROVED"]);

      const { page } = await launch({ args: [script] });
      await signIn(page);
      await expect.poll(saidAtSolaris).toEqual(["REJECTED"]);
      await button(page, english.binding.send).click();
      await screensOf({ page, words: english }).consent.expectShown();
    },
  );

  test("withdrawn in mid-collection, nothing is sent", rare, async ({ launch, servers, folder, boundComputer }) => {
    await boundComputer();
    const { app, page } = await launch({ args: [await putScript(folder, 1500)] });
    const { cards, consent, newPin } = screensOf({ page, words: english });
    await openCards(page);
    await cards.choose();
    await consent.agree();
    await app.evaluate(({ app: program }) => {
      const seen = globalThis as { pages?: number };
      program.on("web-contents-created", () => {
        seen.pages = (seen.pages ?? 0) + 1;
      });
    });
    await newPin.enterTwice("7305", "7305");
    await newPin.enterPasscode(PASSCODE);
    await expect
      .poll(() => app.evaluate(() => (globalThis as { pages?: number }).pages ?? 0), { intervals: [50] })
      .toBe(1);
    const withdrawn = await page.evaluate(() =>
      (
        globalThis as unknown as { bridge: { refuseDeviceConsent: () => Promise<unknown> } }
      ).bridge.refuseDeviceConsent(),
    );
    expect(withdrawn).toMatchObject({ ok: true, value: { answer: { is: "refused", isTold: true } } });
    await expect(heading(page, "Your PIN was changed")).toBeVisible();
    expect(await receivedDeviceData(servers.sandboxUrl)).toEqual([]);
  });
});

test.describe("where the bank takes nothing without", () => {
  test.use({ serverEnv: { backend: { DEVICE_DATA: "required" } } });

  test("a no leads to the way by text message, and can be turned round", rare, async ({ launch, servers, folder }) => {
    const { page } = await launch({ args: [await putScript(folder)] });
    const { consent, link, cards, code } = screensOf({ page, words: english });
    await signIn(page);
    await button(page, english.binding.send).click();
    await consent.refuse();
    await expect(heading(page, text.without.title)).toBeFocused();
    await button(page, english.binding.withoutLinking).click();
    await cards.expectShown();
    await button(page, english.cards.link).click();
    await link.expectShown();
    await button(page, english.binding.send).click();
    await button(page, text.without.ask).click();
    await consent.agree();
    await code.expectShown();
    expect(await receivedDeviceData(servers.sandboxUrl)).toHaveLength(1);
  });
});

test.describe("where the bank wants none", () => {
  test("nothing is asked, nor seen in the settings", rare, async ({ launch, folder }) => {
    const { page } = await launch({ args: [await putScript(folder)] });
    const { code, settings } = screensOf({ page, words: english });
    await signIn(page);
    await button(page, english.binding.send).click();
    await code.expectShown();
    await settings.open();
    await expect(page.getByTestId("device-consent")).toHaveCount(0);
  });
});
