import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { call } from "../../../src-main/backend/http-call.ts";
import { json } from "./one-server.ts";
import { answer, post, serve } from "./post-a-thing.ts";

/** What a gateway says in the place of the backend. */
const page = (status: number): RequestListener => {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "text/html" }).end("<h1>Sign in to the hotel's network</h1>");
  };
};
const problem = (code: string, more: object = {}) => ({
  type: `/problems/${code}`,
  title: "t",
  status: 400,
  code,
  ...more,
});

/** A good answer of so many bytes. */
const ofBytes = (length: number) => ({ ok: true, fill: "x".repeat(length - '{"ok":true,"fill":""}'.length) });

describe("a call that succeeds", () => {
  it("sends method and JSON, and gives back the parsed answer", async () => {
    const thing = await serve(json({ ok: true, more: 1 }));
    await expect(post(thing)).resolves.toEqual({ ok: true });
    expect(thing.arrivals).toMatchObject([
      {
        method: "POST",
        url: "/v1/thing",
        body: '{"a":1}',
        headers: { "content-type": "application/json" },
      },
    ]);
  });

  it("sends neither credentials nor body nor cookies where there are none", async () => {
    const thing = await serve(json({ ok: true }));
    await call(fetch, 5000, { method: "GET", url: thing.url, answer });
    const { headers, body } = thing.arrivals[0] ?? expect.fail();
    expect(body).toBe("");
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["authorization"]));
    expect(headers["content-type"]).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
  });

  it("may say more about its type", async () => {
    await expect(post(await serve(json({ ok: true }, 200, "application/json; charset=utf-8")))).resolves.toEqual({
      ok: true,
    });
  });
});

describe("a call whose success has no content", () => {
  const done = ({ url }: { url: string }) => call(fetch, 5000, { method: "DELETE", url, answer: null });

  it("has succeeded with exactly 204 and nothing behind it", async () => {
    await expect(
      done(await serve((_request, response) => void response.writeHead(204).end())),
    ).resolves.toBeUndefined();
  });

  it.each<[string, RequestListener]>([
    ["an empty 200", (_request, response) => void response.writeHead(200).end()],
    ["JSON that says ok", json({ ok: true })],
    ["a 202: only accepted", (_request, response) => void response.writeHead(202).end()],
    ["a 205", (_request, response) => void response.writeHead(205).end()],
    ["a success without an end", (_request, response) => void response.writeHead(200).write("<html>")],
  ])("has not where the answer is %s", async (_name, listener) => {
    const unclear = { code: "ERR_BACKEND_ANSWER", arrival: "unclear" };
    await expect(done(await serve(listener))).rejects.toMatchObject(unclear);
  });

  it("has not where the answer is the page of a captive portal", async () => {
    const unclear = { code: "ERR_NETWORK_SIGN_IN", arrival: "unclear" };
    await expect(done(await serve(page(200)))).rejects.toMatchObject(unclear);
  });

  it("has not where something follows a 204, as far as the network lets it be seen", async () => {
    const answering = async () => Object.defineProperty(new Response("<html>"), "status", { value: 204 });
    const made = call(answering, 5000, { method: "DELETE", url: "https://x.example/", answer: null });
    await expect(made).rejects.toMatchObject({ code: "ERR_BACKEND_ANSWER", arrival: "unclear" });
  });

  it("is refused by a problem as any other", async () => {
    const thing = await serve(json(problem("ERR_NOT_FOUND"), 404, "application/problem+json"));
    await expect(done(thing)).rejects.toMatchObject({ code: "ERR_NOT_FOUND", arrival: "answered" });
  });
});

describe("an answer that is not one: it is unclear what was done", () => {
  it.each<[string, RequestListener]>([
    ["another type", json({ ok: true }, 200, "text/plain")],
    ["a type that only begins like JSON", json({ ok: true }, 200, "application/jsonp")],
    ["no type", (_request, response) => void response.writeHead(200).end('{"ok":true}')],
    ["no JSON", (_request, response) => void response.writeHead(200, { "content-type": "application/json" }).end("{")],
    ["another shape", json({ ok: "yes" })],
    ["an error page of a proxy", json({ error: "bad gateway" }, 502)],
    ["an error that is no problem of ours", json({ code: "ERR_SOMETHING_NEW" }, 400, "application/problem+json")],
    ["a gateway's page", page(404)],
    ["a gateway's own not_found", json({ code: "not_found", message: "no route" }, 404)],
    ["a gateway's code that reads like one of ours", json({ code: "ERR_NOT_FOUND", message: "no route" }, 404)],
    ["a problem whose type ends like ours", json({ type: "https://gateway.example/problems/ERR_NOT_FOUND" }, 404)],
    ["a problem whose type begins like ours", json({ type: "/problems/ERR_NOT_FOUND/7" }, 404)],
    ["a problem of a backend from before this vocabulary", json({ type: "urn:cardbound:problem:not_found" }, 404)],
    ["a problem of somebody else's", json({ ...problem("ERR_NOT_FOUND"), type: "about:blank" }, 404)],
    ["a problem of ours that comes as a success", json(problem("ERR_REFUSED"))],
    ["a byte more than 64 KiB", json(ofBytes(64 * 1024 + 1))],
    [
      "more than 64 KiB, of which no length is told",
      (_request, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        for (let i = 0; i < 8; i++) response.write("x".repeat(16 * 1024));
        response.end();
      },
    ],
  ])("%s", async (_name, listener) => {
    const thing = await serve(listener);
    await expect(post(thing)).rejects.toMatchObject({ code: "ERR_BACKEND_ANSWER", arrival: "unclear" });
  });

  it("64 KiB are one", async () => {
    await expect(post(await serve(json(ofBytes(64 * 1024))))).resolves.toEqual({ ok: true });
  });
});

describe("a call without an answer: it is unclear what was done", () => {
  it.each<[string, RequestListener]>([
    ["the connection dies before the answer", (request) => void request.socket.destroy()],
    [
      "half of the answer",
      (request, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
        response.write('{"ok":', () => request.socket.destroy());
      },
    ],
  ])("%s", async (_name, listener) => {
    const thing = await serve(listener);
    await expect(post(thing)).rejects.toMatchObject({
      code: "ERR_BACKEND_UNREACHABLE",
      arrival: "unclear",
    });
    expect(thing.arrivals).toHaveLength(1);
  });

  it.each<[string, RequestListener]>([
    [
      "a redirect, which is not followed",
      (_request, response) => void response.writeHead(307, { location: "/" }).end(),
    ],
    ["a page, where an answer was expected", page(200)],
    ["511, whatever is in it", json({ error: "sign in" }, 511)],
  ])("says that something else may have answered: %s", async (_name, listener) => {
    const thing = await serve(listener);
    await expect(post(thing)).rejects.toMatchObject({
      code: "ERR_NETWORK_SIGN_IN",
      arrival: "unclear",
    });
    expect(thing.arrivals).toHaveLength(1);
  });

  it.each<[string, RequestListener]>([
    ["silence", () => {}],
    [
      "an answer that does not end",
      (_request, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.write('{"ok":');
      },
    ],
  ])("%s ends with the time limit", async (_name, listener) => {
    const thing = await serve(listener);
    await expect(post(thing, 1000)).rejects.toMatchObject({
      code: "ERR_BACKEND_TIMEOUT",
      arrival: "unclear",
    });
    expect(thing.arrivals).toHaveLength(1);
  });
});

describe("a call that never left", () => {
  it("to a port where nobody listens", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    await new Promise((resolve) => taken.close(resolve));
    await expect(post({ url: `http://127.0.0.1:${port}/` })).rejects.toMatchObject({
      code: "ERR_BACKEND_UNREACHABLE",
      arrival: "never-sent",
    });
  });

  it.each([
    ["net::ERR_CONNECTION_REFUSED", "never-sent"],
    ["net::ERR_NAME_NOT_RESOLVED", "never-sent"],
    ["net::ERR_INTERNET_DISCONNECTED", "never-sent"],
    ["net::ERR_PROXY_CONNECTION_FAILED", "never-sent"],
    ["net::ERR_CERT_AUTHORITY_INVALID", "never-sent"],
    ["net::ERR_CERT_COMMON_NAME_INVALID", "never-sent"],
    ["net::ERR_CONNECTION_TIMED_OUT", "never-sent"],
    // These can come after the request has left.
    ["net::ERR_CONNECTION_RESET", "unclear"],
    ["net::ERR_CONNECTION_CLOSED", "unclear"],
    ["net::ERR_EMPTY_RESPONSE", "unclear"],
    ["net::ERR_TIMED_OUT", "unclear"],
    ["net::ERR_NETWORK_CHANGED", "unclear"],
    ["net::ERR_SSL_PROTOCOL_ERROR", "unclear"],
    ["net::ERR_SSL_BAD_RECORD_MAC_ALERT", "unclear"],
    ["net::ERR_HTTP2_PROTOCOL_ERROR", "unclear"],
    ["net::ERR_CONTENT_LENGTH_MISMATCH", "unclear"],
    ["something new", "unclear"],
  ])("%s is taken as %s", async (message, arrival) => {
    const failing = () => Promise.reject(new Error(message));
    const failed = call(failing, 5000, { method: "POST", url: "https://x.example/", answer });
    await expect(failed).rejects.toMatchObject({ arrival });
  });

  it("is found behind the causes that Node wraps it in", async () => {
    const cause = Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" });
    const failing = () => Promise.reject(new TypeError("fetch failed", { cause }));
    const failed = call(failing, 5000, { method: "GET", url: "https://x.example/", answer });
    await expect(failed).rejects.toMatchObject({ arrival: "never-sent" });
  });
});
