import { afterEach, describe, expect, it } from "vitest";
import { BackendError } from "../../../../src-main/backend/backend-error.ts";
import type { FetchOnce } from "../../../../src-main/backend/once-fetch.ts";
import { createProviderFetch } from "../../../../src-main/sign-in/browser/provider-fetch.ts";
import { json, type OneServer, startOneServer } from "../../backend/one-server.ts";

let server: OneServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const options = { method: "GET", headers: {}, body: undefined, redirect: "manual" } as const;
const through = (fetchOnce: FetchOnce, signal = new AbortController().signal, dates: (string | null)[] = []) =>
  createProviderFetch({ fetchOnce, userAgent: "Cardbound/0", noteDate: (date) => dates.push(date) }, signal);
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "an answer",
    ({ code }: { code: string }) => code,
  );

describe("what lies between the computer and the provider", () => {
  it.each([
    ["net::ERR_INTERNET_DISCONNECTED", "ERR_NO_NETWORK"],
    ["net::ERR_PROXY_CONNECTION_FAILED", "ERR_PROXY_UNREACHABLE"],
    ["net::ERR_TUNNEL_CONNECTION_FAILED", "ERR_PROXY_REFUSED"],
    ["net::ERR_PROXY_AUTH_UNSUPPORTED", "ERR_PROXY_SIGN_IN"],
    ["net::ERR_CERT_AUTHORITY_INVALID", "ERR_CONNECTION_NOT_TRUSTED"],
    ["net::ERR_CERT_DATE_INVALID", "ERR_CERTIFICATE_DATE"],
    ["net::ERR_SSL_PROTOCOL_ERROR", "ERR_CONNECTION_NOT_TRUSTED"],
    ["Redirect was cancelled", "ERR_NETWORK_SIGN_IN"],
    ["net::ERR_UNEXPECTED_PROXY_AUTH", "ERR_NETWORK_SIGN_IN"],
    ["net::ERR_NAME_NOT_RESOLVED", "ERR_SIGN_IN_UNAVAILABLE"],
    ["net::ERR_CONNECTION_REFUSED", "ERR_SIGN_IN_UNAVAILABLE"],
    ["net::ERR_EMPTY_RESPONSE", "ERR_SIGN_IN_UNAVAILABLE"],
    ["net::ERR_TIMED_OUT", "ERR_SIGN_IN_UNAVAILABLE"],
    ["net::ERR_INVALID_RESPONSE", "ERR_SIGN_IN_UNAVAILABLE"],
  ])("%s is told as %s", async (text, code) => {
    const call = through(() => Promise.reject(new Error(text)));
    expect(await codeOf(call("https://login.example/", options))).toBe(code);
  });

  it("is told as the proxy's question was", async () => {
    const call = through(() => Promise.reject(new BackendError("ERR_PROXY_PASSWORD", "never-sent")));
    expect(await codeOf(call("https://login.example/", options))).toBe("ERR_PROXY_PASSWORD");
  });

  it.each<[number, string, string]>([
    [200, "text/html", "ERR_NETWORK_SIGN_IN"],
    [302, "text/html", "ERR_NETWORK_SIGN_IN"],
    [511, "text/html", "ERR_NETWORK_SIGN_IN"],
    [429, "application/json", "ERR_SIGN_IN_UNAVAILABLE"],
    [502, "text/html", "ERR_SIGN_IN_UNAVAILABLE"],
    [400, "application/json", "an answer"],
    [404, "text/html", "an answer"],
  ])("as a status %i of %s is told as %s", async (status, type, code) => {
    server = await startOneServer(json({}, status, type));
    const call = through((url, init) => fetch(url, init));
    expect(await codeOf(call(server.origin, options))).toBe(code);
  });
});

describe("a call to the provider", () => {
  const noon = "Fri, 27 Nov 2026 12:00:00 GMT";
  it.each([
    [{ date: noon }, noon],
    [{ date: noon, age: "90" }, "Fri, 27 Nov 2026 12:01:30 GMT"],
    [{ date: noon, age: "old" }, null],
    [{ date: noon, age: "1e99" }, null],
    [{ date: "today" }, null],
    [{}, null],
  ])("tells the time of an answer with %o", async (headers: Record<string, string>, time) => {
    const dates: (string | null)[] = [];
    await through(async () => Response.json({}, { headers }), undefined, dates)("https://login.example/", options);
    expect(dates).toEqual([time]);
  });

  it("sends what it is given, with the program's own name and without cookies", async () => {
    server = await startOneServer(json({ a: 1 }));
    const inits: RequestInit[] = [];
    const call = through((url, init) => {
      inits.push(init);
      return fetch(url, init);
    });
    const headers = { "user-agent": "openid-client/v6", accept: "application/json" };
    const body = new URLSearchParams({ code: "a" });
    const answer = await call(server.origin, { ...options, method: "POST", headers, body });
    expect([answer.status, await answer.json()]).toEqual([200, { a: 1 }]);
    expect(inits).toMatchObject([{ credentials: "omit", redirect: "manual" }]);
    expect(server.arrivals).toMatchObject([
      { method: "POST", body: "code=a", headers: { "user-agent": "Cardbound/0", accept: "application/json" } },
    ]);
  });

  it("tells the time that the answer has", async () => {
    server = await startOneServer(json({}));
    const dates: (string | null)[] = [];
    await through((url, init) => fetch(url, init), undefined, dates)(server.origin, options);
    expect(dates).toEqual([expect.stringMatching(/ GMT$/)]);
  });

  it("ends with the sign-in", async () => {
    const sign = new AbortController();
    server = await startOneServer(() => sign.abort());
    const call = through((url, init) => fetch(url, init), sign.signal);
    expect(await codeOf(call(server.origin, options))).toBe("ERR_SIGN_IN_UNAVAILABLE");
  });

  it("ends with its time", async () => {
    const late = new AbortController();
    server = await startOneServer(() => late.abort());
    const call = through((url, init) => fetch(url, init));
    expect(await codeOf(call(server.origin, { ...options, signal: late.signal }))).toBe("ERR_SIGN_IN_UNAVAILABLE");
  });

  it("takes no more than 64 KiB", async () => {
    server = await startOneServer(json({ a: "a".repeat(64 * 1024) }));
    const call = through((url, init) => fetch(url, init));
    expect(await codeOf(call(server.origin, options))).toBe("ERR_SIGN_IN_UNAVAILABLE");
  });
});
