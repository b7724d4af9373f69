// Checklist row 58: no id, whoever named it, leads to another path than its own.
import { afterEach, describe, expect, it } from "vitest";
import { createBackendClient } from "../../src-main/backend/backend-client.ts";
import { parseDeviceRecord } from "../../src-main/device/device-record.ts";
import { json, type OneServer, startOneServer } from "../unit/backend/one-server.ts";
import { recordAt, scope } from "../unit/device/fake-enrolment.ts";

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
    token: () => null,
    onSignedOut: () => {},
  };
  return { backend: createBackendClient(connection), arrivals: server.arrivals };
}
/** Whether it throws at once or rejects, it does not go out. */
const attempt = async (use: () => Promise<unknown>) => use();
const key = `04${"a".repeat(128)}`;

describe.each(hostileIds)("the id %j", (id) => {
  it("is put into no address", async () => {
    const { backend, arrivals } = await setUp({});
    const change = { device_id: "d", encrypted_pin: "a.b.c.d.e", key_id: "k", signature: "30" };
    for (const use of [
      () => backend.getPinKey(id),
      () => backend.changePin(id, change),
      () => backend.getDevice(id),
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
    await expect(device.backend.createDevice({ name: "A computer", key })).rejects.toMatchObject({
      code: "ERR_BACKEND_ANSWER",
    });
    await server?.close();
    const challenge = await setUp({ device_id: "d", challenge: { id, expires_at } });
    await expect(challenge.backend.createDevice({ name: "A computer", key })).rejects.toMatchObject({
      code: "ERR_BACKEND_ANSWER",
    });
  });

  it("is not taken from the keychain", () => {
    expect(parseDeviceRecord(JSON.stringify({ ...recordAt("bound"), device_id: id }), scope)).toBeNull();
  });
});
