// Attacker: ourselves, in a hurry. Way: an import across a border, or a way round the rule that guards it.
// Impact: Node in the window, a call past the app's sessions, the sandbox in the product. Written by hand, so that a
// declaration that is wrong does not test itself.
import { describe, expect, it } from "vitest";
import { lintInPlaceOf } from "./lint-in-place.ts";

/** By file: lines that may not stand in it. */
const attacks: Record<string, string[]> = {
  "src-main/core.ts": [
    'import { app } from "electron";',
    'import type { App } from "electron";',
    'export { app } from "electron";',
    'const later = import("electron");',
    "const later = import(`electron`);",
    'const name = "electron"; const later = import(name);',
    'const later = import("elec" + "tron");',
    'const electron = require("electron");',
    'let app: import("electron").App;',
    'type Electron = typeof import("electron");',
    'import { createRequire } from "node:module";',
    'process.getBuiltinModule("node:net");',
    "{ const { getBuiltinModule: load } = process; }",
    'import { openDoor } from "./shell/ipc.ts";',
    'import { start } from "./index.ts";',
    'import "./keys/../shell/ipc.ts";',
    'import "./../src-main/shell/ipc.ts";',
    'import "../src-main/shell/ipc.ts";',
    'import "/src-main/shell/ipc.ts";',
    'import "data:text/javascript,0";',
    'import "https://example.org/a.js";',
    'import "#shell/ipc";',
    'import keytar from "keytar";',
    'import keytar from "../node_modules/keytar/lib/keytar.js";',
    'import https from "node:https";',
    'import { request } from "http";',
    'await fetch("https://example.org");',
    'await globalThis.fetch("https://example.org");',
    'await global.fetch("https://example.org");',
    '(process as NodeJS.Process).getBuiltinModule("node:net");',
    "{ const p = process; p.env; }",
    '(process as unknown as Loader).getBuiltinModule("node:net");',
    'new Function("return 0");',
    '(0, eval)("0");',
  ],
  "src-main/index.ts": [
    'import { startBackend } from "../src-backend/start-backend.ts";',
    'import { startSandbox } from "../src-sandbox/start-sandbox.ts";',
    'import { ipcMain } from "electron";',
    'import { safeStorage as store } from "electron";',
    'import * as electron from "electron";',
    'import keytar from "keytar";',
    'await fetch("https://example.org");',
  ],
  "src-main/keys/device-keychain.ts": [
    'import { safeStorage } from "electron";',
    'import keytar from "@github/keytar";',
    'import { window } from "../shell/window.ts";',
    "export const home = process.env.HOME;",
  ],
  "src-main/bridge/handlers.ts": [
    'import { createPrivateKey } from "node:crypto";',
    'import { makeKeyPair } from "../keys/device-key.ts";',
    'import { makeP256KeyPair } from "../keys/p256-key-pair.ts";',
    'import { tryPasscode as attempt } from "../keys/passcode-attempts.ts";',
    'import * as wrapping from "../keys/key-wrapping.ts";',
    'const signer = import("../keys/restricted-signer.ts");',
    'export { signatureHex } from "../keys/ecdsa.ts";',
    "export const key = record.unrestricted.private_key;",
    "{ const { private_key: key } = record.unrestricted; }",
    'await crypto.subtle.exportKey("pkcs8", key);',
  ],
  "src-main/keys/enrolment-scope.ts": [
    'import { createHash, createPrivateKey } from "node:crypto";',
    'import { createPrivateKey as make } from "node:crypto";',
    'import crypto from "node:crypto";',
    'import { unwrapKey } from "./key-wrapping.ts";',
    'export * from "./key-wrapping.ts";',
    'import { signatureHex } from "./ecdsa.ts";',
  ],
  "src-main/keys/passcode-attempts.ts": ['import { wrapKey } from "./key-wrapping.ts";'],
  "src-main/change-pin/pin-key.ts": ['import { exportJWK } from "jose";', 'import { KeyObject } from "node:crypto";'],
  "src-main/keys/new-file.ts": [
    'import { sign } from "node:crypto";',
    'import { signatureHex } from "./ecdsa.ts";',
    'import keytar from "keytar";',
    'import { changePin } from "../change-pin/pin-steps.ts";',
  ],
  "src-main/files/durable-file.ts": ['import { deviceKey } from "../keys/device-key.ts";'],
  "src-main/change-pin/pin-jwe.ts": [
    'import { handlers } from "../bridge/handlers.ts";',
    'import { createCore } from "../core.ts";',
    'import { request } from "../../src-backend/solaris/exchange.ts";',
  ],
  "src-main/new-room/new-file.ts": ['import { app } from "electron";', 'import { window } from "../shell/window.ts";'],
  "src-main/shell/window.ts": [
    'import { clipboard } from "electron";',
    'import { net } from "electron";',
    'import { shell } from "electron";',
    'import { store } from "../../src-renderer/store.ts";',
    'contents.openDevTools({ mode: "detach" });',
    'contents.executeJavaScript("document.title");',
    'contents["executeJavaScript"]("document.title");',
    'contents.ipc.on("a", () => {});',
    'contents.send("a-channel", text);',
    'BrowserWindow.getAllWindows()[0]?.webContents.send("a-channel", text);',
    'event.sender.postMessage("a-channel", text);',
    "{ const { send } = window.webContents; }",
  ],
  "src-main/shell/write-clipboard.ts": ['import { net } from "electron";', 'import { shell } from "electron";'],
  "src-main/shell/report-hand-over.ts": ['import { clipboard } from "electron";'],
  "src-main/shell/open-browser.ts": ['import { clipboard } from "electron";', "opener.openPath(path);"],
  "src-main/shell/to-front.ts": ["opener.openExternal(url);", 'import { shell } from "electron";'],
  "src-main/sign-in/browser/browser-sign-in.ts": [
    'import { createServer } from "node:http";',
    'import { discovery } from "openid-client";',
    'import { SignJWT } from "jose";',
  ],
  "src-main/sign-in/browser/callback-listener.ts": [
    'import { request } from "node:http";',
    'import { connect } from "node:net";',
    'import { discovery } from "openid-client";',
  ],
  "src-main/sign-in/browser/provider-client.ts": [
    'import { createServer } from "node:http";',
    'fetch("https://a.example");',
  ],
  "src-main/sign-in/browser/provider-fetch.ts": ['import { discovery } from "openid-client";'],
  "src-main/shell/proxy-request.ts": ['import { clipboard } from "electron";'],
  "src-preload/index.ts": [
    'import { shell } from "electron";',
    'import { ipcRenderer, webUtils } from "electron";',
    'import electron from "electron";',
    'import { z } from "zod";',
    'import { problem } from "../src-contract/api/problem-schema.ts";',
    'import { store } from "../src-renderer/store.ts";',
    'import { readFileSync } from "node:fs";',
  ],
  "src-preload/new-file.ts": [
    'globalThis.fetch("https://example.org");',
    'webFrame.executeJavaScript("0");',
    'document.write("<p>");',
    'eval("0");',
  ],
  "src-renderer/store.ts": [
    'import { z } from "zod";',
    'import { card } from "../src-contract/api/card-schemas.ts";',
    'import { AppError } from "../src-main/app-error.ts";',
    'import { ipcRenderer } from "electron";',
    'import { readFileSync } from "node:fs";',
    "localStorage.length;",
    'eval("0");',
    'new Function("return 0");',
    "globalThis.fetch;",
    "window.localStorage;",
    'import { createPrivateKey } from "node:crypto";',
    "{ const w = window; w.localStorage; }",
    "{ let d; d = document; d.cookie; }",
    "ask(window);",
    "{ const all = { window }; }",
    "{ const { ...all } = window; }",
    "{ const w = window.window; w.localStorage; }",
    "{ const { document: d } = window; }",
    "{ const w = element.ownerDocument.defaultView; }",
    "top.localStorage;",
    "(window).localStorage;",
    "(window as Window).localStorage;",
    "window.top?.localStorage;",
    "document.defaultView?.localStorage;",
    "{ const { fetch } = window as Window; }",
    'window["localStorage"];',
    "{ const { fetch } = window; }",
    "{ const { fetch: ask } = window; }",
    "document.cookie;",
    'document.write("<p>");',
    'new WebSocket("wss://example.org");',
    'element.innerHTML = "<p>";',
    'element["innerHTML"] = "<p>";',
    'Object.assign(element, { innerHTML: "<p>" });',
    'h("p", { dangerouslySetInnerHTML: { __html: "<p>" } });',
  ],
  // Deeper than the rules know a way for: then nothing may be imported at all.
  "src-renderer/a/b/c/new-file.ts": ['import { store } from "../../../store.ts";', "localStorage.length;"],
  "src-renderer/screens/cards-screen.tsx": [
    "export const a = <p dangerouslySetInnerHTML={{ __html: text }} />;",
    'export const b = <iframe srcdoc="<p>" />;',
    'import { card } from "../../src-contract/api/card-schemas.ts";',
  ],
  "src-contract/rules/pin.ts": [
    'import { z } from "zod";',
    'import { views } from "../bridge/views.ts";',
    'import { card } from "../api/card-schemas.ts";',
    'import { createHash } from "node:crypto";',
  ],
  "src-contract/errors/error-codes.ts": ['import { pin } from "../rules/pin.ts";', 'import { z } from "zod";'],
  "src-contract/bridge/views.ts": ['import { card } from "../api/card-schemas.ts";', 'import { z } from "zod";'],
  "src-contract/api/card-schemas.ts": [
    'import { views } from "../bridge/views.ts";',
    'import { AppError } from "../../src-main/app-error.ts";',
    'import fastify from "fastify";',
  ],
  "src-backend/start-backend.ts": [
    'import { AppError } from "../src-main/app-error.ts";',
    'import { views } from "../src-contract/bridge/views.ts";',
    'import { startSandbox } from "../src-sandbox/start-sandbox.ts";',
    'import { CompactEncrypt } from "jose";',
    'import { app } from "electron";',
    "export const port = process.env.PORT;",
  ],
  "src-hardware-key/token-key.ts": [
    'import koffi from "koffi";',
    'import { fork } from "node:child_process";',
    'import { createPrivateKey } from "node:crypto";',
    'import { AppError } from "../src-main/app-error.ts";',
    "export const home = process.env.HOME;",
  ],
  "src-hardware-key/ask-token.ts": ['import koffi from "koffi";', 'import { exec } from "node:child_process";'],
  "src-sandbox/start-sandbox.ts": [
    'import { AppError } from "../src-main/app-error.ts";',
    'import { startBackend } from "../src-backend/start-backend.ts";',
    'import { views } from "../src-contract/bridge/views.ts";',
    'import { root } from "../build/paths.mjs";',
    'import { byHand } from "../tests/unit/by-hand.ts";',
    'import { decrypt } from "jose";',
  ],
};

/** Lines that the places themselves have, or could have. */
const ordinary: Record<string, string[]> = {
  "src-main/core.ts": ['import { createHandlers } from "./bridge/handlers.ts";', 'import { log } from "./log.ts";'],
  "src-main/index.ts": ['import { app, type BrowserWindow } from "electron";', "export const all = process.env;"],
  "src-main/keys/device-keychain.ts": ['import type * as keytar from "keytar";', 'const late = import("keytar");'],
  "src-main/shell/write-clipboard.ts": ['import { clipboard } from "electron";'],
  "src-main/shell/open-browser.ts": ['import { type Shell, shell } from "electron";', "opener.openExternal(url);"],
  "src-main/sign-in/browser/callback-listener.ts": ['import { createServer } from "node:http";'],
  "src-main/sign-in/browser/provider-client.ts": ['import * as oidc from "openid-client";'],
  "src-main/sign-in/browser/bound-credentials.ts": ['import { exportJWK, SignJWT } from "jose";'],
  "src-main/shell/proxy-request.ts": ['import { net, type Session } from "electron";'],
  "src-main/shell/ipc.ts": ["contents.ipc.handle(method, answer);"],
  "src-main/backend/proxy/ask-proxy.ts": [
    'import { httpCall } from "../http-call.ts";',
    'import { withTimeout } from "../../with-timeout.ts";',
  ],
  "src-main/shell/event-channel.ts": ["contents.send(channel, told);"],
  "src-main/keys/device-key.ts": [
    'import { createPrivateKey, type KeyObject } from "node:crypto";',
    'import { makeP256KeyPair } from "./p256-key-pair.ts";',
    "export const key = record.private_key;",
  ],
  "src-main/keys/restricted-key.ts": [
    'import { currentCost, type DeriveKey, wrapKey } from "./key-wrapping.ts";',
    'import { tryPasscode } from "./passcode-attempts.ts";',
  ],
  "src-preload/one-realm.ts": ["webFrame.executeJavaScript(code);"],
  "src-preload/index.ts": ['import { contextBridge, ipcRenderer } from "electron";'],
  "src-renderer/words/de/cards.ts": ['import type { Language } from "../../../src-contract/rules/languages.ts";'],
  "src-contract/api/card-schemas.ts": ['import { z } from "zod";', 'import { pin } from "../rules/pin.ts";'],
  "src-renderer/components/pin-keypad.tsx": ["const { activeElement } = document;", "window.focus();"],
  "src-backend/index.ts": ["readConfig(process.env);"],
  "src-hardware-key/load-cryptoki.ts": ['import koffi from "koffi";'],
  "src-hardware-key/fork-token.ts": ['import { fork } from "node:child_process";'],
  "src-sandbox/http/pages.ts": ['import { World } from "../world.ts";', 'import { createHash } from "node:crypto";'],
};

const rules = [
  "noRestrictedImports",
  "noRestrictedGlobals",
  "noProcessEnv",
  "noCommonJs",
  "noDocumentCookie",
  "plugin",
];

/** Which of the lines the linter refuses. */
function refused(lines: Record<string, string[]>): Record<string, string[]> {
  const files = Object.entries(lines);
  const complaints = lintInPlaceOf(new Map(files), ["suspicious/noImportCycles"]);
  return Object.fromEntries(
    files.map(([file, all]) => {
      const found = (complaints.get(file) ?? []).filter(({ rule }) => rules.includes(rule.split("/").at(-1) ?? ""));
      return [file, all.filter((_, index) => found.some(({ line }) => line === index + 1))];
    }),
  );
}

describe("imports across a border, and the ways round", () => {
  it("are errors", () => expect(refused(attacks)).toEqual(attacks));

  it("and what the places work with is none", () => {
    expect(refused(ordinary)).toEqual(Object.fromEntries(Object.keys(ordinary).map((file) => [file, []])));
  });
});
