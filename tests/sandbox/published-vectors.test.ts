import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPoint, verifySignature } from "../../src-sandbox/devices/device-signature.ts";
import { createPinKey } from "../../src-sandbox/pin/encryption-key.ts";
import { openJwe } from "../../src-sandbox/pin/open-pin-jwe.ts";
import { createPartner, encryptPin, type Partner } from "./partner.ts";

const published = JSON.parse(readFileSync(new URL("../vectors/solaris-published.json", import.meta.url), "utf8"));
const { public_key_hex: point, message_ascii: code, signature_der_hex: signature } = published.otp_signature;
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const r = "bdbebd8ba5e4ea23a4ab3d852cbf0968cbc7319c7c4388e0c54bf34e896d19d8";
const s = "5880fca38bf5450bff73d41c675e1444b8e3c75dc8bf764d5c0e9282bd150ade";

describe("Solaris' published samples", () => {
  let partner: Partner;
  beforeAll(async () => {
    partner = await createPartner();
  });
  afterAll(() => partner.sandbox.close());

  it("TV-1: a device with the published key binds with the published signature of 212212", async () => {
    await partner.set({ device_data: "any" });
    const created = await partner.call("POST", "/v1/mfa/devices", {
      person_id: partner.person("Ada").person_id,
      key_type: "ecdsa-p256",
      challenge_type: "sms",
      key: point,
      key_purpose: "unrestricted",
      name: "Test device",
      sms_challenge: { app_signature: "e2e-e2e-e2e" },
      language: "en",
      device_data: "Web;x;y;z",
    });
    expect(created.status).toBe(202);
    expect((await partner.verify(created.json.challenge.id, signature)).status).toBe(204);
  });

  it("TV-1 verifies in upper case, and with a high S", () => {
    expect(verifySignature(point, code, signature)).toBe(true);
    expect(verifySignature(point.toUpperCase(), code, signature.toUpperCase())).toBe(true);
    const highS = (order - BigInt(`0x${s}`)).toString(16).padStart(64, "0");
    expect(verifySignature(point, code, `3046022100${r}022100${highS}`)).toBe(true);
  });

  it.each([
    ["raw r||s", `${r}${s}`],
    ["something after the DER", `${signature}00`],
    ["half a byte", signature.slice(1)],
    ["something that is not hex", "zz"],
    ["another signature's r", signature.replace("bdbe", "bdbf")],
  ])("TV-1 does not verify with %s", (_name, wrong) => {
    expect(verifySignature(point, code, wrong)).toBe(false);
  });

  it("reads a point on P-256 and nothing else", () => {
    expect(readPoint(point)?.asymmetricKeyType).toBe("ec");
    expect(readPoint(point.replace(/.$/, "d"))).toBeUndefined();
    expect(readPoint(`02${point.slice(2, 66)}`)).toBeUndefined();
    expect(readPoint(`06${point.slice(2)}`)).toBeUndefined();
    expect(readPoint(`04${"0".repeat(128)}`)).toBeUndefined();
    expect(readPoint(`${point}\n`)).toBeUndefined();
  });

  it("delivers a PIN key with exactly the published fields, and alg RS256 as the original does", async () => {
    const jwk = (await partner.call("GET", "/v1/cards/pin_keys/latest")).json;
    expect(Object.keys(jwk).sort()).toEqual(Object.keys(published.pin_key_jwks[0]).sort());
    expect(jwk).toMatchObject({ kty: "RSA", use: "enc", alg: "RS256", e: "AQAB" });
    expect(createPublicKey({ format: "jwk", key: jwk }).asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  it("opens a JWE of the published shape", async () => {
    const { jwk, privateKey } = await createPinKey();
    const jwe = encryptPin(jwk as never, "1928");
    expect(jwe).toHaveLength(published.jwe_shape_sample.compact_length);
    const opened = openJwe(jwe, { kid: jwk.kid, privateKey }, true);
    expect(opened.opened && opened.plaintext.toString()).toBe('{"pin": "1928"}');
  });
});
