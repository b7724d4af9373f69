// Checklist row 62: one module turns stored bytes into a key and hands out signatures; no bridge answer has a key in it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePinKey } from "../../src-main/card-pin/pin-key.ts";
import { describeOverview } from "../../src-main/overview.ts";
import { createCurrentCustomer } from "../../src-main/sign-in/current-customer.ts";
import { makeRsaKey } from "../unit/by-hand.ts";
import { createFakeEnrolment, recordAt } from "../unit/device/fake-enrolment.ts";
import { sourcesIn } from "../walls/lint-mirror.ts";

const sourceOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const using = (pattern: RegExp) => sourcesIn("src-main").filter((file) => pattern.test(sourceOf(file)));

describe("the private key", () => {
  it("becomes a key in one file", () => {
    expect(using(/\bcreatePrivateKey\b/)).toEqual(["src-main/device/device-key.ts"]);
  });

  it("is read by that file and the one that describes its form", () => {
    expect(using(/\bprivate_key\b/)).toEqual(["src-main/device/device-key.ts", "src-main/device/device-record.ts"]);
  });

  it("is not handed out by a function", () => {
    const exported = [
      ...sourceOf("src-main/device/device-key.ts").matchAll(/^export (?:async )?function (\w+)\(.*\): (\w+)/gm),
    ];
    expect(exported.map(([, name, type]) => [name, type])).toEqual([
      ["makeKeyPair", "KeyPair"],
      ["signOneTimeCode", "string"],
      ["signNewKey", "string"],
      ["signEncryptedPin", "string"],
    ]);
  });

  it.each(["requested", "challenged", "verified", "bound"] as const)(
    "is in nothing that the window sees: %s",
    async (stage) => {
      const record = recordAt(stage);
      const customer = createCurrentCustomer();
      customer.set({ customer_id: "customer-0000000001", name: "Ada" }, "MARKER-TOKEN");
      const parts = { demo: null, customer, enrolment: () => createFakeEnrolment(record), version: "1" };
      const seen = JSON.stringify(await describeOverview(parts, "host"));
      const { unrestricted, restricted } = record;
      for (const secret of [
        unrestricted.private_key,
        restricted.private_key,
        unrestricted.public_key,
        "MARKER-TOKEN",
        "customer-0000000001",
      ]) {
        expect(seen).not.toContain(secret);
      }
    },
  );
});

it("the imported PIN key cannot be exported again", async () => {
  const { publicKey } = await parsePinKey(makeRsaKey("a-key").jwk);
  await expect(crypto.subtle.exportKey("jwk", publicKey as CryptoKey)).rejects.toThrow();
});
