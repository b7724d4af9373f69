import { changePin, chooseCard, expectHeading, openCards, signIn, typePin } from "./cardholder.ts";
import { changeSettings, settingsOf } from "./change-settings.ts";
import { expect } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

// What windowTest promises: an app that was used is as one that was just started.

windowTest.describe.configure({ mode: "serial" });
let pid: number | undefined;

windowTest(
  "a test leaves a bound computer, settings, an open change and half a PIN",
  async ({ boundComputer, page, running, sandbox, turn }) => {
    turn.apps[0].uses = 0; // not the last time that it is used
    pid = running.app.process().pid;
    await boundComputer();
    await changeSettings(page, { theme: "dark", keypad: "on" });
    await openCards(page);
    await sandbox.addFault({ operation: "pin_update", kind: "drop_after" });
    await changePin(page, "7305");
    await expectHeading(page, "It is not certain whether your PIN was changed");
    await page.getByRole("button", { name: "Back to your cards" }).click();
    await chooseCard(page);
    await typePin(page, "73");
  },
);

windowTest("the next one finds nothing of it in the same app", async ({ page, running, sandbox }) => {
  expect(running.app.process().pid, "it would be no wonder in another").toBe(pid);
  expect(running.output()).toBe("");
  await expectHeading(page, "Sign in");
  expect(await page.evaluate(() => window.bridge.listCards())).toEqual({ ok: false, code: "ERR_NOT_SIGNED_IN" });
  expect((await settingsOf(page)).settings).toMatchObject({ language: "system", theme: "system", keypad: "off" });
  expect((await sandbox.devices()).filter(({ person_name }) => person_name === "Ada Single")).toEqual([]);
  expect(await sandbox.faults()).toEqual([]);
  await signIn(page);
  await expectHeading(page, "Link this computer"); // with a file or a key left it would be another screen
});
