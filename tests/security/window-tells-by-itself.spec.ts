// Attacker: a script in the window, or a server that a page of the program comes to. Way: WebRTC, dictionaries of the spell
// checker, questions of TLS and HTTP. Impact: what the window knows leaves, a password is given.
// docs/threat-model.md#no-webrtc, #one-realm, #no-spell-check, #server-questions-refused
import { createSocket } from "node:dgram";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer, type Server } from "node:net";
import type { Page } from "playwright";
import { createCertificate } from "../../src-testing/certificate.ts";
import { expect, test } from "../e2e/fixtures.ts";

test("the page has no WebRTC, and no way to a frame or a document that would have it", async ({ running }) => {
  const { app, page } = running;
  expect(await tellByWebRtc(page)).toEqual({ ended: "ReferenceError: RTCPeerConnection is not defined", arrived: [] });
  const result = await page.evaluate(async () => {
    const html = "http://www.w3.org/1999/xhtml";
    const markup = "<iframe></iframe>";
    const ways: (() => unknown)[] = [
      ...["iframe", "IFRAME", "frame", "object", "embed"].map((name) => () => document.createElement(name)),
      () => document.createElement({ toString: () => "iframe" } as string),
      () => document.createElementNS(html, "x:iframe"),
      () => document.implementation.createHTMLDocument("").createElement("iframe"),
      () => document.implementation.createDocument(html, "iframe", null).documentElement,
      () => new Document().createElementNS(html, "iframe"),
      () => {
        class Frame extends HTMLIFrameElement {}
        customElements.define("x-frame", Frame, { extends: "iframe" });
        return new Frame();
      },
      () => new DOMParser().parseFromString(markup, "text/html").querySelector("iframe"),
      () => document.createRange().createContextualFragment(markup),
      () => document.body.insertAdjacentHTML("beforeend", markup),
      () => document.write(markup),
      () => document.execCommand("insertHTML", false, markup),
      () => new XSLTProcessor(),
      () => {
        Reflect.apply = () => document.createElement("p"); // what a hostile script replaces changes nothing
        return document.createElement("iframe");
      },
    ];
    await new Promise((resolve) => setTimeout(resolve)); // out of Playwright's own task, which may write markup
    const open: string[] = [];
    for (const way of ways) {
      try {
        document.body.append((await way()) as Node);
        open.push(String(way));
      } catch {} // refused, as it should be
    }
    const names = Object.getOwnPropertyNames(window).filter((name) => /RTC|WebTransport/.test(name));
    return { open, names, frames: window.length };
  });
  expect(result).toEqual({ open: [], names: [], frames: 0 });
  const policy = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
  );
  expect(policy, "of what would be left").toBe("disable_non_proxied_udp");
});

/** Asks for the page's ways to a server by WebRTC, over UDP and TCP. @returns how that ended, and what arrived */
async function tellByWebRtc(page: Page): Promise<{ ended: unknown; arrived: string[] }> {
  const arrived: string[] = [];
  const udp = createSocket("udp4").on("message", () => arrived.push("udp"));
  const tcp = createServer((socket) => {
    arrived.push("tcp");
    socket.destroy();
  });
  try {
    await Promise.all([
      new Promise<void>((resolve) => udp.bind(0, "127.0.0.1", resolve)),
      new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve)),
    ]);
    const ports = { udp: udp.address().port, tcp: (tcp.address() as AddressInfo).port };
    const ended = await page.evaluate(async (to) => {
      try {
        const secret = { username: "what is told", credential: "x" };
        const peer = new RTCPeerConnection({
          iceServers: [
            { urls: `stun:127.0.0.1:${to.udp}` },
            { urls: `turn:127.0.0.1:${to.udp}`, ...secret },
            { urls: `turn:127.0.0.1:${to.tcp}?transport=tcp`, ...secret },
          ],
        });
        peer.createDataChannel("x");
        const gathered = new Promise((resolve) => {
          peer.onicegatheringstatechange = () => peer.iceGatheringState === "complete" && resolve("gathered");
        });
        await peer.setLocalDescription(await peer.createOffer());
        return await gathered;
      } catch (error) {
        return String(error);
      }
    }, ports);
    return { ended, arrived };
  } finally {
    udp.close();
    tcp.close();
  }
}

test("spell checking, which would load dictionaries from afar, is off in every session, a later one too", async ({
  running,
}) => {
  const states = await running.app.evaluate(({ BrowserWindow, session }) =>
    [
      BrowserWindow.getAllWindows()[0]?.webContents.session,
      session.defaultSession,
      ...["backend", "backend-once", "later"].map((name) => session.fromPartition(name)),
    ].map((one) => [one?.isSpellCheckerEnabled(), one?.getSpellCheckerLanguages()]),
  );
  expect(states).toEqual(states.map(() => [false, []]));
});

test("a certificate that is not a server's own, and a request for a password, get a no from any page", async ({
  running,
}) => {
  const asked: (string | undefined)[] = [];
  const asking = createHttpServer((request, response) => {
    asked.push(request.headers.authorization);
    response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end("no");
  });
  const impostor = createHttpsServer(createCertificate(), (_request, response) => void response.end("reached"));
  const listen = (server: Server) =>
    new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    });
  try {
    const urls = [`https://localhost:${await listen(impostor)}/`, `http://127.0.0.1:${await listen(asking)}/`];
    const said = await running.app.evaluate(async ({ BrowserWindow }, addresses) => {
      const { webContents } = new BrowserWindow({ show: false });
      const load = (url: string) => webContents.loadURL(url).then(() => "loaded", String);
      return [await load(addresses[0] ?? ""), await load(addresses[1] ?? "")];
    }, urls);
    expect(said[0]).toContain("ERR_CERT_");
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set([undefined]));
  } finally {
    asking.close();
    impostor.close();
  }
});
