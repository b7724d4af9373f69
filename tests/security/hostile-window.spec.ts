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

test("W2: a script gets no dialog, no clipboard, no file, no other window, and holds up neither main nor a lock", async ({
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
      await count("bytes", () => bridge.enterPasscode(bytes));
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

/** Ways to an input whose type is "file". Each makes one, or throws, or leaves it another. */
const waysToFileInput = `({
  property: (input) => { input.type = "file"; },
  "property, capitals": (input) => { input.type = "FILE"; },
  "property's setter": (input) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "type").set.call(input, "file");
  },
  "text that changes": (input) => {
    let asked = 0;
    const text = { toString: () => (asked++ === 0 ? "text" : "file") };
    input.type = text;
    if (input.type !== "file") input.setAttribute("type", text);
  },
  attribute: (input) => input.setAttribute("type", "file"),
  "attribute of a name space": (input) => input.setAttributeNS(null, "type", "file"),
  "attribute node": (input, node) => { node.value = "file"; input.setAttributeNode(node); },
  "attribute node, NS": (input, node) => { node.nodeValue = "file"; input.setAttributeNodeNS(node); },
  "named item": (input, node) => { node.textContent = "file"; input.attributes.setNamedItem(node); },
  "named item, NS": (input, node) => { node.value = "file"; input.attributes.setNamedItemNS(node); },
  "its node's value": (input) => { input.type = "text"; input.getAttributeNode("type").value = "file"; },
  "its node's nodeValue": (input) => { input.type = "text"; input.attributes[0].nodeValue = "file"; },
  "its node's textContent": (input) => { input.type = "text"; input.attributes[0].textContent = "file"; },
  "another element's": (input) => {
    const link = Object.assign(document.createElement("a"), { type: "file" });
    input.setAttributeNode(link.removeAttributeNode(link.attributes[0]));
  },
  "another element's, by map": (input) => {
    const link = Object.assign(document.createElement("a"), { type: "file" });
    input.attributes.setNamedItem(link.attributes.removeNamedItem("type"));
  },
  "a copy": (input) => { input.type = "file"; return input.cloneNode(); },
  "another document": () => {
    const input = document.implementation.createHTMLDocument().createElement("input");
    input.type = "file";
    return document.adoptNode(input);
  },
  markup: (_input, _node, host) => { host.innerHTML = "<input type=file>"; return host.firstChild; },
  "sanitized markup": (_input, _node, host) => {
    host.setHTML("<input type=file>", { sanitizer: { elements: ["input"], attributes: ["type"] } });
    return host.firstChild;
  },
  "sanitized markup in a shadow": (_input, _node, host) => {
    const shadow = host.attachShadow({ mode: "open" });
    shadow.setHTML("<input type=file>", { sanitizer: { elements: ["input"], attributes: ["type"] } });
    return shadow.firstChild;
  },
  "sanitized document": () =>
    Document.parseHTML("<input type=file>", { sanitizer: { removeElements: ["b"] } }).querySelector("input"),
  "inserted markup": (_input, _node, host) => {
    host.contentEditable = "true";
    host.focus();
    document.execCommand("insertHTML", false, "<input type=file>");
    return host.querySelector("input");
  },
  "replaced methods": (input) => {
    const { toLowerCase } = String.prototype;
    const { apply } = Reflect;
    String.prototype.toLowerCase = () => "text";
    Reflect.apply = Function.prototype.apply = Function.prototype.call = () => "text";
    Array.prototype[Symbol.iterator] = function* () { yield "text"; };
    try { input.type = "file"; } finally { input.setAttribute("TYPE", "File"); }
  },
})`;

test("W2: no script makes an input that asks for a file, or opens the dialog that chooses one", async ({
  running: { app, page },
}) => {
  await expectHeading(page, "Sign in");
  const choosers: unknown[] = [];
  page.on("filechooser", (chooser) => choosers.push(chooser)); // with somebody listening, Chromium tells instead of showing
  const found = await attack(
    app,
    `(() => {
      const usual = ["text", "password", "checkbox", "radio", "search"].map((type) => {
        const input = Object.assign(document.createElement("input"), { type });
        input.setAttribute("type", input.type);
        return input.type;
      });
      const text = document.createElement("p");
      text.textContent = "file";
      text.firstChild.nodeValue += " file";
      usual.push(text.textContent);
      const files = [];
      const ways = ${waysToFileInput};
      for (const name of Object.keys(ways)) {
        const host = document.body.appendChild(document.createElement("div"));
        let input = document.createElement("input");
        try { input = ways[name](input, document.createAttribute("type"), host) ?? input; } catch {}
        if (input.type === "file" || input.files) files.push(name);
        const label = document.createElement("label");
        label.append(input);
        input.webkitdirectory = true;
        for (const press of [
          () => input.showPicker(),
          () => input.click(),
          () => input.dispatchEvent(new MouseEvent("click")),
          () => label.click(),
        ]) try { press(); } catch {}
      }
      return { usual, files };
    })()`,
    { asIfPressed: true },
  );
  expect.soft(found).toEqual({
    usual: ["text", "password", "checkbox", "radio", "search", "file file"],
    files: [],
  });
  await page.evaluate(() => document.title); // one way to the page and back, in which a chooser is told of
  expect(choosers).toHaveLength(0);
});

test("W2, N1: what the cardholder pastes or drops makes no file input and no frame, and a field still takes text", async ({
  running: { app, page },
}) => {
  await expectHeading(page, "Sign in");
  await attack(
    app,
    `(() => {
      const markup = "<p>x<input type=file><iframe></iframe>y</p>";
      const add = (name, id) => document.body.appendChild(Object.assign(document.createElement(name), { id }));
      for (const erase of [() => document.open(), () => document.write(), () => document.writeln()])
        try { erase(); } catch {}
      const fill = (data) => {
        data.setData("text/html", markup);
        data.setData("text/plain", "given");
      };
      addEventListener("copy", (event) => {
        fill(event.clipboardData);
        event.preventDefault();
      });
      document.execCommand("copy");
      const dragged = Object.assign(add("p", "dragged"), { textContent: "drag me", draggable: true });
      dragged.addEventListener("dragstart", ({ dataTransfer }) => fill(dataTransfer));
      Object.assign(add("p", "editable"), { contentEditable: "true", textContent: "here" });
      add("textarea", "field");
      for (const type of ["beforeinput", "paste", "drop"])
        addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    })()`,
    { asIfPressed: true },
  );
  const paste = async (into: string) => {
    await page.locator(into).click();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
  };
  await paste("#editable");
  await page.locator("#dragged").dragTo(page.locator("#editable"));
  await page.locator("#dragged").dragTo(page.locator("#field"));
  await expect(page.locator("#field")).toHaveValue("given");
  await page.locator("#field").fill("");
  await paste("#field");
  await expect(page.locator("#field")).toHaveValue("given"); // by when all before it has come
  await expect(page.locator("iframe, #editable input")).toHaveCount(0);
});
