// Attacker: a script in the window. Way: it asks for camera, place, clipboard, a device; Electron grants by default.
// Impact: it watches the cardholder, or reads what was copied elsewhere.
// docs/threat-model.md#nothing-granted
import { describe, expect, it } from "vitest";
import { hardenApp, hardenSession } from "../../src-main/shell/hardening.ts";
import { asApp, asSession, FakeApp, FakeSession } from "./fake-electron.ts";

const permissions = [
  "clipboard-read",
  "clipboard-sanitized-write",
  "display-capture",
  "fullscreen",
  "geolocation",
  "idle-detection",
  "media",
  "mediaKeySystem",
  "midi",
  "midiSysex",
  "notifications",
  "pointerLock",
  "keyboardLock",
  "openExternal",
  "speaker-selection",
  "storage-access",
  "top-level-storage-access",
  "window-management",
  "unknown",
  "fileSystem",
  "hid",
  "serial",
  "usb",
  "deprecated-sync-clipboard-read",
  "something-that-comes-later",
];

describe("each session", () => {
  it.each(permissions)("refuses %s, asked for and looked up", (permission) => {
    const target = new FakeSession();
    hardenSession(asSession(target));
    expect(target.ask("request", null, permission).answers).toEqual([false]);
    expect(target.ask("check", null, permission, "app://pin").returned).toBe(false);
  });

  it("gives out no device, no screen and no pairing", () => {
    const target = new FakeSession();
    hardenSession(asSession(target));
    expect(target.ask("device", { deviceType: "usb" }).returned).toBe(false);
    expect(target.ask("display", {}).answers).toEqual([{}]);
    expect(target.ask("bluetooth", { pairingKind: "confirm" }).answers).toEqual([{ confirmed: false }]);
  });

  it("is treated so, whoever makes it and whenever: Electron's default one too", () => {
    const app = new FakeApp();
    hardenApp(asApp(app));
    for (const one of [new FakeSession(), new FakeSession("window"), new FakeSession("persist:later")]) {
      app.emit("session-created", one);
      expect([...one.handlers.keys()]).toEqual(
        expect.arrayContaining(["request", "check", "device", "display", "bluetooth"]),
      );
    }
  });
});
