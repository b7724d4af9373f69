// The restricted key on a TPM 2.0, by tpm2-pkcs11: a chip's rules, and a counter that locks.
import { createHash, createPublicKey, randomBytes, verify } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TokenRefused } from "../../src-hardware-key/ask-token.ts";
import { startTokenProcess, type TokenProcess } from "../../src-hardware-key/fork-token.ts";
import { hashOfModule } from "../../src-hardware-key/known-module.ts";
import type { Answered } from "../../src-hardware-key/token-messages.ts";
import { leftToLongForm } from "../long-form.ts";
import { pinBytes } from "./softhsm.ts";
import { hasSoftwareTpm, startSoftwareTpm, tpmModule } from "./software-tpm.ts";

const token = { label: "card", serial: "0000000000000000" };
const withinTime = () => AbortSignal.timeout(60_000);

describe.skipIf(leftToLongForm("keys on a TPM in software") || !hasSoftwareTpm())("a key on a TPM", () => {
  let tpm: Awaited<ReturnType<typeof startSoftwareTpm>>;
  let tokens: TokenProcess;
  beforeAll(async () => {
    tpm = await startSoftwareTpm(token.label);
    tokens = startTokenProcess({ file: tpmModule, sha256: hashOfModule(tpmModule) }, tpm.env);
  });
  afterAll(async () => {
    await tokens.end();
    await tpm.close();
  });

  const makeKey = () => tokens.ask("makeKey", { token, pin: pinBytes(), digest: new Uint8Array(32) }, withinTime());
  const sign = (key: Pick<Answered<"makeKey">, "keyId" | "publicKey">, message: Uint8Array, pin = pinBytes()) =>
    tokens.ask("sign", { token, pin, ...key, digest: createHash("sha256").update(message).digest() }, withinTime());

  it("is found among tokens that all have one serial number", async () => {
    const found = (await tokens.ask("tokens", {}, withinTime())).tokens;
    expect(found.map(({ serial }) => serial)).toContain(token.serial);
    expect(found.find(({ label }) => label === token.label)).toMatchObject({ hasPin: true });
  });

  it("signs what its public half verifies, and can be removed", async () => {
    const { keyId, publicKey } = await makeKey();
    const made = { keyId, publicKey };
    const point = Buffer.from(made.publicKey, "hex");
    const [x, y] = [point.toString("base64url", 1, 33), point.toString("base64url", 33)];
    const key = createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y } });
    for (let round = 0; round < 50; round++) {
      const message = randomBytes(40);
      const { signature } = await sign(made, message);
      expect(verify("sha256", message, { key, dsaEncoding: "der" }, Buffer.from(signature, "hex"))).toBe(true);
    }
    await tokens.ask("removeKey", { token, pin: pinBytes(), ...made }, withinTime());
    await expect(sign(made, randomBytes(40))).rejects.toMatchObject({ refused: { why: "no-key" } });
  });

  it("is locked by the chip's own counter after wrong PINs, for the right one too", async () => {
    const { keyId, publicKey } = await makeKey();
    const made = { keyId, publicKey };
    const wrong = async () => {
      const answer = sign(made, randomBytes(40), pinBytes("111111")).then(() => "done");
      return answer.catch(({ refused }: TokenRefused) => refused);
    };
    // This module says nothing of tries before.
    const said = { why: "wrong-pin", returned: 0xa0, tries: "untold" };
    const locked = { why: "locked", returned: 0xa4, tries: "none" };
    const answers: unknown[] = [];
    for (let round = 0; round < 20 && !isDeepStrictEqual(answers.at(-1), locked); round++) answers.push(await wrong());
    expect(answers.slice(0, -1)).toEqual(answers.slice(0, -1).map(() => said));
    expect(answers.at(-1)).toEqual(locked);
    await expect(sign(made, randomBytes(40))).rejects.toMatchObject({ refused: locked });
  });
});
