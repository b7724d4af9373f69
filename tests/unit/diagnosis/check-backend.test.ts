import { describe, expect, it } from "vitest";
import type { NetworkReason } from "../../../src-contract/bridge/diagnosis-view.ts";
import type { ErrorCode } from "../../../src-contract/errors/error-codes.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { checkBackend } from "../../../src-main/diagnosis/check-backend.ts";
import { json, startOneServer } from "../backend/one-server.ts";
import { atNoon, fakeSubjects, healthy } from "./fake-diagnosis.ts";

const answeredWith = async (response: Response) =>
  (await checkBackend(fakeSubjects({ fetch: async () => response }))).backend;
const failedWith = async (error: Error) =>
  (await checkBackend(fakeSubjects({ fetch: () => Promise.reject(error) }))).backend;
const failed = (code: ErrorCode, reason: NetworkReason | null = null) => ({
  state: "failed",
  code,
  reason,
  status: null,
});
const answer = (body: string, type: string, status = 200) =>
  new Response(body, { status, headers: { "content-type": type } });
const problem = {
  type: "/problems/ERR_NOT_FOUND",
  title: "There is no such thing.",
  status: 404,
  code: "ERR_NOT_FOUND",
};

describe("whether the backend is reached", () => {
  it("is shown by its own answer, a problem included", async () => {
    expect(await answeredWith(healthy())).toEqual({ state: "reachable" });
    const notFound = answer(JSON.stringify(problem), "application/problem+json", 404);
    expect(await answeredWith(notFound)).toEqual({ state: "reachable" });
  });

  it.each<[string, Response, ErrorCode, number]>([
    ["a page of somebody else's", answer("<p>Sign in to this network</p>", "text/html"), "ERR_NETWORK_SIGN_IN", 200],
    ["a network that wants a sign-in", answer("<p>", "text/html", 511), "ERR_NETWORK_SIGN_IN", 511],
    ["JSON of another form", answer('{"status":"fine"}', "application/json"), "ERR_BACKEND_ANSWER", 200],
    ["no JSON that says it is", answer("{", "application/json"), "ERR_BACKEND_ANSWER", 200],
    ["a server in front of it", answer("<h1>503</h1>", "text/html", 503), "ERR_BACKEND_ANSWER", 503],
    ["far too much", answer(`{"x":"${"x".repeat(70_000)}"}`, "application/json"), "ERR_BACKEND_ANSWER", 200],
  ])("is not shown by %s", async (_name, response, code, status) => {
    expect(await answeredWith(response)).toEqual({ state: "failed", code, reason: null, status });
  });

  it("says what a failed step says, and Chromium's reason where it is one for support", async () => {
    const expired = new Error("net::ERR_CERT_DATE_INVALID");
    expect(await failedWith(expired)).toEqual(failed("ERR_CERTIFICATE_DATE", "ERR_CERT_DATE_INVALID"));
    expect(await failedWith(new Error("net::ERR_SOMETHING_NEW"))).toEqual(failed("ERR_BACKEND_UNREACHABLE"));
    const asked = new BackendError("ERR_PROXY_PASSWORD", "never-sent", { cause: new Error("a proxy's words") });
    expect(await failedWith(asked)).toEqual(failed("ERR_PROXY_PASSWORD"));
  });

  it("is not known within the time of one call", async () => {
    const fetch = (_url: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    const { backend } = await checkBackend(fakeSubjects({ fetch, timeoutMs: 20 }));
    expect(backend).toEqual(failed("ERR_BACKEND_TIMEOUT"));
  });

  it("is asked with one request, without token, cookie or redirect", async () => {
    const server = await startOneServer(json({ status: "ok" }));
    try {
      const { backend, clockDifferenceSeconds } = await checkBackend(
        fakeSubjects({ fetch, origin: server.origin, timeoutMs: 5000, now: Date.now }),
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
    return (await checkBackend(fakeSubjects({ fetch: async () => response, now }))).clockDifferenceSeconds;
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
    const checked = await checkBackend(fakeSubjects({ fetch: async () => page }));
    expect(checked.clockDifferenceSeconds).toBeNull();
  });
});
