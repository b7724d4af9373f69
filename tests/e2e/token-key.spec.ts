// The key on a token, in the window: from the choice to a change, and what stands in the way.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { hasSofthsm, openSofthsm, pinOfTokens, type Softhsm, softhsmModule } from "../hardware-key/softhsm.ts";
import { rare } from "../long-form.ts";
import { chooseCard, enterCode, enterPinTwice, expectCards, expectHeading, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

const LABEL = "Ada’s card";
const tokenField = (page: Page) => page.getByLabel("PIN of the security key", { exact: true });

async function typeTokenPin(page: Page, pin = pinOfTokens): Promise<void> {
  await tokenField(page).focus();
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
}

test.describe("a key on a token", () => {
  test.skip(!hasSofthsm, "SoftHSM is not installed");
  let softhsm: Softhsm;
  test.beforeEach(() => {
    softhsm = openSofthsm();
  });
  test.afterEach(() => softhsm.close());

  const sha256 = () => createHash("sha256").update(readFileSync(softhsmModule)).digest("hex");
  const switches = () => [
    `--hardware-key=${JSON.stringify([{ name: "softhsm", path: softhsmModule, sha256: sha256() }])}`,
  ];

  async function link(page: Page): Promise<void> {
    await signIn(page);
    await page.getByRole("radio", { name: `On the security key “${LABEL}”, with its PIN` }).check();
    await page.getByRole("button", { name: "Send the code" }).click();
    await enterCode(page);
    await expectHeading(page, "Make the key on your security key");
  }

  test("is made there, signs a change, and is needed after another start", async ({ launch, keyring: _, sandbox }) => {
    process.env.SOFTHSM2_CONF = softhsm.env.SOFTHSM2_CONF;
    softhsm.addToken(LABEL);
    const first = await launch({ args: switches() });
    const { page } = first;
    await link(page);
    await typeTokenPin(page, "111111");
    await expect(page.getByTestId("complaint")).toContainText("This is not the PIN of your security key.");
    await typeTokenPin(page);
    await expectCards(page);
    await chooseCard(page);
    await enterPinTwice(page, "7305");
    await typeTokenPin(page);
    await expectHeading(page, "Your PIN was changed");
    await first.app.close();

    const second = (await launch({ args: switches() })).page;
    await signIn(second);
    await expectCards(second);
    const kept = softhsm.takeTokens();
    await chooseCard(second);
    await enterPinTwice(second, "8264");
    await typeTokenPin(second);
    await expect(second.getByTestId("failure")).toContainText("Your security key is not plugged in.");
    kept.putBack();
    await typeTokenPin(second);
    await expectHeading(second, "Your PIN was changed");
    expect(sandbox).toBeDefined();
  });

  test("is removed with this computer", rare, async ({ launch, keyring: _ }) => {
    process.env.SOFTHSM2_CONF = softhsm.env.SOFTHSM2_CONF;
    softhsm.addToken(LABEL);
    const { page } = await launch({ args: switches() });
    await link(page);
    await typeTokenPin(page);
    await expectCards(page);
    await page.getByRole("button", { name: "Devices" }).click();
    await expect(page.getByTestId("protection")).toContainText("kept on a security key");
    await page.getByRole("button", { name: "Remove this computer" }).click();
    await expect(page.getByRole("button", { name: "Keep" })).toBeFocused();
    await typeTokenPin(page, "111111");
    await expect(page.getByTestId("complaint")).toContainText("This is not the PIN");
    await page.getByRole("button", { name: "Remove only this computer" }).click();
    await expect(page.getByTestId("key-left")).toContainText(`Its key is still on the security key “${LABEL}”`);
  });

  test("is not offered where the profile has no module", rare, async ({ launch, keyring: _ }) => {
    process.env.SOFTHSM2_CONF = softhsm.env.SOFTHSM2_CONF;
    softhsm.addToken(LABEL);
    const { page } = await launch({});
    await signIn(page);
    await expectHeading(page, "Link this computer");
    await expect(page.getByRole("radio")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Look for a security key" })).toHaveCount(0);
  });
});
