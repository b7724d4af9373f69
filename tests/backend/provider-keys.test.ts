// Attacker: anybody who sends tokens with key ids of their own, or who stands in the provider's place or between.
// Way: has the backend ask all the time, wait without end, read without end, or take another's keys.
// Impact: nobody can sign in any more, or somebody signs in with keys of their own.
// docs/threat-model.md#provider-bounded
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Json, makeKey } from "./made-jws.ts";
import { type SignedInBackend, setUpSignIn } from "./signed-in-backend.ts";
import { discoveryPath, type SmallProvider } from "./small-provider.ts";

const HOUR = 3600;
const failures = ({ logged }: SignedInBackend) =>
  [...logged().matchAll(/"provider_call_failed","operation":"(\w+)","reason":"(\w+)"/g)].map(
    ([, of, why]) => `${of} ${why}`,
  );
/** A token that lasts as long as the test. */
const lasting = ({ token, now }: SignedInBackend, kid?: string) => {
  return token({ claims: { exp: now() + 48 * HOUR }, ...(kid !== undefined && { header: { kid } }) });
};
const told = ({ status, code }: { status: number; code: string | undefined }) => `${status} ${code ?? ""}`.trim();
const unavailable = "503 ERR_SIGN_IN_UNAVAILABLE";
const notSignedIn = "401 ERR_NOT_SIGNED_IN";

type Spoil = (provider: SmallProvider) => void;
const write = (path: string, headers: Record<string, string>, text: string): Spoil => {
  return ({ on }) => on(path, (_, response) => void response.writeHead(200, headers).end(text));
};
const json = { "content-type": "application/json" };
const describes = (more: (provider: SmallProvider) => Json): Spoil => {
  return (provider) =>
    provider.say(discoveryPath, () => ({
      issuer: provider.issuer,
      jwks_uri: `${provider.issuer}/keys`,
      ...more(provider),
    }));
};

describe("the provider's keys", () => {
  it("are asked for once, for many tokens at once too, and again after ten minutes", async () => {
    const backend = await setUpSignIn();
    const { provider, withBearer, advance } = backend;
    const counts = () => [provider.count(discoveryPath), provider.count("/keys")];
    const all = await Promise.all(Array.from({ length: 5 }, () => withBearer(lasting(backend))));
    expect(all.map(told)).toEqual(Array(5).fill("200"));
    expect(counts()).toEqual([1, 1]);
    advance(599);
    await withBearer(lasting(backend));
    expect(counts()).toEqual([1, 1]);
    advance(1);
    await withBearer(lasting(backend));
    await vi.waitFor(() => expect(counts()).toEqual([2, 2]));
  });

  it("are asked for without waiting for a provider that does not describe itself again", async () => {
    const backend = await setUpSignIn({ signIn: { timeoutMs: 120_000 } });
    const { provider, withBearer, advance } = backend;
    await withBearer(lasting(backend));
    provider.on(discoveryPath, () => {});
    advance(2 * HOUR);
    provider.show(makeKey("ES256"));
    expect(told(await withBearer(lasting(backend)))).toBe("200");
    expect(provider.count("/keys")).toBe(2);
  });

  it.each<[string, Spoil]>([
    ["is gone", ({ say }) => say("/keys", () => ({}), 404)],
    ["has the old ones still", ({ say, jwks }) => say("/keys", () => ({ keys: jwks().keys.slice(0, 1) }))],
  ])("are found within eleven minutes at another address, when the one before %s", async (_, leave) => {
    const backend = await setUpSignIn();
    const { provider, withBearer, advance } = backend;
    await withBearer(lasting(backend));
    leave(provider);
    provider.say("/moved", provider.jwks);
    describes(({ issuer }) => ({ jwks_uri: `${issuer}/moved` }))(provider);
    provider.show(makeKey("ES256"));
    for (let minute = 0; minute < 11; minute += 1) {
      advance(60);
      await withBearer(lasting(backend));
    }
    expect(told(await withBearer(lasting(backend)))).toBe("200");
  });

  it("rotate: the new one is taken at its first token, for one question more; a withdrawn one is refused", async () => {
    const backend = await setUpSignIn();
    const { provider, withBearer, advance, reasons } = backend;
    const before = lasting(backend);
    expect(told(await withBearer(before))).toBe("200");
    provider.show(makeKey("ES256"));
    advance(30);
    expect(told(await withBearer(lasting(backend)))).toBe("200");
    expect(told(await withBearer(before))).toBe("200");
    expect(provider.count("/keys")).toBe(2);
    provider.keys.shift();
    advance(600);
    expect(told(await withBearer(before))).toBe(notSignedIn);
    expect(reasons()).toEqual(["unknown_key"]);
  });

  it("that nobody has are looked for once in thirty seconds, however many tokens name one", async () => {
    const backend = await setUpSignIn();
    const { provider, withBearer, advance } = backend;
    await withBearer(lasting(backend));
    const invent = () =>
      Promise.all(Array.from({ length: 10 }, (_, index) => withBearer(lasting(backend, `none-${index}`))));
    expect((await invent()).map(told)).toEqual(Array(10).fill(notSignedIn));
    expect(provider.count("/keys")).toBe(1);
    advance(29);
    await invent();
    expect(provider.count("/keys")).toBe(1);
    advance(1);
    await invent();
    await invent();
    expect(provider.count("/keys")).toBe(2);
  });

  it("that a token brings itself, or has by an address, are not looked at", async () => {
    const backend = await setUpSignIn();
    const { provider, withBearer, token } = backend;
    const own = makeKey("ES256");
    const jku = `${provider.issuer}/own-keys`;
    provider.say("/own-keys", () => ({ keys: [{ ...own.publicJwk, kid: "own" }] }));
    const header = { jwk: own.publicJwk, jku, x5u: jku, kid: "own" };
    expect(told(await withBearer(token({ key: own, header })))).toBe(notSignedIn);
    expect(provider.count("/own-keys")).toBe(0);
  });
});

describe("a provider that is away", () => {
  it("when the backend starts keeps it from nothing but sign-in, which works once it is back", async () => {
    const backend = await setUpSignIn({ awayAtStart: true });
    const { provider, withBearer, call, advance } = backend;
    expect(told(await withBearer(lasting(backend)))).toBe(unavailable);
    expect((await call({}, "GET", "/health")).status).toBe(200);
    await provider.comeBack();
    expect(told(await withBearer(lasting(backend)))).toBe(unavailable);
    advance(5);
    expect(told(await withBearer(lasting(backend)))).toBe("200");
    expect(failures(backend)).toEqual(["discovery connect"]);
  });

  it("keeps nobody out whose key is known, for an hour; an unknown key is no wrong one", async () => {
    const backend = await setUpSignIn();
    const { provider, withBearer, advance } = backend;
    await withBearer(lasting(backend));
    await provider.goAway();
    advance(31);
    expect(told(await withBearer(lasting(backend, "other")))).toBe(unavailable);
    expect(told(await withBearer(lasting(backend, "another")))).toBe(unavailable);
    expect(failures(backend)).toEqual(["keys connect"]);
    expect(told(await withBearer(lasting(backend)))).toBe("200");
    advance(HOUR - 32);
    expect(told(await withBearer(lasting(backend)))).toBe("200");
    advance(1);
    expect(told(await withBearer(lasting(backend)))).toBe(unavailable);
    await provider.comeBack();
    advance(5);
    expect(told(await withBearer(lasting(backend)))).toBe("200");
  });

  it("is asked no more often by callers without a known key", async () => {
    const backend = await setUpSignIn();
    const { provider, withBearer, advance } = backend;
    await withBearer(lasting(backend));
    provider.say("/keys", () => ({}), 500);
    for (let second = 0; second < 60; second += 1) {
      advance(1);
      await withBearer(lasting(backend, `none-${second}`));
    }
    expect(provider.count("/keys")).toBe(3);
  });

  it("is no reason to forget who signs in: a wrong token is still told from one that cannot be judged", async () => {
    const backend = await setUpSignIn();
    const { provider, withBearer, token, now } = backend;
    await withBearer(lasting(backend));
    await provider.goAway();
    expect(told(await withBearer(token({ claims: { exp: now() - 60 } })))).toBe(notSignedIn);
  });
});

describe("an answer in the provider's place", () => {
  it.each<[string, Spoil, string]>([
    ["of another issuer", describes(() => ({ issuer: "https://other.example" })), "discovery wrong_issuer"],
    ["of ours with a slash", describes(({ issuer }) => ({ issuer: `${issuer}/` })), "discovery wrong_issuer"],
    ["without an issuer", describes(() => ({ issuer: undefined })), "discovery unreadable"],
    ["with keys over plain http", describes(() => ({ jwks_uri: "http://keys.example/keys" })), "discovery unreadable"],
    ["with keys in a file", describes(() => ({ jwks_uri: "file:///etc/keys" })), "discovery unreadable"],
    ["without keys", describes(() => ({ jwks_uri: undefined })), "discovery unreadable"],
    ["that is a page", write(discoveryPath, { "content-type": "text/html" }, "{}"), "discovery unreadable"],
    ["that is not found", ({ say }) => say(discoveryPath, () => ({}), 404), "discovery status"],
    ["that is no key set", write("/keys", json, "[]"), "keys unreadable"],
    ["with keys that are none", write("/keys", json, '{"keys":["a"]}'), "keys unreadable"],
    [
      "with too many keys",
      write("/keys", json, JSON.stringify({ keys: Array(101).fill({ kty: "EC" }) })),
      "keys unreadable",
    ],
    ["that is huge", write("/keys", json, JSON.stringify({ keys: [], more: "a".repeat(300_000) })), "keys unreadable"],
    [
      "that breaks off",
      ({ on }) => on("/keys", (_, response) => void response.socket?.destroy()),
      "keys connection_lost",
    ],
    ["that is a server's error", ({ say, jwks }) => say("/keys", jwks, 503), "keys status"],
  ])("%s is not taken, and sign-in is away", async (_, spoil, failure) => {
    const backend = await setUpSignIn({ spoil });
    expect(told(await backend.withBearer(lasting(backend)))).toBe(unavailable);
    expect(failures(backend)).toEqual([failure]);
  });

  it.each(["/keys", discoveryPath])("that leads elsewhere is not followed: %s", async (path) => {
    const own = makeKey("ES256");
    let asked = 0;
    const elsewhere = createServer((_, response) => {
      asked += 1;
      response.writeHead(200, json).end(JSON.stringify({ keys: [{ ...own.publicJwk, kid: "key-1" }] }));
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void elsewhere.close());
    await once(elsewhere, "listening");
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/keys`;
    const spoil: Spoil = ({ on }) => on(path, (__, response) => void response.writeHead(302, { location }).end());
    const backend = await setUpSignIn({ spoil });
    expect(told(await backend.withBearer(backend.token({ key: own })))).toBe(unavailable);
    expect([asked, failures(backend)]).toEqual([0, [`${path === "/keys" ? "keys" : "discovery"} status`]]);
  });

  it.each<[string, Spoil]>([
    ["never begins", ({ on }) => on("/keys", () => {})],
    ["never ends", ({ on }) => on("/keys", (_, response) => void response.writeHead(200, json).write('{"keys":['))],
  ])("that %s is waited for no longer than the time limit", async (_, spoil) => {
    const backend = await setUpSignIn({ spoil, signIn: { timeoutMs: 200 } });
    expect(told(await backend.withBearer(lasting(backend)))).toBe(unavailable);
    expect(failures(backend)).toEqual(["keys timeout"]);
  });

  it("with one key that is none keeps the others from nothing", async () => {
    const backend = await setUpSignIn({
      spoil: ({ say, jwks, keys }) => {
        const { publicJwk: good } = keys[0] ?? makeKey("ES256");
        say("/keys", () => ({
          keys: [
            null,
            { kid: "nameless" },
            { kty: 1 },
            ...jwks().keys,
            { kty: "oct", k: "a", kid: "oct" },
            { ...good, x: good.y, y: good.x, kid: "beside" },
          ],
        }));
      },
    });
    const { withBearer, reasons } = backend;
    expect(told(await withBearer(lasting(backend)))).toBe("200");
    for (const kid of ["oct", "beside", "nameless"])
      expect(told(await withBearer(lasting(backend, kid)))).toBe(notSignedIn);
    expect(reasons()).toEqual(["unknown_key", "unknown_key", "unknown_key"]);
  });

  it.each<[string, Spoil]>([
    ["has a query in the address of its keys", describes(({ issuer }) => ({ jwks_uri: `${issuer}/keys?app=1` }))],
    ["has a query in another address", describes(({ issuer }) => ({ introspection_endpoint: `${issuer}/a?b=c` }))],
    ["says null of what it does not offer", describes(() => ({ introspection_endpoint: null }))],
    ["has an address for others that is none", describes(() => ({ introspection_endpoint: "/introspect" }))],
  ])("that %s is taken", async (_, spoil) => {
    const backend = await setUpSignIn({
      spoil: (provider) => {
        spoil(provider);
        provider.say("/keys?app=1", provider.jwks);
      },
    });
    expect([told(await backend.withBearer(lasting(backend))), failures(backend)]).toEqual(["200", []]);
  });
});
