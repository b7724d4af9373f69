import { askForCode, choosePasscode, enterCode, expectCards, expectHeading, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

const YEAR_MS = 365 * 24 * 60 * 60_000;

test("whatever the computer's clock says, the code is valid for as long as Solaris says", async ({ running }) => {
  const { app, page } = running;
  const begun = Date.now();
  const setClock = async (wrongBy: number) => {
    await page.clock.setSystemTime(Date.now() + wrongBy);
    await app.evaluate((_electron, ms) => {
      Date.now = () => performance.timeOrigin + performance.now() + ms;
    }, wrongBy);
  };
  const expectFiveMinutes = async () => {
    await expect(page.getByTestId("code-expiry")).toHaveText(/expires in \d+:\d\d\./);
    const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await page.getByTestId("code-expiry").innerText()) ?? [];
    const left = Number(minutes) * 60 + Number(seconds);
    expect(left).toBeLessThanOrEqual(300);
    expect(left).toBeGreaterThanOrEqual(298 - (Date.now() - begun) / 1000);
    await expect(page.getByTestId("code-warning")).toBeEmpty();
  };
  await setClock(10 * 60_000);
  await signIn(page);
  await askForCode(page);
  await expectFiveMinutes();
  await setClock(-120 * 60_000);
  await expectFiveMinutes();
  await page.getByRole("button", { name: "Send a new code" }).click();
  await expectFiveMinutes();
  // Nor does it say when this computer was linked, and whether a card has expired.
  await setClock(20 * YEAR_MS);
  await enterCode(page);
  await choosePasscode(page);
  await expectHeading(page, "This computer is linked");
  await expect(page.getByRole("main")).toContainText(` ${new Date().getUTCFullYear()} at `);
  await expectCards(page);
  await expect(page.getByTestId("card").first()).toBeVisible();
  await expect(page.getByText("expired")).toHaveCount(0);
});
