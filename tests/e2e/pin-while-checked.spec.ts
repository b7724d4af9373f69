import { askMain } from "../screens/ask-main.ts";
import { allScenes } from "../screens/scenes.ts";
import { expect, test } from "../screens/window-fixture.ts";

const newPin = allScenes.find(({ name }) => name === "new-pin");
if (newPin === undefined) throw new Error("no such scene");

// What is sent is what was entered twice, also where the PIN is edited while main looks at the passcode.
for (const [name, edit, isSent] of [
  ["left alone", [], true],
  ["another", ["Control+A", "Backspace", "9", "1", "7", "3"], false],
  ["one that is not complete", ["Backspace"], false],
] as const) {
  test(`a PIN that is ${name} while the passcode is checked is ${isSent ? "" : "not "}sent`, async ({ scripted }) => {
    const { app, page } = scripted;
    await scripted.play(newPin, "en");
    const window = await app.browserWindow(page);
    await askMain(() =>
      window.evaluate(({ webContents: { ipc } }) => {
        const checked = new Promise<void>((resolve) => Object.assign(globalThis, { endCheck: resolve }));
        ipc.removeHandler("enterPasscode");
        ipc.handle("enterPasscode", async () => {
          await checked;
          return { ok: true, value: null };
        });
        ipc.removeHandler("changePin");
        ipc.handle("changePin", () => ({ ok: true, value: { outcome: "changed" } }));
      }),
    );
    const fields = page.getByTestId("secret-field");
    for (const [at, text] of ["7305", "7305", "Rain on 7 roofs"].entries()) {
      await fields.nth(at).focus();
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Enter");
    await fields.first().focus();
    for (const key of edit) await page.keyboard.press(key);
    await askMain(() => window.evaluate(() => (globalThis as unknown as { endCheck: () => void }).endCheck()));
    const state = isSent ? "outcome-changed" : "new-pin-complaint";
    await expect(page.locator(`main[data-state=${state}]`)).toBeVisible();
    if (!isSent) await expect(fields.first()).toBeFocused();
  });
}
