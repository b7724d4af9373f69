import type { Page } from "playwright";
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
    await choose(running, "Settings…");
    await expect(showing(page, "settings")).toBeVisible();
    expect(await page.evaluate(() => document.body.dataset.same)).toBe(""); // undefined in a page that was loaded anew
    await choose(running, "Help and Diagnosis", { reloads: true }); // no page listens in that moment
    await expect(showing(page, "help")).toBeVisible();
    expect(await page.evaluate(() => document.body.dataset.same)).toBeUndefined();
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
  // Chromium drops what is pressed before a page that was just loaded is painted.
  await running.page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
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
  expect(await press(",", ["control"])).toBe(false);
  await expect(showing(running.page, "settings")).toBeVisible();
  await press("F1");
  await expect(showing(running.page, "help")).toBeVisible();
});
