// Attacker: a script in the window, or somebody at its menu. Way: a preference, a switch or an item of the menu that gives
// more than is needed. Impact: Node in the page, code outside of the system's sandbox, an entry that is printed or brought back.
// docs/threat-model.md#renderer-isolated, #os-sandbox, #menu-opens-nothing
import path from "node:path";
import { describe, expect, it } from "vitest";
import { hardenApp } from "../../src-main/shell/hardening.ts";
import { menuTemplate } from "../../src-main/shell/menu.ts";
import { webPreferences, windowOptions } from "../../src-main/shell/window.ts";
import { asApp, asSession, FakeApp, FakeSession } from "./fake-electron.ts";

const golden = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  enableWebSQL: false,
  spellcheck: false,
  enableDeprecatedPaste: false,
  disableBlinkFeatures: "FileSystemAccessLocal,DocumentPictureInPictureAPI,PaymentRequest,EyeDropperAPI",
  devTools: true, // off in a release: release-as-started.test.ts
};

describe("the window", () => {
  it("has these preferences and no others", () => {
    expect(webPreferences).toEqual(golden);
  });

  it("is made with them, its preload and its own session", () => {
    const session = asSession(new FakeSession());
    const options = windowOptions("/app/preload/index.cjs", session);
    expect(options.webPreferences).toEqual({ ...golden, preload: "/app/preload/index.cjs", session });
    expect(options.show).toBe(false);
    expect(options.icon).toBe(process.platform === "linux" ? path.resolve("src-main/shell/icon.png") : undefined);
  });
});

it("the app sandboxes every renderer before it is ready", () => {
  const app = new FakeApp();
  hardenApp(asApp(app));
  expect(app.story).toEqual([
    "enableSandbox",
    "switch blink-settings javaScriptCanAccessClipboard=false,DOMPasteAllowed=false,dnsPrefetchingEnabled=false",
  ]);
});

describe.each(["linux", "win32", "darwin"] as const)("the menu on %s", (platform) => {
  it("edits, zooms, quits and leads to three places; it opens, prints, saves and inspects nothing", () => {
    type Item = { role?: string; type?: string; submenu?: unknown; click?: unknown };
    const rolesOf = (items: unknown): string[] =>
      (items as Item[]).flatMap(({ role, type, submenu, click }) => {
        if (type === "separator") return [];
        if (role !== undefined) expect(click).toBeUndefined();
        return [role ?? "place", ...rolesOf(submenu ?? [])];
      });
    const isMac = platform === "darwin";
    expect(rolesOf(menuTemplate({ platform, language: "en", openPanel: () => {}, changeTextSize: () => {} }))).toEqual([
      ...(isMac
        ? ["appMenu", "place", "place", "hide", "hideOthers", "unhide", "quit"]
        : ["fileMenu", "place", "quit"]),
      ...["editMenu", "cut", "copy", "paste", "selectAll"],
      ...["viewMenu", "place", "place", "place", "place", "togglefullscreen"],
      ...(isMac ? ["windowMenu", "minimize", "zoom", "front", "help", "place"] : ["help", "place", "place"]),
    ]);
  });
});
