import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { instant } from "../../../src-contract/api/identifiers.ts";
import { createBackendClient } from "../../../src-main/backend/backend-client.ts";
import { createServerClock } from "../../../src-main/backend/server-clock.ts";
import { type OneServer, startOneServer } from "./one-server.ts";

const MINUTE_MS = 60_000;
const truth = Date.parse("2031-01-01T12:00:00Z");
const at = (ms: number) => new Date(ms).toISOString();

let server: OneServer | undefined;
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

/** The app's client, and its clock, before a backend that sends a code which is good for five minutes. */
async function setUp(headers: Record<string, string>, expires_at: unknown = at(truth + 5 * MINUTE_MS)) {
  server = await startOneServer((_request, response) => {
    const challenge = { id: "c", expires_at };
    response.sendDate = false;
    response.writeHead(200, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ device_id: "d", challenge, expires_at }));
  });
  let passed = 0;
  const clock = createServerClock(() => 1_000_000 + passed);
  const connection = {
    timeoutMs: 5000,
    fetch,
    fetchOnce: fetch,
    credentials: () => null,
    onSignedOut: () => undefined,
    clock,
  };
  const backend = createBackendClient({ ...connection, origin: server.origin });
  const create = async () => {
    const request = { name: "A", key: `04${"a".repeat(128)}`, protection_level: "keychain_passcode" } as const;
    return (await backend.createDevice(request)).challenge.expires_at;
  };
  const authorize = async () => (await backend.authorizeChange(requestId, { route: "sms" })).validForMs;
  return { clock, create, authorize, pass: (ms: number) => (passed += ms) };
}

const requestId = "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10";
const date = { date: new Date(truth).toUTCString() };
/** A Date names the second, so that one may be missing. */
const fiveMinutes = 5 * MINUTE_MS - 1000;

const ownClocks = [
  ["right", 0],
  ["ten minutes fast", 10 * MINUTE_MS],
  ["two hours slow", -120 * MINUTE_MS],
  ["of another decade", -10 * 365 * 24 * 60 * MINUTE_MS],
] as const;

describe("how long a code is good for", () => {
  it.each(ownClocks)("is what the bank says, on a computer whose clock is %s", async (_name, wrongBy) => {
    vi.setSystemTime(truth + wrongBy);
    const { clock, create, authorize, pass } = await setUp(date);
    const expiry = await create();
    expect(clock.msUntil(expiry)).toBe(fiveMinutes);
    expect(await authorize()).toBe(fiveMinutes);
    pass(MINUTE_MS);
    expect(clock.msUntil(expiry)).toBe(fiveMinutes - MINUTE_MS);
    pass(60 * MINUTE_MS);
    expect(clock.msUntil(expiry)).toBe(0);
  });

  it.each(ownClocks)("is known again after a restart, on a computer whose clock is %s", async (_name, wrongBy) => {
    vi.setSystemTime(truth + wrongBy);
    const expiry = await (await setUp(date)).create();
    await server?.close();
    const later = await setUp({ date: new Date(truth + 2 * MINUTE_MS).toUTCString() });
    await later.create();
    expect(later.clock.msUntil(expiry)).toBe(fiveMinutes - 2 * MINUTE_MS);
  });

  it("does not change when the computer's clock is set meanwhile", async () => {
    vi.setSystemTime(truth);
    const { clock, create } = await setUp(date);
    const expiry = await create();
    vi.setSystemTime(truth + 60 * MINUTE_MS);
    expect(clock.msUntil(expiry)).toBe(fiveMinutes);
  });

  it("is right again after the computer slept and its counter stood still, with the first answer", async () => {
    const { clock, create } = await setUp(date);
    const expiry = await create();
    clock.note(new Date(truth + 4 * MINUTE_MS).toUTCString());
    expect(clock.msUntil(expiry)).toBe(fiveMinutes - 4 * MINUTE_MS);
  });

  it.each<[string, Record<string, string>, unknown]>([
    ["there is no Date", {}, at(truth + 5 * MINUTE_MS)],
    ["the Date is none", { date: "yesterday" }, at(truth + 5 * MINUTE_MS)],
    ["the Date is of another decade", { date: new Date(0).toUTCString() }, at(truth + 5 * MINUTE_MS)],
    ["the Date is the last of its form", { date: "Fri, 31 Dec 9999 23:59:59 GMT" }, at(truth + 5 * MINUTE_MS)],
    ["the Date is the last that there is", { date: "Sat, 13 Sep 275760 00:00:00 GMT" }, at(truth + 5 * MINUTE_MS)],
    ["it would be over already", date, at(truth - MINUTE_MS)],
    ["it would last for days", date, at(truth + 5000 * MINUTE_MS)],
    ["it is not said", date, null],
    ["it is said in no known form", date, "soon"],
  ])("is as long as documented where %s", async (_name, headers, expiresAt) => {
    for (const [, wrongBy] of ownClocks) {
      vi.setSystemTime(truth + wrongBy);
      const { clock, create, authorize } = await setUp(headers, expiresAt);
      const expiry = await create();
      expect(instant.safeParse(expiry).success).toBe(true); // or the keychain's record could not be read again
      expect(clock.msUntil(expiry)).toBe(5 * MINUTE_MS);
      expect(await authorize()).toBe(5 * MINUTE_MS);
      await server?.close();
    }
  });

  it("of one that was sent before can be over, but is not beyond what any can be, nor known before the time is", () => {
    const clock = createServerClock(
      () => 0,
      () => truth,
    );
    expect(clock.isPossibleExpiry(at(truth + MINUTE_MS))).toBe(false);
    clock.note(new Date(truth).toUTCString());
    const possible = [-MINUTE_MS, MINUTE_MS, 60 * MINUTE_MS, 24 * 60 * MINUTE_MS].map((ms) =>
      clock.isPossibleExpiry(at(truth + ms)),
    );
    expect(possible).toEqual([true, true, true, false]);
  });

  it("of one that was sent before is never told as more than an hour, whatever time it is now", () => {
    const clock = createServerClock(
      () => 0,
      () => truth,
    );
    expect(clock.msUntil(at(truth + 24 * 60 * MINUTE_MS))).toBe(5 * MINUTE_MS);
    expect(clock.msUntil(at(truth - MINUTE_MS))).toBe(0);
  });
});

it("what only looks like the backend's answer does not say the time", async () => {
  server = await startOneServer((_request, response) => {
    response.sendDate = false;
    response.writeHead(200, { "content-type": "text/html", date: new Date(0).toUTCString() }).end("<p>Sign in here");
  });
  const clock = createServerClock();
  clock.note(date.date ?? null);
  const connection = {
    timeoutMs: 5000,
    fetch,
    fetchOnce: fetch,
    credentials: () => null,
    onSignedOut: () => undefined,
    clock,
  };
  const backend = createBackendClient({ ...connection, origin: server.origin });
  await expect(backend.listCards()).rejects.toThrow();
  expect(clock.msUntil(at(truth + 2 * MINUTE_MS))).toBeLessThanOrEqual(2 * MINUTE_MS);
  expect(clock.msUntil(at(truth + 2 * MINUTE_MS))).toBeGreaterThan(0);
});
