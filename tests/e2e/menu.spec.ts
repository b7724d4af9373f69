import type { Locator, Page } from "playwright";
import { rare } from "../long-form.ts";
import { chooseCard, openCards } from "./cardholder.ts";
import { expect, type RunningApp, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

const choose = ({ app }: RunningApp, label: string, { reloads = false } = {}) =>
  app.evaluate(
    ({ BrowserWindow, Menu }, [wanted, reloadsFirst]) => {
      const entries = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      const entry = entries?.find((one) => one.label.replace("&", "") === wanted);
      if (entry === undefined) throw new Error("no such entry");
      if (!reloadsFirst) return entry.click();
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.once("did-start-navigation", () => entry.click());
      contents?.reload();
    },
    [label, reloads] as const,
  );
const zoomOf = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
/** A place in the window, whatever its state. */
const showing = (page: Page, place: string) => page.locator(`main[data-state^=${place}]`);
const addressOf = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());

windowTest(
  "the menu opens panels in the window, which is not loaded anew, and in one that just is",
  async ({ running }) => {
    const { page } = running;
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.evaluate(() => {
      document.body.dataset.same = "";
    });
    await choose(running, "Settings…");
    await expect(showing(page, "settings")).toBeVisible();
    await choose(running, "Help and Diagnosis");
    await expect(showing(page, "help")).toBeVisible();
    await page.getByRole("button", { name: "Back" }).click();
    await choose(running, "Help and Diagnosis"); // the same once more counts again
    await expect(showing(page, "help")).toBeVisible();
    await choose(running, "About Cardbound");
    await expect(page.getByText("About Cardbound")).toBeFocused();
    await expect(page.getByTestId("version")).toHaveText(/^Version \d/);
    await page.getByText("Show the licences").click();
    await expect(page.getByTestId("licence").filter({ hasText: "preact" })).toBeVisible();
    await choose(running, "Settings…");
    await expect(showing(page, "settings")).toBeVisible();
    expect(await page.evaluate(() => document.body.dataset.same)).toBe(""); // undefined in a page that was loaded anew
    await choose(running, "Help and Diagnosis", { reloads: true }); // no page listens in that moment
    await expect(showing(page, "help")).toBeVisible();
    expect(await page.evaluate(() => document.body.dataset.same)).toBeUndefined();
  },
);

test(
  "the menu's text size is the one of the settings, and that of the next start",
  rare,
  async ({ running, launch }) => {
    await expect(running.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    for (const label of ["Zoom In", "Zoom In", "Zoom In", "Zoom Out"]) {
      const before = await zoomOf(running);
      await choose(running, label);
      await expect.poll(() => zoomOf(running)).not.toBe(before);
    }
    await choose(running, "Settings…");
    await expect(running.page.getByLabel("Text size")).toHaveValue("125%");
    await choose(running, "Zoom In");
    await expect(running.page.getByLabel("Text size")).toHaveValue("150%");
    await running.app.close();
    const next = await launch();
    await expect(next.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    expect(await zoomOf(next)).toBeCloseTo(1.5);
  },
);

test("with a fragment in its address, too, the page is trusted and goes nowhere else", async ({ running, servers }) => {
  const { app, page } = running;
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.evaluate(() => history.replaceState(null, "", "#settings"));
  await expect.poll(() => addressOf(running)).toBe("app://pin/index.html#settings");
  expect(await page.evaluate(() => window.bridge.getSettings())).toMatchObject({ ok: true });
  const tryToLeave = (address: string) =>
    app.evaluate(async ({ BrowserWindow }, url) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const refused = new Promise((resolve) => contents?.once("will-frame-navigate", resolve));
      await contents?.executeJavaScript(`location.href = ${JSON.stringify(url)}`);
      await refused;
      return contents?.getURL();
    }, address);
  for (const address of ["app://pin/other.html#settings", "https://example.org/#settings", servers.backendUrl]) {
    expect(await tryToLeave(address)).toBe("app://pin/index.html#settings");
  }
  // The page is still there, and still told. Playwright's locators wait for the last of these navigations.
  await choose(running, "Settings…");
  const state = () => page.evaluate(() => document.querySelector("main")?.dataset.state);
  await expect.poll(state).toBe("settings");
});

windowTest("the menu's shortcuts work while its bar is hidden", async ({ running }) => {
  test.skip(process.platform === "darwin", "SKIPPED: macOS always shows the bar.");
  await expect(running.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  const press = (keyCode: string, modifiers: "control"[] = []) =>
    running.app.evaluate(
      ({ BrowserWindow }, [key, held]) => {
        const [window] = BrowserWindow.getAllWindows();
        for (const type of ["keyDown", "keyUp"] as const) {
          window?.webContents.sendInputEvent({ type, keyCode: key, modifiers: held });
        }
        return window?.isMenuBarVisible();
      },
      [keyCode, modifiers] as const,
    );
  /** Presses until it works: Chromium drops what is pressed while a page that was just loaded is not drawn yet. */
  const opens = (panel: "settings" | "help", key: string, modifiers: "control"[] = []) =>
    expect(async () => {
      expect(await press(key, modifiers)).toBe(false);
      await expect(showing(running.page, panel)).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  await opens("settings", ",", ["control"]);
  await opens("help", "F1");
});

windowTest("Alt and an arrow go back, and leave the menu bar hidden", async ({ running }) => {
  test.skip(process.platform === "darwin", "SKIPPED: macOS always shows the bar.");
  const { app, page } = running;
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  /** Lets go of the keys in the order in which they were pressed: of Alt first. */
  const press = (keys: readonly string[], held: readonly "alt"[] = []) =>
    app.evaluate(
      ({ BrowserWindow }, [codes, modifiers]) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        for (const keyCode of codes) contents?.sendInputEvent({ type: "keyDown", keyCode, modifiers: [...modifiers] });
        for (const keyCode of codes) contents?.sendInputEvent({ type: "keyUp", keyCode });
      },
      [keys, held] as const,
    );
  await choose(running, "Settings…");
  await expect(showing(page, "settings")).toBeVisible();
  await press(["Alt", "Left"], ["alt"]);
  await expect(showing(page, "settings")).toBeHidden();
  await press(["F1"]); // answered once Alt has been
  await expect(showing(page, "help")).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMenuBarVisible())).toBe(false);
});

windowTest(
  "the other mouse button pastes and copies where that is allowed, and nowhere else",
  async ({ boundComputer, running }) => {
    const { app, page } = running;
    await app.evaluate(({ BrowserWindow, clipboard, Menu }) => {
      const shown: string[][] = [];
      Object.assign(globalThis, { shown });
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        shown.push(this.items.flatMap(({ type, label }) => (type === "separator" ? [] : [label.replace("&", "")])));
        const [window] = BrowserWindow.getAllWindows();
        clipboard.writeText("Pasted1"); // now: other apps of this display copy too, and what a closed one copied is gone
        this.items.find(({ role }) => role === "paste")?.click(undefined, window, window?.webContents);
      };
    });
    const shown = () => app.evaluate(() => (globalThis as unknown as { shown: string[][] }).shown.splice(0));
    const rightClick = (place: Locator) => place.click({ button: "right" });
    await boundComputer();
    await openCards(page);
    await rightClick(page.getByRole("heading", { level: 1 }));
    await chooseCard(page);
    await rightClick(page.getByLabel("New card PIN", { exact: true }));
    const passcode = page.getByLabel("Device passcode", { exact: true });
    await rightClick(passcode);
    await expect(page.getByTestId("character-count")).toHaveText("7 characters entered");
    await expect.poll(shown).toEqual([["Paste", "Select All"]]);
    await page.getByRole("heading", { level: 1 }).selectText();
    await rightClick(page.getByRole("heading", { level: 1 }));
    await expect.poll(shown).toEqual([["Copy"]]);
  },
);
