// Attacker: a script in the window. Way: window.open, a link with a target.
// Impact: a window that looks like ours asks for a PIN.
// docs/threat-model.md#no-new-windows
import { expect, it } from "vitest";
import { hardenApp } from "../../src-main/shell/hardening.ts";
import { asApp, FakeApp, FakeContents } from "./fake-electron.ts";

it.each(["https://example.org/", "app://pin/index.html", "about:blank", "", "file:///etc/passwd"])(
  "a window for %j is denied",
  (url) => {
    const app = new FakeApp();
    const contents = new FakeContents();
    hardenApp(asApp(app));
    app.emit("web-contents-created", {}, contents);
    expect(contents.openHandler?.({ url })).toEqual({ action: "deny" });
  },
);
