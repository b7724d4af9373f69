import type { ElectronApplication } from "playwright";
import { pressByAction, whyNotReadable } from "../accessibility/accessibility-tree.ts";
import { expectHeading, signIn } from "../e2e/cardholder.ts";
import { expect, test } from "../e2e/fixtures.ts";

// Attacker: a script that has taken the page over. Way: everything that a page can call, dispatch or refuse to do.
// Impact: a session that never ends, the cardholder's clipboard and files, dialogs without an end, a window that cannot be left.

/**
 * Runs a script in the page's own world.
 * @param asIfPressed as if the cardholder had just pressed something, which allows a page more
 */
function attack<T>(app: ElectronApplication, script: string, { asIfPressed }: { asIfPressed: boolean }): Promise<T> {
  return app.evaluate(
    ({ BrowserWindow }, [code, gesture]) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code as string, gesture as boolean),
    [script, asIfPressed] as const,
  );
}

test("W1: a script that says all the time that somebody is there keeps nobody signed in", async ({ launch }) => {
  const { app, page } = await launch({ args: ["--lock-quiet-ms=1000", "--lock-warning-ms=1000"] });
  await expectHeading(page, "Sign in");
  const isSignedIn = await attack(
    app,
    `bridge.signIn("Ada Single").then(({ ok }) => {
      const label = document.createElement("label");
      label.append(Object.assign(document.createElement("input"), { type: "checkbox" }));
      document.body.append(label);
      Object.defineProperty(Object.getPrototypeOf(navigator.userActivation), "isActive", { get: () => true });
      setInterval(() => {
        bridge.noteActivity();
        for (const type of ["keydown", "beforeinput", "pointerdown", "pointermove", "wheel", "click"])
          document.body.dispatchEvent(new Event(type, { bubbles: true }));
        document.body.click();
        label.click();
        document.querySelector("button").focus();
        scrollBy(0, 1);
      }, 100);
      return ok;
    })`,
    { asIfPressed: false },
  );
  expect(isSignedIn).toBe(true);
  // By main: what Playwright evaluates in a page counts as pressed there.
  const isLocked = `document.querySelector("[data-testid=locked-notice]") !== null`;
  await expect.poll(() => attack(app, isLocked, { asIfPressed: false })).toBe(true);
});

test("W1: who presses by assistive technology alone, which sends no input, stays", async ({ launch, keyring }) => {
  const why = await whyNotReadable();
  test.skip(why !== null, `SKIPPED: nothing can be pressed by assistive technology here. ${why}`);
  const keyringEnv = { ...keyring.env, ACCESSIBILITY_ENABLED: "1" };
  const { app, page } = await launch({ args: ["--force-renderer-accessibility", "--lock-quiet-ms=1000"], keyringEnv });
  await signIn(page);
  // Asked by main: what Playwright evaluates in a page counts as pressed there, for five seconds.
  const look = (code: string) =>
    app.evaluate(
      ({ webContents }, script) =>
        webContents.getAllWebContents()[0]?.executeJavaScriptInIsolatedWorld(1, [{ code: script }]),
      code,
    );
  const isForgotten = `document.querySelector("dialog[open]") !== null && !navigator.userActivation.isActive`;
  await expect.poll(() => look(isForgotten)).toBe(true);
  await pressByAction(app, keyring.env, "Stay signed in");
  await expect.poll(() => look(`document.querySelector("dialog[open]") === null`), { intervals: [20] }).toBe(true);
  const quiet = await page.evaluate(() => window.bridge.getQuietTime());
  expect(quiet.ok && quiet.value).toBeLessThan(5000);
});
