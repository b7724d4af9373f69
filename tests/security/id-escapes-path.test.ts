// Attacker: a hostile backend, window or keychain. Way: an id with `/`, `..` or `?` in it, which becomes part of an address
// or a file name. Impact: a request goes to another path, or a file elsewhere is written.
// docs/threat-model.md#ids-stay-ids
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createBackendClient } from "../../src-main/backend/backend-client.ts";
import { createServerClock } from "../../src-main/backend/server-clock.ts";
import { openEnrolmentMarkers } from "../../src-main/keys/enrolment-marker.ts";
import { parseEnrolmentRecord } from "../../src-main/keys/enrolment-record.ts";
import { json, type OneServer, startOneServer } from "../unit/backend/one-server.ts";
import { recordAt, scope } from "../unit/keys/fake-enrolment.ts";

const hostileIds = [
  "../me",
  "..",
  ".",
  "a/b",
  "a/../../me",
  "a%2f..",
  "a?x=1",
  "a#b",
  "a\\b",
  "a b",
  "a\n",
  "",
  "a".repeat(65),
  "é",
  ":card_id",
];
let server: OneServer | undefined;
afterEach(() => server?.close());

async function setUp(answer: unknown) {
  server = await startOneServer(json(answer));
  const connection = {
    origin: server.origin,
    timeoutMs: 5000,
    fetch,
    fetchOnce: fetch,
    credentials: () => null,
    clock: createServerClock(),
    onSignedOut: () => {},
  };
  return { backend: createBackendClient(connection), arrivals: server.arrivals };
}
/** Whether it throws at once or rejects, it does not go out. */
const attempt = async (use: () => Promise<unknown>) => use();
const key = `04${"a".repeat(128)}`;
const request = { name: "A computer", key, protection_level: "keychain_passcode" } as const;
const requestId = "0b0e7f0c-2f0e-4f0a-9c55-0d9f2b8f6a11";

describe.each(hostileIds)("the id %j", (id) => {
  it("is put into no address", async () => {
    const { backend, arrivals } = await setUp({});
    const change = {
      request_id: requestId,
      attempt: 1,
      device_id: "d",
      encrypted_pin: "a.b.c.d.e",
      key_id: "k",
      signature: "30",
    } as const;
    for (const use of [
      () => backend.getPinKey(id),
      () => backend.changePin(id, change),
      () => backend.getDevice(id),
      () => backend.removeDevice(id),
      () => backend.getWaits(id),
      () => backend.settleChange(id),
      () => backend.verifyDevice(id, { challenge_id: "c", signature: "30" }),
      () => backend.addKey(id, { key, signature: "30" }),
    ]) {
      await expect(attempt(use)).rejects.toThrow();
    }
    expect(arrivals).toEqual([]);
  });

  it("is not taken from an answer", async () => {
    const expires_at = "2031-01-01T00:00:00Z";
    const device = await setUp({ device_id: id, challenge: { id: "c", expires_at } });
    await expect(device.backend.createDevice(request)).rejects.toMatchObject({
      code: "ERR_BACKEND_ANSWER",
    });
    await server?.close();
    const challenge = await setUp({ device_id: "d", challenge: { id, expires_at } });
    await expect(challenge.backend.createDevice(request)).rejects.toMatchObject({
      code: "ERR_BACKEND_ANSWER",
    });
  });

  it("is not taken from the keychain", () => {
    expect(parseEnrolmentRecord(JSON.stringify({ ...recordAt("bound"), device_id: id }), scope)).toBeNull();
  });

  it("is not taken from the marker", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "cardbound-id-"));
    try {
      const markers = openEnrolmentMarkers(folder);
      await expect(markers.write("a-scope", id)).rejects.toThrow();
      expect(await markers.read("a-scope")).toEqual({ state: "none" });
      const marker = { version: 1, device_id: id, removing: true };
      writeFileSync(path.join(folder, "a-scope.json"), JSON.stringify(marker));
      expect(await markers.read("a-scope")).toEqual({ state: "unreadable" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
