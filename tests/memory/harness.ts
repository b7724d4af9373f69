// An Electron app for the memory test only: the real preload, the real window settings and the real encryption around a
// page that uses the real field with room for ten digits. The app itself has no switch for that.
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { app, BrowserWindow, protocol, session } from "electron";
import { encryptPin } from "../../src-main/change-pin/pin-jwe.ts";
import { parsePinKey } from "../../src-main/change-pin/pin-key.ts";
import { appScheme, listWindowFiles, serveWindow } from "../../src-main/shell/app-protocol.ts";
import { hardenApp } from "../../src-main/shell/hardening.ts";
import { windowOptions } from "../../src-main/shell/window.ts";
import { makeRsaKey } from "../unit/by-hand.ts";
import { checkDigits } from "./pages/check-digits.ts";

const pageUrl = process.argv.at(-1) ?? "";
const key = await parsePinKey(makeRsaKey("test").jwk);
hardenApp(app);
protocol.registerSchemesAsPrivileged([appScheme]);

app.whenReady().then(async () => {
  const files = listWindowFiles(path.join(import.meta.dirname, "../memory-pages"));
  const windowSession = serveWindow(session, files, Promise.resolve("en"));
  const window = new BrowserWindow(windowOptions(path.resolve("out/preload/index.cjs"), windowSession));
  window.webContents.ipc.handle("changePin", async (_event, _cardId: string, pin: Uint8Array) => {
    try {
      await encryptPin(pin, key);
      return { ok: true, value: checkDigits(pin) };
    } finally {
      pin.fill(0);
    }
  });
  window.webContents.ipc.handle("signIn", async (_event, pin: string) => {
    return (await encryptPin(new TextEncoder().encode(pin), key)).compact.length;
  });
  window.show();
  await window.loadURL(pageUrl);
});

setFlagsFromString("--expose-gc");
Object.assign(globalThis, { collectGarbage: runInNewContext("gc") });
