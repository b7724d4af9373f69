// Attacker: a hostile backend. Way: it delivers a weak or a strange key, or names another algorithm, for the PIN to be
// encrypted with. Impact: it decrypts the PIN.
// docs/threat-model.md#pin-key-checked
import { describe, expect, it } from "vitest";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { createPinChanges } from "../../src-main/change-pin/change.ts";
import { createKeyAhead } from "../../src-main/change-pin/key-ahead.ts";
import { createUnlockedKey } from "../../src-main/keys/unlocked-key.ts";
import { ascii, makeKeyObjects, makeRsaKey, partsOf } from "../unit/by-hand.ts";
import { createFakeJournal } from "../unit/change-pin/fake-journal.ts";

const good = makeRsaKey("a-key").jwk;

function changeWith(jwk: unknown) {
  const sent: { encrypted_pin: string }[] = [];
  const backend = {
    getPinKey: async () => jwk,
    changePin: async (_card: string, request: { encrypted_pin: string }) => void sent.push(request),
  } as unknown as BackendClient;
  const { journal } = createFakeJournal();
  const unlocked = createUnlockedKey();
  const forCustomer = () => ({ backend, journal, scope: "a-scope" });
  const changes = createPinChanges({
    forCustomer,
    keyAhead: createKeyAhead(forCustomer),
    deviceData: () => async () => ({}),
    unlocked,
    weakPins: "warn",
    routes: () => ["signed"],
    isThisRemoved: async () => false,
    tellStage: () => undefined,
    now: Date.now,
  });
  unlocked.put({ deviceId: "a-device", signEncryptedPin: () => "3006", signStringToSign: () => "3006", end() {} });
  return { sent, done: changes.change("a-card", ascii("1928"), "signed") };
}

describe("a key of the backend's choice", () => {
  it.each<[string, unknown]>([
    ["too short to be safe", makeRsaKey("a-key", 1024).jwk],
    ["with an exponent that hides nothing", { ...good, e: "AQ" }],
    ["with a small exponent", makeRsaKey("a-key", 2048, 3).jwk],
    ["of which it shows the private half", { ...good, d: "AQAB" }],
    ["that is symmetric", { kty: "oct", kid: "a-key", k: "AAAAAAAAAAAAAAAAAAAAAA", alg: "dir", enc: "A256GCM" }],
    [
      "on a curve",
      { kid: "a-key", ...makeKeyObjects("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" }) },
    ],
    ["for signatures", { ...good, use: "sig" }],
    ["without a name", { ...good, kid: "" }],
    ["that is none", {}],
  ])("%s: nothing is encrypted, nothing sent", async (_name, jwk) => {
    const { sent, done } = changeWith(jwk);
    await expect(done).rejects.toMatchObject({ code: "ERR_PIN_KEY_INVALID" });
    expect(sent).toEqual([]);
  });

  it.each(["RSA1_5", "dir", "none", "RSA-OAEP", "A256KW"])("does not choose the algorithm: %s", async (alg) => {
    const { sent, done } = changeWith({ ...good, alg, enc: "none", zip: "DEF" });
    expect(await done).toMatchObject({ outcome: "changed" });
    expect(JSON.parse(partsOf(sent[0]?.encrypted_pin ?? "")[0]?.toString() ?? "")).toEqual({
      alg: "RSA-OAEP-256",
      enc: "A256CBC-HS512",
      kid: "a-key",
    });
  });
});
