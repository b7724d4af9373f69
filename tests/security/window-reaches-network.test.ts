// Attacker: a script in the window. Way: any request, to any kind of address, and what goes past the filter.
// Impact: what it has seen leaves the computer.
// docs/threat-model.md#window-without-network, #no-webrtc
import { describe, expect, it } from "vitest";
import { hardenApp } from "../../src-main/shell/hardening.ts";
import { isOwnFile, openMainSessions, openWindowSession } from "../../src-main/shell/sessions.ts";
import { asApp, FakeApp, FakeContents, fakeSessions } from "./fake-electron.ts";

const own = [
  "app://pin/",
  "app://pin/index.html",
  "app://pin/assets/index-abc.js",
  "app://pin/index.html#x",
  "app://pin/?q",
];
const foreign = [
  "https://example.org/",
  "http://127.0.0.1:5173/",
  "http://localhost/",
  "https://pin/",
  "http://pin/index.html",
  "app://pin.evil/",
  "app://evil/",
  "app://pin:1/",
  "app://pin@evil/",
  "app://user@pin/",
  "app://user:word@pin/",
  "app://PIN/",
  "app:/pin/",
  "app:pin",
  "appx://pin/",
  "xapp://pin/",
  "data:text/html,app://pin/",
  "blob:app://pin/0d1c",
  "ws://pin/",
  "wss://example.org/",
  "ws://127.0.0.1:5173/",
  "file:///etc/passwd",
  "ftp://pin/",
  "chrome://version/",
  "devtools://devtools/bundled/inspector.html",
  "chrome-extension://pin/",
  "filesystem:app://pin/x",
  "about:blank",
  "javascript:1",
  "pin",
  "",
  "app://",
];

function windowSession() {
  const { made, sessions } = fakeSessions();
  openWindowSession(sessions);
  return made[0] ?? expect.fail("no session");
}

describe("a request of the window", () => {
  it.each(own)("for %s, its own, goes through", (url) => {
    expect(isOwnFile(url)).toBe(true);
    expect(windowSession().ask("onBeforeRequest", { url }).answers).toEqual([{ cancel: false }]);
  });

  it.each(foreign)("for %s is cancelled", (url) => {
    expect(isOwnFile(url)).toBe(false);
    expect(windowSession().ask("onBeforeRequest", { url }).answers).toEqual([{ cancel: true }]);
  });
});

it("what would get past that meets a proxy that no packet is sent to, loopback included", () => {
  expect(windowSession().proxies).toEqual([
    { mode: "fixed_servers", proxyRules: "[ff02::1]:9", proxyBypassRules: "<-loopback>" },
  ]);
});

it("and no certificate is good enough", () => {
  expect(windowSession().ask("certificate", { hostname: "cards.partner.example", errorCode: 0 }).answers).toEqual([-2]);
});

it("WebRTC gets no UDP, in any contents that the app will ever have, and no name is looked up ahead", () => {
  const app = new FakeApp();
  hardenApp(asApp(app));
  for (const contents of [new FakeContents(), new FakeContents()]) {
    app.emit("web-contents-created", {}, contents);
    expect(contents.webRtcPolicy).toBe("disable_non_proxied_udp");
  }
  expect(app.story.find((told) => told.startsWith("switch blink-settings "))).toContain("dnsPrefetchingEnabled=false");
});

it("the sessions for the backend are others, and two: what must not arrive twice shares none", () => {
  const { made, sessions } = fakeSessions();
  openWindowSession(sessions);
  const backend = { backendOrigin: "https://cards.partner.example", backendPins: [] };
  const { ordinary, once, signIn, updates } = openMainSessions(sessions, backend);
  expect(new Set(made.map(({ partition }) => partition)).size).toBe(5);
  expect(new Set([ordinary, once, signIn, updates]).size).toBe(4);
});
