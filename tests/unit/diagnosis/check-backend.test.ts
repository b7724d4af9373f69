import { describe, expect, it } from "vitest";
import { checkBackend } from "../../../src-main/diagnosis/check-backend.ts";
import type { BackendReach } from "../../../src-preload/contract/diagnosis.ts";
import { json, startOneServer } from "../backend/one-server.ts";
import { atNoon, fakeSurroundings, healthy } from "./fake-surroundings.ts";

const answeredWith = async (response: Response) =>
  (await checkBackend(fakeSurroundings({ fetch: async () => response }))).backend;
const failedWith = async (error: Error) =>
  (await checkBackend(fakeSurroundings({ fetch: () => Promise.reject(error) }))).backend;
const answer = (body: string, type: string, status = 200) =>
  new Response(body, { status, headers: { "content-type": type } });
const problem = {
  type: "urn:cardbound:problem:not_found",
  title: "There is no such thing.",
  status: 404,
  code: "not_found",
};

describe("whether the backend is reached", () => {
  it("is shown by its own answer, a problem included", async () => {
    expect(await answeredWith(healthy())).toEqual({ state: "reachable" });
    const notFound = answer(JSON.stringify(problem), "application/problem+json", 404);
    expect(await answeredWith(notFound)).toEqual({ state: "reachable" });
  });

  it.each<[string, Response, number]>([
    ["a page of somebody else's", answer("<p>Sign in to this network</p>", "text/html"), 200],
    ["JSON of another form", answer('{"status":"fine"}', "application/json"), 200],
    ["no JSON that says it is", answer("{", "application/json"), 200],
    ["a proxy that wants to know who asks", answer("", "text/html", 407), 407],
    ["a server in front of it", answer("<h1>503</h1>", "text/html", 503), 503],
    ["far too much", answer(JSON.stringify({ status: "ok", x: "x".repeat(70_000) }), "application/json"), 200],
  ])("is not shown by %s", async (_name, response, status) => {
    expect(await answeredWith(response)).toEqual({ state: "unexpected-answer", status });
  });

  it.each<[string, BackendReach]>([
    ["net::ERR_INTERNET_DISCONNECTED", { state: "no-connection", code: "ERR_INTERNET_DISCONNECTED" }],
    ["net::ERR_NAME_NOT_RESOLVED", { state: "no-connection", code: "ERR_NAME_NOT_RESOLVED" }],
    ["net::ERR_PROXY_CONNECTION_FAILED", { state: "no-connection", code: "ERR_PROXY_CONNECTION_FAILED" }],
    ["net::ERR_SOMETHING_NEW", { state: "no-connection", code: "other" }],
    ["nothing known", { state: "no-connection", code: "other" }],
    ["net::ERR_CERT_DATE_INVALID", { state: "not-trusted", code: "ERR_CERT_DATE_INVALID" }],
    ["net::ERR_CERT_AUTHORITY_INVALID", { state: "not-trusted", code: "ERR_CERT_AUTHORITY_INVALID" }],
    ["net::ERR_SSL_PROTOCOL_ERROR", { state: "not-trusted", code: "ERR_SSL_PROTOCOL_ERROR" }],
    ["net::ERR_CERT_SOMETHING_NEW", { state: "not-trusted", code: "other" }],
    ["net::ERR_CONNECTION_TIMED_OUT", { state: "timeout" }],
    ["net::ERR_TIMED_OUT", { state: "timeout" }],
    ["net::ERR_EMPTY_RESPONSE", { state: "unexpected-answer", status: null }],
    ["net::ERR_INVALID_HTTP_RESPONSE", { state: "unexpected-answer", status: null }],
    ["Attempted to redirect, but redirect policy was 'error'", { state: "unexpected-answer", status: null }],
  ])("fails as Chromium says: %s", async (message, reach) => {
    expect(await failedWith(new Error(message))).toEqual(reach);
    expect(await failedWith(new TypeError("fetch failed", { cause: new Error(message) }))).toEqual(reach);
  });

  it("is not known within the time of one call", async () => {
    const fetch = (_url: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    expect((await checkBackend(fakeSurroundings({ fetch, timeoutMs: 20 }))).backend).toEqual({ state: "timeout" });
  });

  it("is asked with one request, without token, cookie or redirect", async () => {
    const server = await startOneServer(json({ status: "ok" }));
    try {
      const { backend, clockDifferenceSeconds } = await checkBackend(
        fakeSurroundings({ fetch, origin: server.origin, timeoutMs: 5000, now: Date.now }),
      );
      expect(backend).toEqual({ state: "reachable" });
      expect(Math.abs(clockDifferenceSeconds ?? Number.NaN)).toBeLessThanOrEqual(1);
      expect(server.arrivals).toMatchObject([{ method: "GET", url: "/health", body: "" }]);
      expect(Object.keys(server.arrivals[0]?.headers ?? {})).not.toContain("authorization");
      expect(Object.keys(server.arrivals[0]?.headers ?? {})).not.toContain("cookie");
    } finally {
      await server.close();
    }
  });
});

describe("the clocks' difference", () => {
  const differenceAt = async (date: string, times: number[] = [atNoon, atNoon]) => {
    const left = [...times];
    const now = () => left.shift() ?? atNoon;
    const response = healthy({ date });
    return (await checkBackend(fakeSurroundings({ fetch: async () => response, now }))).clockDifferenceSeconds;
  };

  it("is above zero where this computer is slow, below where it is fast", async () => {
    expect(await differenceAt("Wed, 01 Jan 2031 13:00:00 GMT")).toBe(3601);
    expect(await differenceAt("Wed, 01 Jan 2031 11:59:00 GMT")).toBe(-59);
    expect(await differenceAt("Wed, 01 Jan 2031 11:59:59 GMT")).toBe(0);
  });

  it("is taken from the middle of the call, so that a slow network does not look like a slow clock", async () => {
    expect(await differenceAt("Wed, 01 Jan 2031 12:00:04 GMT", [atNoon, atNoon + 9000])).toBe(0);
  });

  it.each(["", "yesterday", "<script>"])("is not known where the backend says %j", async (date) => {
    expect(await differenceAt(date)).toBeNull();
  });

  it("is not taken from whatever answers in the backend's place", async () => {
    const page = new Response("<p>", {
      headers: { "content-type": "text/html", date: "Wed, 01 Jan 2031 13:00:00 GMT" },
    });
    const checked = await checkBackend(fakeSurroundings({ fetch: async () => page }));
    expect(checked.clockDifferenceSeconds).toBeNull();
  });
});
