// Attacker: a website in a browser, or another program, on the same computer. Way: requests to the port at which the
// browser is expected. Impact: the sign-in is ended, blocked, or somebody else's takes its place.
// docs/threat-model.md#callback-listener
import { request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Listener, listenForBrowser } from "../../src-main/sign-in/browser/callback-listener.ts";
import { createCallbackPages } from "../../src-main/sign-in/browser/callback-page.ts";

const pages = createCallbackPages({ productName: "A <b>Bank</b> & Co", colours: __COLOURS__ });
let listener: Listener;
let taken: ReadonlyMap<string, string>[];
beforeEach(async () => {
  taken = [];
  const take = (parameters: ReadonlyMap<string, string>) => {
    taken.push(parameters);
    return "done" as const;
  };
  listener = await listenForBrowser({ take, page: (kind) => pages(kind, "en") });
});
afterEach(() => listener.close());

const port = () => Number(new URL(listener.redirectUri).port);
const good = "?code=a-code&state=a-state&iss=https%3A%2F%2Flogin.example";

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string;
}

/** One request as it is, the host included. */
function send({ method = "GET", path = `/callback${good}`, headers = {}, body }: Sent) {
  return new Promise<{ status: number; headers: Record<string, unknown>; html: string }>((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port: port(), method, path, headers, agent: false }, (response) => {
      let html = "";
      response.on("data", (chunk) => (html += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, html }));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** A connection that sends this and says no more. @returns what came back by the time it was closed */
function raw(text: string): { socket: Socket; closed: Promise<string> } {
  const socket = connect(port(), "127.0.0.1");
  let came = "";
  socket.on("data", (chunk) => (came += chunk));
  socket.on("error", () => undefined);
  socket.write(text);
  return { socket, closed: new Promise((resolve) => socket.once("close", () => resolve(came))) };
}

const form = { "content-type": "application/x-www-form-urlencoded" };

describe("the browser's return", () => {
  it("is taken by GET and by POST, also with the Origin that a form of another page has", async () => {
    expect(await send({})).toMatchObject({ status: 200 });
    const headers = { ...form, origin: "null", "sec-fetch-site": "cross-site" };
    expect(await send({ method: "POST", path: "/callback", headers, body: good.slice(1) })).toMatchObject({
      status: 200,
    });
    expect(taken.map((one) => Object.fromEntries(one))).toEqual(
      Array(2).fill({ code: "a-code", state: "a-state", iss: "https://login.example" }),
    );
  });

  it("gets a page that loads nothing, runs nothing, stays nowhere, and shows foreign text as text", async () => {
    const { headers, html } = await send({});
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "content-language": "en",
      connection: "close",
    });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("A &#60;b&#62;Bank&#60;/b&#62; &#38; Co");
    expect(html).not.toContain("<b>");
    expect(html).not.toMatch(/<script|<link|<img|<form|a-code|a-state/i);
  });
});

describe("a request that is not the browser's return", () => {
  const host = () => `127.0.0.1:${port()}`;
  it.each<[string, () => Sent]>([
    ["for another path", () => ({ path: `/${good}` })],
    ["for a path below", () => ({ path: `/callback/${good}` })],
    ["for the path in other letters", () => ({ path: `/Callback${good}` })],
    ["for the path, written in another way", () => ({ path: `/%63allback${good}` })],
    ["for the path with dots", () => ({ path: `/a/../callback${good}` })],
    ["with a whole address", () => ({ path: `http://${host()}/callback${good}` })],
    ["with a second question mark", () => ({ path: `/callback${good}?state=b` })],
    ["for the icon", () => ({ path: "/favicon.ico" })],
    ["to localhost", () => ({ headers: { host: `localhost:${port()}` } })],
    ["to a name that was rebound to this computer", () => ({ headers: { host: `evil.example:${port()}` } })],
    ["to another port", () => ({ headers: { host: "127.0.0.1:1" } })],
    ["without a port", () => ({ headers: { host: "127.0.0.1" } })],
    ["by HEAD", () => ({ method: "HEAD" })],
    ["by OPTIONS", () => ({ method: "OPTIONS", headers: { origin: "https://evil.example" } })],
    ["by PUT", () => ({ method: "PUT" })],
    ["by POST with parameters in the address", () => ({ method: "POST", headers: form, body: "a=b" })],
    [
      "by POST of JSON",
      () => ({ method: "POST", path: "/callback", body: "{}", headers: { "content-type": "application/json" } }),
    ],
    [
      "by POST of no form",
      () => ({ method: "POST", path: "/callback", body: "code=a", headers: { "content-type": "text/plain" } }),
    ],
    ["with a parameter twice", () => ({ path: `/callback${good}&state=a-state` })],
    [
      "with a parameter twice in a form",
      () => ({ method: "POST", path: "/callback", headers: form, body: "code=a&code=a" }),
    ],
  ])("%s gets a page and no permission, and is not taken", async (_name, sent) => {
    const { status, headers } = await send(sent());
    expect(status).toBe(404);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(taken).toEqual([]);
  });

  it.each([
    ["sec-purpose", "prefetch"],
    ["sec-purpose", "prefetch;prerender"],
    ["purpose", "prefetch"],
    ["x-moz", "prefetch"],
  ])("but what %s: %s asks for in advance is told to come later", async (name, value) => {
    expect(await send({ headers: { [name]: value } })).toMatchObject({ status: 503 });
    expect(taken).toEqual([]);
  });

  it.each<[string, () => string]>([
    ["two hosts", () => `GET /callback${good} HTTP/1.1\r\nHost: ${host()}\r\nHost: ${host()}\r\n\r\n`],
    ["no host", () => `GET /callback${good} HTTP/1.0\r\n\r\n`],
    ["a head above 8 KiB", () => `GET /callback${good} HTTP/1.1\r\nHost: ${host()}\r\nA: ${"a".repeat(9000)}\r\n\r\n`],
    [
      "another protocol",
      () => `GET /callback${good} HTTP/1.1\r\nHost: ${host()}\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n`,
    ],
    ["no HTTP", () => "SSH-2.0-a\r\n\r\n"],
    [
      "a body above 16 KiB",
      () =>
        `POST /callback HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: ${form["content-type"]}\r\nContent-Length: 17000\r\n\r\n${"a".repeat(17_000)}`,
    ],
    [
      "an expectation",
      () => `POST /callback HTTP/1.1\r\nHost: ${host()}\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n`,
    ],
  ])("with %s is cut or refused, and not taken", async (_name, text) => {
    const { socket, closed } = raw(text());
    socket.end();
    expect(await closed).not.toMatch(/^HTTP\/1\.1 (?:1|2)\d\d/);
    expect(taken).toEqual([]);
  });
});

describe("somebody who sends slowly or too much", () => {
  it("is cut: who sends nothing, half a head, half a body", async () => {
    const head = `Host: 127.0.0.1:${port()}\r\nContent-Type: ${form["content-type"]}\r\nContent-Length: 99\r\n\r\n`;
    const texts = ["", "GET /callback HTTP/1.1\r\nHost:", `POST /callback HTTP/1.1\r\n${head}code=`];
    await Promise.all(texts.map((text) => raw(text).closed));
    expect(taken).toEqual([]);
  });

  it("is cut: who sends thousands of requests at once, of which one is taken", async () => {
    const one = `GET /callback${good} HTTP/1.1\r\nHost: 127.0.0.1:${port()}\r\n\r\n`;
    await raw(one.repeat(5_000)).closed;
    expect(taken).toHaveLength(1);
  });

  it("does not keep the browser away with many silent connections: the oldest have to go, at once", async () => {
    const flood = Array.from({ length: 40 }, () => raw("GET /callback HTTP/1.1\r\n"));
    await Promise.all(flood.slice(0, 24).map(({ closed }) => closed));
    expect(await send({})).toMatchObject({ status: 200 });
    expect(taken).toHaveLength(1);
    expect(flood.slice(25).map(({ socket }) => socket.destroyed)).toEqual(Array(15).fill(false));
    for (const { socket } of flood) socket.destroy();
  });
});

it("listens on the loopback address alone, and closes with what is still connected", async () => {
  expect(listener.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
  const silent = raw("");
  await new Promise((resolve) => silent.socket.once("connect", resolve));
  await send({}); // by now it has been accepted
  listener.close();
  await silent.closed;
  await expect(send({})).rejects.toThrow("ECONNREFUSED");
});
