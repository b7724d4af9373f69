// Attacker: a script in the window. Way: it leads the window to another page, embeds one, or refuses to go.
// Impact: that page has the bridge or passes for the app; a lock never happens.
// docs/threat-model.md#no-navigation
import { describe, expect, it } from "vitest";
import { hardenApp, hardenContents } from "../../src-main/shell/hardening.ts";
import { asApp, asContents, FakeApp, FakeContents } from "./fake-electron.ts";

const ways = ["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"];
const places = [
  "https://example.org/",
  "app://pin/index.html",
  "app://pin/other.html",
  "file:///etc/passwd",
  "javascript:1",
  "about:blank",
];

/** Emits an event as Electron does. @returns how often its default was prevented */
function emit(contents: FakeContents, name: string, url: string): number {
  let prevented = 0;
  contents.emit(name, { url, preventDefault: () => prevented++ }, url);
  return prevented;
}

it.each(["will-prevent-unload", "content-bounds-updated"])(
  "on %s the page neither stops a lock from loading it anew nor moves its window",
  (way) => {
    const contents = new FakeContents();
    hardenContents(asContents(contents));
    expect(emit(contents, way, "app://pin/index.html")).toBe(1);
  },
);

describe.each(ways)("%s", (way) => {
  it.each(places)("to %s is prevented", (url) => {
    const contents = new FakeContents();
    hardenContents(asContents(contents));
    expect(emit(contents, way, url)).toBe(1);
  });

  it("is prevented in every contents that the app will ever have", () => {
    const app = new FakeApp();
    hardenApp(asApp(app));
    for (const contents of [new FakeContents(), new FakeContents()]) {
      app.emit("web-contents-created", {}, contents);
      expect(emit(contents, way, "https://example.org/")).toBe(1);
    }
  });
});
