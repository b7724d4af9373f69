// Attacker: whoever starts a release. Way: options of development, a variable, a backend of their own on the command line.
// Impact: the app talks to another backend, never locks, or opens its window with developer tools.
// docs/threat-model.md#no-security-switches, #start-switches, #release-without-development, #no-developer-tools
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { WebContents } from "electron";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { electronFloor } from "../../build/electron-floor.ts";
import { root } from "../../build/paths.mjs";
import { contentSecurityPolicy } from "../../src-main/shell/content-security-policy.ts";
import { webPreferences } from "../../src-main/shell/window.ts";
import { releaseFolder } from "./bundle.ts";
import { catchOutput } from "./quiet-stderr.ts";
import { type Asked, expectStart, story } from "./recorded-electron.ts";

vi.mock("electron", async () => (await import("./recorded-electron.ts")).electronModule);
vi.mock("keytar", async () => (await import("./fake-keytar.ts")).keytarModule);

catchOutput();
const partner = JSON.parse(readFileSync(new URL("../../build/partner.json", import.meta.url), "utf8"));
const folder = mkdtempSync(path.join(tmpdir(), "cardbound-release-"));
const options = [
  ...["--backend=https://evil.example", "--lock-quiet-ms=1", "--lock-warning-ms=1", "--code-cool-down-ms=1"],
  ...["--call-timeout-ms=1", "--keychain-patience-ms=1", "--passcode-cost=2", "--language=de", "--inspect"],
  ...['--sign-in={"issuer":"https://evil.example","client_id":"a"}', "--sign-in-patience-ms=1"],
];
const usualArguments = process.argv;
const usualVersions = process.versions;

const main = path.join(releaseFolder, "main/index.js");
/** What the first start, with all the options, has asked of Electron. */
let refusedStart: readonly string[];

beforeAll(async () => {
  Object.defineProperty(process, "versions", { value: { ...process.versions, electron: electronFloor(root) } });
  vi.spyOn(process, "on").mockReturnValue(process); // what nobody catches is the test runner's here
  vi.stubEnv("CARDBOUND_BACKEND", "https://evil.example");
  for (const name of ["NODE_OPTIONS", "DISPLAY", "WAYLAND_DISPLAY"]) vi.stubEnv(name, "");
  vi.spyOn(process, "exit").mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  const mute = vi.spyOn(process.stderr, "write").mockReturnValue(true); // the first test has not begun
  process.argv = [process.argv0, ...options];
  expectStart(folder, true);
  await expect(import(main)).rejects.toThrow("exit 64");
  refusedStart = story.map(({ what }) => what);
  mute.mockRestore();

  process.argv = [process.argv0, "--lang=de", "--disable-gpu"];
  expectStart(folder, true);
  vi.resetModules();
  await import(main);
  await vi.waitFor(() => once("BrowserWindow.loadURL"), 20_000);
  await vi.waitFor(lastOfDoor, 20_000);
});
afterAll(() => {
  process.argv = usualArguments;
  Object.defineProperty(process, "versions", { value: usualVersions });
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const asked = (what: string): Asked[] => story.filter((one) => one.what === what);
const once = (what: string): Asked => {
  const [one, ...more] = asked(what);
  if (one === undefined || more.length > 0) throw new Error(`${what} was asked ${asked(what).length} times`);
  return one;
};

/** What is done last before the page is served. */
const lastOfDoor = () => asked("BrowserWindow.webContents.ipc.handle").at(-1) ?? expect.fail("there is no door");

/** Calls a method as our page does. */
async function call(method: string, ...args: unknown[]): Promise<unknown> {
  const { webContents } = once("BrowserWindow").made as { webContents: WebContents };
  const mainFrame = { parent: null, origin: "app://pin" };
  Object.assign(webContents, { mainFrame });
  const [, listener] =
    asked("BrowserWindow.webContents.ipc.handle").find(({ args: [name] }) => name === method)?.args ?? [];
  return (listener as (...given: unknown[]) => unknown)({ sender: webContents, senderFrame: mainFrame }, ...args);
}

describe("a release that is started with all that a development build takes", () => {
  it("ends before it asks anything of Electron but the language in which to say so", () => {
    expect([...new Set(refusedStart)]).toEqual(["app.getPreferredSystemLanguages"]);
  });
});

describe("a release", () => {
  it("has one window, with the preferences of the source but without developer tools", () => {
    const [{ webPreferences: given }] = once("BrowserWindow").args as [{ webPreferences: Record<string, unknown> }];
    const preload = path.join(releaseFolder, "preload/index.cjs");
    expect(given).toEqual({ ...webPreferences, devTools: false, preload, session: given.session });
  });

  it("closes developer tools wherever they open", () => {
    const [, hear] = asked("app.on").find(({ args: [event] }) => event === "web-contents-created")?.args ?? [];
    const heard = new Map<string, () => void>();
    const closeDevTools = vi.fn();
    const contents = {
      on: (event: string, listener: () => void) => void heard.set(event, listener),
      ...{ closeDevTools, setWebRTCIPHandlingPolicy: vi.fn(), setWindowOpenHandler: vi.fn() },
    };
    (hear as (...given: unknown[]) => void)({}, contents);
    expect(closeDevTools).not.toHaveBeenCalled();
    heard.get("devtools-opened")?.();
    expect(closeDevTools).toHaveBeenCalledOnce();
  });

  it("sets one switch of Chromium's, as the first things, and is sandboxed", () => {
    expect(story.slice(0, 2).map(({ what, args }) => [what, ...args])).toEqual([
      ["app.enableSandbox"],
      [
        "app.commandLine.appendSwitch",
        "blink-settings",
        "javaScriptCanAccessClipboard=false,DOMPasteAllowed=false,dnsPrefetchingEnabled=false",
      ],
    ]);
    expect(asked("app.commandLine.appendSwitch")).toHaveLength(1);
  });

  it("has opened the window's session and no other by the time that its page may call", () => {
    const opened = asked("session.fromPartition").filter((one) => story.indexOf(one) < story.indexOf(lastOfDoor()));
    expect(opened.map(({ args: [partition] }) => partition)).toEqual(["window"]);
  });

  it("gives its page the strict policy", async () => {
    const [scheme, answer] = once("session.fromPartition.protocol.registerBufferProtocol").args;
    expect(scheme).toBe("app");
    const ask = answer as (request: object, reply: (answer: object) => void) => void;
    const request = { method: "GET", url: "app://pin/index.html" };
    const answered = await new Promise<object>((reply) => ask(request, reply));
    const headers = { "content-security-policy": contentSecurityPolicy };
    expect(answered).toMatchObject({ statusCode: 200, headers });
  });

  it("locks, and offers another code, after the usual time", async () => {
    expect(await call("getOverview")).toMatchObject({
      ok: true,
      value: { lock: { quietMs: 240_000, warningMs: 60_000 }, codeCoolDownMs: 30_000, demoCustomers: null },
    });
  });

  it("has no demonstration sign-in", async () => {
    const before = asked("session.fromPartition.fetch").length;
    expect(await call("signIn", "Ada Single")).toMatchObject({ ok: false });
    expect(asked("session.fromPartition.fetch")).toHaveLength(before);
  });

  it("asks the system for its language", () => {
    expect(asked("app.getPreferredSystemLanguages").length).toBeGreaterThan(0);
    const [menu] = once("Menu.buildFromTemplate").args as [{ label: string }[]];
    expect(menu.map(({ label }) => label)).toContain("&Edit");
  });

  it("talks to one backend, the partner's, over https", async () => {
    Object.assign(process, { getSystemVersion: () => "1.0" }); // Electron's own
    await call("runDiagnosis");
    Reflect.deleteProperty(process, "getSystemVersion");
    const addresses = asked("session.fromPartition.fetch").map(({ args: [url] }) => new URL(String(url)).origin);
    expect([...new Set(addresses)]).toEqual([partner.backend_origin]);
    expect(partner.backend_origin).toMatch(/^https:\/\/[a-z0-9.-]+$/);
  });

  it("signs in at one provider, the partner's, over https, and opens nothing that this has not named", async () => {
    const before = asked("session.fromPartition.fetch").length;
    expect(await call("signInWithBrowser", "any")).toEqual({ ok: false, code: "ERR_SIGN_IN_FAILED" }); // it names nothing
    const addresses = asked("session.fromPartition.fetch").slice(before);
    const metadata = `${partner.sign_in.issuer}/.well-known/openid-configuration`;
    expect(addresses.map(({ args: [url] }) => String(url))).toEqual([metadata]);
    expect(metadata).toMatch(/^https:/);
    expect(asked("shell.openExternal")).toEqual([]);
  });
});
