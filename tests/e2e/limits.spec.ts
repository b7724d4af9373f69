import { askForCode, changePin, completeBinding, expectCards, expectHeading, openCards, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

test.describe("one PIN change an hour", () => {
  test.use({ serverEnv: { backend: { LIMIT_PIN_CHANGES: "1/3600" } } });

  windowTest(
    "is counted down instead of offered, also after a restart",
    async ({ running, boundComputer, launch, sandbox }) => {
      await boundComputer();
      await openCards(running.page);
      await changePin(running.page, "7305");
      await expectHeading(running.page, "Your PIN was changed");
      await running.app.close();
      const second = await launch();
      await signIn(second.page);
      await expectCards(second.page);
      await expect(second.page.getByTestId("wait-notice")).toContainText(/5\d:\d\d/);
      await expect(second.page.getByRole("button", { name: /^Change PIN of/ })).toHaveCount(0);
      expect(await sandbox.arrivals("pin_update")).toBe(1);
    },
  );
});

test.describe("one code an hour", () => {
  test.use({ serverEnv: { backend: { LIMIT_CODES: "1/3600" } } });

  windowTest("is said with the time to wait, and the code that was sent still counts", async ({ page, sandbox }) => {
    await signIn(page);
    await askForCode(page);
    await expect(page.getByRole("button", { name: "Send a new code" })).toHaveCount(0);
    await expect(page.getByTestId("wait-notice")).toContainText(/5\d:\d\d/);
    await completeBinding(page);
    expect(await sandbox.arrivals("create_device")).toBe(1);
  });
});
