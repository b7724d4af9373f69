// Attacker: a script that has taken the page over. Way: everything that a page can call, dispatch or refuse to do. Impact:
// a session that never ends, the cardholder's clipboard and files, dialogs without an end, a window that cannot be left.
// docs/threat-model.md#no-dialogs-or-downloads, #presence-not-forged, #lock-not-stopped, #clipboard-not-read, #arguments-small
import { pressByAction, whyNotReadable } from "../accessibility/accessibility-tree.ts";
import { expectHeading, signIn } from "../e2e/cardholder.ts";
import { expect, test } from "../e2e/fixtures.ts";
import { attack } from "./page-attack.ts";

test("a script that says all the time that somebody is there keeps nobody signed in", async ({ launch }) => {
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

test("who presses by assistive technology alone, which sends no input, stays", async ({ launch, startKeyring }) => {
  const why = await whyNotReadable();
  test.skip(why !== null, `SKIPPED: nothing can be pressed by assistive technology here. ${why}`);
  const keyring = await startKeyring("listened-to"); // whoever listens on a bus does so for every app that has it
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

test("a script gets no dialog, no clipboard, no file, no other window, and holds up neither main nor a lock", async ({
  running: { app, page, output },
}) => {
  await signIn(page);
  await app.evaluate(({ clipboard }) => clipboard.writeText("copied elsewhere"));
  const before = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const gained = await attack(
    app,
    `(async () => {
      const gained = [];
      // What is refused at once may throw or reject; what opens a dialog does neither.
      const attempt = async (name, act) => {
        const silence = new Promise((resolve) => setTimeout(resolve, 3000, "silent"));
        const end = await Promise.race([(async () => act())().then((value) => value ?? null, () => null), silence]);
        if (end !== null && end !== false) gained.push(name + ": " + end);
      };
      const field = document.body.appendChild(document.createElement("textarea"));
      const video = document.createElement("video");
      const paste = () => {
        const into = document.body.appendChild(document.createElement("textarea"));
        into.focus();
        document.execCommand("paste");
        return into.value || null;
      };
      // There is no other window to try it in: one-realm.ts takes frames from the page.
      await attempt("frame", () => document.body.appendChild(document.createElement("iframe")).contentWindow && "made");
      await attempt("print", () => window.print());
      await attempt("alert", () => window.alert("Your PIN, please"));
      await attempt("confirm", () => window.confirm("Your PIN, please"));
      await attempt("prompt", () => window.prompt("Your PIN, please"));
      await attempt("open", () => window.open("about:blank"));
      await attempt("paste", () => paste());
      await attempt("read clipboard", () => navigator.clipboard.readText());
      await attempt("write clipboard", () => navigator.clipboard.writeText("x").then(() => "written"));
      await attempt("open file", () => window.showOpenFilePicker());
      await attempt("save file", () => window.showSaveFilePicker());
      await attempt("folder", () => window.showDirectoryPicker());
      await attempt("pointer lock", () => document.body.requestPointerLock().then(() => "locked"));
      await attempt("keyboard lock", () => navigator.keyboard.lock().then(() => "locked"));
      await attempt("wake lock", () => navigator.wakeLock.request("screen"));
      await attempt("notification", async () => (await window.Notification.requestPermission()) === "granted");
      await attempt("window over all", () => documentPictureInPicture.requestWindow());
      await attempt("screen colour", () => new window.EyeDropper().open());
      await attempt("payment", () =>
        new window.PaymentRequest([{ supportedMethods: "https://pay.example" }], {
          total: { label: "all", amount: { currency: "EUR", value: "1" } },
        }).show(),
      );
      await attempt("picture over all", async () => {
        const canvas = document.createElement("canvas");
        canvas.getContext("2d").fillRect(0, 0, 9, 9);
        video.muted = true;
        video.srcObject = canvas.captureStream();
        await video.play();
        await video.requestPictureInPicture();
        return "shown";
      });
      await attempt("number at the icon", () => navigator.setAppBadge(7).then(() => "set"));
      document.title = "Your bank asks for your PIN";
      document.documentElement.requestFullscreen().catch(() => undefined);
      moveTo(7, 7);
      resizeTo(9000, 9000);
      for (let at = 0; at < 300; at++) history.pushState(null, "", "/gone-" + at + ".html");
      addEventListener("beforeunload", (event) => event.preventDefault());
      location.reload();
      window.isOurs = false;
      return gained;
    })()`,
    { asIfPressed: true },
  );
  expect(gained).toEqual([]);
  const shown = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => [window.getTitle(), window.isFullScreen(), window.getBounds()]),
  );
  expect(shown).toEqual([["Cardbound", false, before]]);

  const flood = await attack<Record<string, number>>(
    app,
    `(async () => {
      const codes = {};
      const count = async (name, call) => {
        const { ok, code } = await call().catch(() => ({ code: "threw" }));
        codes[name + " " + (ok ? "ok" : code)] = (codes[name + " " + (ok ? "ok" : code)] ?? 0) + 1;
      };
      const huge = "1".repeat(200 << 20);
      const bytes = new Uint8Array(200 << 20);
      await count("text", () => bridge.removeDevice(huge));
      await count("bytes", () => bridge.enterPasscode(bytes, null));
      await count("object", () => bridge.changeSettings({ language: huge }));
      await Promise.all(Array.from({ length: 2000 }, () => count("overview", () => bridge.getOverview())));
      return codes;
    })()`,
    { asIfPressed: true },
  );
  expect(flood).toMatchObject({
    "text ERR_BAD_ARGUMENT": 1,
    "bytes ERR_BAD_ARGUMENT": 1,
    "object ERR_BAD_ARGUMENT": 1,
  });
  expect(flood["overview ok"]).toBeLessThanOrEqual(30);
  expect((flood["overview ok"] ?? 0) + (flood["overview ERR_TOO_MANY_CALLS"] ?? 0)).toBe(2000);
  expect(output().length, "what the log is told of a flood").toBeLessThan(20_000);

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit("suspend"));
  await expectHeading(page, "Sign in");
  await expect(page.getByTestId("locked-notice")).toBeVisible();
  expect(await page.evaluate(() => "isOurs" in window)).toBe(false);
});
