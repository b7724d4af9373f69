import type { RequestListener } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createBackendClient } from "../../../src-main/backend/backend-client.ts";
import { bearerCredentials } from "../../../src-main/backend/credentials.ts";
import { createOnceFetch } from "../../../src-main/backend/once-fetch.ts";
import { createServerClock } from "../../../src-main/backend/server-clock.ts";
import { json, type OneServer, startOneServer } from "./one-server.ts";

let server: OneServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const detail = { id: "a-device", name: "A computer", created_at: "2030-01-01T00:00:00Z", key_purposes: ["restricted"] };
const id = "5b1c1c9e-35f0-4f7e-9f53-0c5a3c2c7a10";
const encrypted = { request_id: id, attempt: 1 as const, encrypted_pin: "a.b.c.d.e", key_id: "k" };
const pinChange = { ...encrypted, device_id: "d", signature: "30" };
const policy = { pin_change_routes: ["sms"], accepted_protection_levels: ["keychain"] };
const noWaits = { pin_change: 0, binding: 0, code: 0 };
/** 204, as for what has no content. */
const nothing = Symbol("nothing");
const ada = { customer_id: "customer-0000000001", name: "Ada Single" };
const publicKey = `04${"a".repeat(128)}`;

async function setUp(answer: Parameters<typeof startOneServer>[0]) {
  server = await startOneServer(answer);
  const used: string[] = [];
  let signedOut = 0;
  const via = (name: string) => (url: string, init: RequestInit) => {
    used.push(name);
    return fetch(url, init);
  };
  const backend = createBackendClient({
    origin: server.origin,
    timeoutMs: 5000,
    fetch: via("ordinary"),
    fetchOnce: createOnceFetch({ fetch: via("once"), closeAllConnections: async () => {} }),
    credentials: () => bearerCredentials("a-token"),
    clock: createServerClock(),
    onSignedOut: () => signedOut++,
  });
  return { backend, used, signedOut: () => signedOut, arrivals: server.arrivals };
}
type Backend = Awaited<ReturnType<typeof setUp>>["backend"];

describe("the backend as the app uses it", () => {
  it.each<[string, (backend: Backend) => Promise<unknown>, unknown, string, string, string]>([
    ["cards", (b) => b.listCards(), { cards: [] }, "GET", "/v1/cards", "ordinary"],
    ["the PIN key", (b) => b.getPinKey("c_1-A"), { any: 1 }, "GET", "/v1/cards/c_1-A/pin-key", "ordinary"],
    ["a device", (b) => b.getDevice("a-device"), detail, "GET", "/v1/devices/a-device", "ordinary"],
    [
      "a PIN change",
      (b) => b.changePin("c1", pinChange),
      { outcome: "changed" },
      "POST",
      "/v1/cards/c1/pin-changes",
      "once",
    ],
    ["who it is", (b) => b.whoIs(bearerCredentials("a-token")), ada, "GET", "/v1/me", "ordinary"],
    ["the policy", (b) => b.getPolicy(), policy, "GET", "/v1/policy", "ordinary"],
    ["the waits", (b) => b.getWaits(null), noWaits, "GET", "/v1/waits", "ordinary"],
    ["a device's waits", (b) => b.getWaits("d1"), noWaits, "GET", "/v1/waits?device_id=d1", "ordinary"],
    ["the devices", (b) => b.listDevices(), { devices: [], limit: 5 }, "GET", "/v1/devices", "ordinary"],
    [
      "the devices with their last use",
      (b) => b.listDevices(true),
      { devices: [], limit: 5 },
      "GET",
      "/v1/devices?details=true",
      "ordinary",
    ],
    [
      "the time of a code",
      (b) => b.getCodeTime("d1", "c1"),
      { expires_at: null },
      "GET",
      "/v1/devices/d1/verification?challenge_id=c1",
      "ordinary",
    ],
    [
      "the letters",
      (b) => b.listLetters(),
      { letters: [], left_out: 0, wait_seconds: 0 },
      "GET",
      "/v1/activation-letters",
      "ordinary",
    ],
    ["a letter", (b) => b.requestLetter({}), {}, "POST", "/v1/activation-letters", "once"],
    ["the consents", (b) => b.listDeviceConsents(), { consents: [] }, "GET", "/v1/device-consents", "ordinary"],
    [
      "a consent",
      (b) => b.giveDeviceConsent(),
      { consent_id: "a1dcon", counts: true },
      "POST",
      "/v1/device-consents",
      "once",
    ],
    [
      "a withdrawal",
      (b) => b.withdrawDeviceConsent("a1dcon"),
      nothing,
      "DELETE",
      "/v1/device-consents/a1dcon",
      "ordinary",
    ],
    ["the removed devices", (b) => b.listRemovedDevices(), { devices: [] }, "GET", "/v1/removed-devices", "ordinary"],
    [
      "a change request",
      (b) => b.createChangeRequest("c1", { ...encrypted, route: "sms" }),
      { outcome: "authorization_required" },
      "POST",
      "/v1/cards/c1/pin-change-requests",
      "once",
    ],
    [
      "a TAN to be sent",
      (b) => b.authorizeChange(id, { route: "sms" }),
      { expires_at: "2031-01-01T00:00:00Z" },
      "POST",
      `/v1/pin-changes/${id}/authorization`,
      "once",
    ],
    [
      "a TAN",
      (b) => b.confirmChange(id, { route: "sms", tan: "048213" }),
      { outcome: "changed" },
      "POST",
      `/v1/pin-changes/${id}/confirmation`,
      "once",
    ],
    [
      "what became of a change, which may be asked twice",
      (b) => b.settleChange(id),
      { request_id: id, state: "changed" },
      "POST",
      `/v1/pin-changes/${id}/settlement`,
      "ordinary",
    ],
    [
      "a new device",
      (b) => b.createDevice({ name: "A computer", key: publicKey, protection_level: "keychain_passcode" }),
      { device_id: "d", challenge: { id: "c", expires_at: "2031-01-01T00:00:00Z" } },
      "POST",
      "/v1/devices",
      "once",
    ],
    [
      "a code",
      (b) => b.verifyDevice("d1", { challenge_id: "c", signature: "30" }),
      nothing,
      "POST",
      "/v1/devices/d1/verification",
      "once",
    ],
    ["a removal", (b) => b.removeDevice("d1"), nothing, "DELETE", "/v1/devices/d1", "once"],
    [
      "a key",
      (b) => b.addKey("d1", { key: publicKey, signature: "30" }),
      { key_id: "k" },
      "POST",
      "/v1/devices/d1/keys",
      "once",
    ],
  ])(
    "%s: goes where the API says, and what must not arrive twice goes its own way",
    async (_name, use, answer, method, url, way) => {
      const empty: RequestListener = (_request, response) => void response.writeHead(204).end();
      const { backend, used, arrivals } = await setUp(answer === nothing ? empty : json(answer));
      await use(backend);
      expect(arrivals).toMatchObject([{ method, url, headers: { authorization: "Bearer a-token" } }]);
      expect(used).toEqual([way]);
    },
  );

  it("says when the sign-in has ended, and only then", async () => {
    const problem = (code: string) => json({ type: `/problems/${code}` }, 401, "application/problem+json");
    const ended = await setUp(problem("ERR_NOT_SIGNED_IN"));
    await expect(ended.backend.listCards()).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    expect(ended.signedOut()).toBe(1);
    await server?.close();
    const refused = await setUp(problem("ERR_REFUSED"));
    await expect(refused.backend.listCards()).rejects.toMatchObject({ code: "ERR_REFUSED" });
    expect(refused.signedOut()).toBe(0);
  });

  it.each([
    [undefined, ""],
    [0, '{"begun_seconds_ago":0}'],
    [86_400, '{"begun_seconds_ago":86400}'],
  ])("says how long ago a change was begun where that is known: %s", async (seconds, body) => {
    const { backend, arrivals } = await setUp(json({ request_id: id, state: "changed" }));
    await backend.settleChange(id, seconds);
    expect(arrivals).toMatchObject([{ body }]);
  });

  it("does not take an answer that claims nothing for a changed PIN", async () => {
    const { backend } = await setUp(json({}));
    await expect(backend.changePin("c1", pinChange)).rejects.toMatchObject({
      code: "ERR_BACKEND_ANSWER",
      arrival: "unclear",
    });
  });
});
