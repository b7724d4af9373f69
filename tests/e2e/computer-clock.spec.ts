import { askForCode, completeBinding, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";

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
    await expect(page.getByTestId("code-expiry")).toHaveText(/valid for another \d+:\d\d minutes/);
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
  await completeBinding(page);
});
