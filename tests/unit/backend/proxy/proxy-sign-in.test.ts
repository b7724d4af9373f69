// Attacker: whoever has taken the window over. Way: it tries password after password for the company's proxy.
// Impact: the cardholder's account at their company is locked, or its password found.
import { describe, expect, it } from "vitest";
import { BackendError } from "../../../../src-main/backend/backend-error.ts";
import { askProxy } from "../../../../src-main/backend/proxy/ask-proxy.ts";
import type { HeadEnd, ProxyPassword } from "../../../../src-main/backend/proxy/head-request.ts";
import { createProxySignIn } from "../../../../src-main/backend/proxy/proxy-sign-in.ts";
import { ascii } from "../../by-hand.ts";

const address = "proxy.example:8080";
const asked = (scheme = "basic", isRefusal = false): HeadEnd => ({
  state: "asked",
  by: { address, scheme },
  isRefusal,
});

/** Two sessions behind one proxy, which knows one password; each has to be told by itself. */
function behindProxy(right = "right", kind = "PROXY", scheme = "basic") {
  const given: string[] = [];
  let time = 0;
  const session = () => {
    let isIn = false;
    return {
      resolveProxy: async () => `${kind} ${address}; DIRECT`,
      requestHead: async (_isConfigured: unknown, password: ProxyPassword | null): Promise<HeadEnd> => {
        if (password !== null) given.push(Buffer.from(password.password).toString());
        if (password !== null && given.at(-1) === right) isIn = true;
        return isIn ? { state: "through" } : asked(scheme, password !== null);
      },
    };
  };
  const proxy = createProxySignIn([session(), session()], () => time, 10_000);
  return { proxy, given, pass: (ms: number) => (time += ms) };
}

describe("signing in to a proxy", () => {
  it("is asked for by who asks, and done once for each session", async () => {
    const { proxy, given } = behindProxy();
    expect(await proxy.look()).toBe("ERR_PROXY_PASSWORD");
    expect(proxy.question()).toEqual({ address, isReadable: true });
    await proxy.signIn("ada", ascii("right"));
    expect(given).toEqual(["right", "right"]);
    expect([await proxy.look(), proxy.question()]).toEqual([null, null]);
  });

  it("says of a wrong password that it is, having tried it once, and asks still", async () => {
    const { proxy, given } = behindProxy();
    await proxy.look();
    await expect(proxy.signIn("ada", ascii("wrong"))).rejects.toMatchObject({ code: "ERR_PROXY_PASSWORD_WRONG" });
    expect(given).toEqual(["wrong"]);
    expect(proxy.question()).not.toBeNull();
  });

  it("tries no more than three wrong ones a minute", async () => {
    const { proxy, given, pass } = behindProxy();
    await proxy.look();
    const attempt = (password: string) => proxy.signIn("ada", ascii(password));
    for (const wrong of ["a", "b"]) await expect(attempt(wrong)).rejects.toMatchObject({ details: {} });
    const until = { retryAfterMs: 60_000 };
    await expect(attempt("c")).rejects.toMatchObject({ code: "ERR_PROXY_PASSWORD_WRONG", details: until });
    await expect(attempt("right")).rejects.toMatchObject({ code: "ERR_TOO_MANY_REQUESTS", details: until });
    expect(given).toEqual(["a", "b", "c"]);
    pass(60_000);
    await attempt("right");
    expect(given).toEqual(["a", "b", "c", "right", "right"]);
  });

  it.each([
    ["PROXY", "basic", true],
    ["HTTPS", "basic", false],
    ["PROXY", "digest", false],
    ["PROXY", "ntlm", false],
  ])("says whether the network can read the password: %s, %s", async (kind, scheme, isReadable) => {
    const { proxy } = behindProxy("right", kind, scheme);
    await proxy.look();
    expect(proxy.question()).toEqual({ address, isReadable });
  });

  it("says that a proxy wants what a name and a password cannot answer, and asks for none", async () => {
    const { proxy } = behindProxy("right", "PROXY", "negotiate");
    expect([await proxy.look(), proxy.question()]).toEqual(["ERR_PROXY_SIGN_IN", null]);
    await expect(proxy.signIn("ada", ascii("x"))).rejects.toMatchObject({ code: "ERR_PROXY_SIGN_IN" });
  });

  it("answers the question that was shown, whoever has asked since in whichever way", async () => {
    let by = { address, scheme: "digest" };
    const given: (ProxyPassword | null)[] = [];
    const session = {
      resolveProxy: async () => `PROXY ${address}; PROXY other.example:8080`,
      requestHead: async (_isConfigured: unknown, password: ProxyPassword | null): Promise<HeadEnd> => {
        given.push(password);
        return { state: "asked", by, isRefusal: false };
      },
    };
    const proxy = createProxySignIn([session], Date.now, 10_000);
    await proxy.look();
    expect(proxy.question()).toEqual({ address, isReadable: false });
    by = { address: "other.example:8080", scheme: "basic" };
    await proxy.look();
    await expect(proxy.signIn("ada", ascii("x"))).rejects.toMatchObject({ code: "ERR_PROXY_PASSWORD" });
    expect(given.at(-1)).toMatchObject({ address, scheme: "digest" });
    expect(proxy.question()).toEqual({ address: "other.example:8080", isReadable: true });
  });

  it("says what keeps it from the bank behind the proxy", async () => {
    let end: HeadEnd = asked();
    const session = { resolveProxy: async () => `PROXY ${address}`, requestHead: async () => end };
    const proxy = createProxySignIn([session], Date.now, 10_000);
    await proxy.look();
    end = { state: "failed", error: new Error("net::ERR_CERT_DATE_INVALID") };
    await expect(proxy.signIn("ada", ascii("x"))).rejects.toMatchObject({ code: "ERR_CERTIFICATE_DATE" });
    end = { state: "timeout" };
    await expect(proxy.signIn("ada", ascii("x"))).rejects.toMatchObject({ code: "ERR_BACKEND_TIMEOUT" });
  });
});

describe("a computer that does not say which proxy it goes by", () => {
  const never = () => new Promise<never>(() => {});
  const through = async (): Promise<HeadEnd> => ({ state: "through" });

  it("is looked at for the time of one call, and anew the next time", async () => {
    let looks = 0;
    const resolveProxy = () => {
      looks++;
      return never();
    };
    const session = { resolveProxy, requestHead: () => expect.fail("asked nobody knows whom") };
    const proxy = createProxySignIn([session, session], Date.now, 20);
    expect([await proxy.look(), await proxy.look()]).toEqual([null, null]);
    expect(looks).toBe(2);
  });

  it("holds up a request for no longer, which says what it knows", async () => {
    const proxy = createProxySignIn([{ resolveProxy: never, requestHead: through }], Date.now, 20);
    const refused = () => Promise.reject(new Error("net::ERR_TUNNEL_CONNECTION_FAILED"));
    await expect(askProxy(refused, proxy)("https://bank.example/", {})).rejects.toMatchObject({
      code: "ERR_PROXY_REFUSED",
    });
  });

  it("holds up a sign-in for no longer, which gives the password to nobody", async () => {
    let hangs = false;
    const session = {
      resolveProxy: async () => (hangs ? never() : `PROXY ${address}`),
      requestHead: async (_isConfigured: unknown, password: ProxyPassword | null) =>
        password === null ? asked() : expect.fail("the password was given"),
    };
    const proxy = createProxySignIn([session], Date.now, 20);
    await proxy.look();
    hangs = true;
    await expect(proxy.signIn("ada", ascii("x"))).rejects.toMatchObject({ code: "ERR_BACKEND_TIMEOUT" });
  });

  it("puts nothing in place of what was found since, when it says so late", async () => {
    let answerLate: (end: HeadEnd) => void = () => {};
    const late = new Promise<HeadEnd>((resolve) => (answerLate = resolve));
    const session = { resolveProxy: async () => `PROXY ${address}`, requestHead: () => late };
    const proxy = createProxySignIn([session], Date.now, 20);
    expect(await proxy.look()).toBeNull();
    session.requestHead = async () => asked();
    expect(await proxy.look()).toBe("ERR_PROXY_PASSWORD");
    answerLate({ state: "through" });
    await new Promise(setImmediate); // the first look goes on
    expect(proxy.question()).toEqual({ address, isReadable: true });
  });
});

describe("a request that a proxy holds up", () => {
  const held = (answer: () => Promise<Response>, found: "ERR_PROXY_PASSWORD" | null = "ERR_PROXY_PASSWORD") => {
    let sent = 0;
    const fetch = () => {
      sent++;
      return answer();
    };
    const failure = askProxy(fetch, { look: async () => found })("https://bank.example/", {}).catch((error) => error);
    return failure.then((error) => ({ error, sent }));
  };
  const failing = (message: string) => () => Promise.reject(new Error(message));
  /** As Chromium gives a refused tunnel: its head, and a failure where the rest would be (measured). */
  const refusedTunnel = async () =>
    new Response(new ReadableStream({ pull: (rest) => rest.error(new Error("net::ERR_TUNNEL_CONNECTION_FAILED")) }), {
      status: 407,
    });

  it.each<[string, () => Promise<Response>, string]>([
    ["a refused tunnel", failing("net::ERR_TUNNEL_CONNECTION_FAILED"), "never-sent"],
    ["a refused tunnel with a head", refusedTunnel, "never-sent"],
    [
      "a 407, which whoever got the request may have answered",
      async () => new Response("", { status: 407 }),
      "unclear",
    ],
  ])("is not repeated, and it is said what is known of it: %s", async (_name, answer, arrival) => {
    const { error, sent } = await held(answer);
    expect(error).toBeInstanceOf(BackendError);
    expect(error).toMatchObject({ code: "ERR_PROXY_PASSWORD", arrival });
    expect(sent).toBe(1);
  });

  it("says that the proxy refused where it asks for nothing", async () => {
    expect((await held(failing("net::ERR_TUNNEL_CONNECTION_FAILED"), null)).error).toMatchObject({
      code: "ERR_PROXY_REFUSED",
    });
    expect((await held(async () => new Response("", { status: 407 }), null)).error).toMatchObject({
      code: "ERR_PROXY_REFUSED",
    });
  });

  it("is left alone where it was no proxy, and no proxy is asked", async () => {
    const look = () => expect.fail("looked");
    const answer = new Response("", { status: 503 });
    expect(await askProxy(async () => answer, { look })("https://bank.example/", {})).toBe(answer);
    const failure = askProxy(failing("net::ERR_CERT_DATE_INVALID"), { look })("https://bank.example/", {});
    await expect(failure).rejects.toThrow("ERR_CERT_DATE_INVALID");
  });
});
