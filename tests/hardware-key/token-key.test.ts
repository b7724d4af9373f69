// The restricted key on a token, by a real module (SoftHSM) in the real process.
import { execFileSync } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, verify } from "node:crypto";
import { cpSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { TokenRefused } from "../../src-hardware-key/ask-token.ts";
import { startTokenProcess, type TokenProcess } from "../../src-hardware-key/fork-token.ts";
import { hashOfModule } from "../../src-hardware-key/known-module.ts";
import type { Answered, TokenName } from "../../src-hardware-key/token-messages.ts";
import { runs } from "../long-form.ts";
import { readPrivateValue } from "./private-value.ts";
import { hasSofthsm, openSofthsm, pinBytes, pinOfTokens, type Softhsm, setFlags, softhsmModule } from "./softhsm.ts";

type MadeKey = Answered<"makeKey">;

const withinTime = () => AbortSignal.timeout(60_000);
const digestOf = (message: Uint8Array) => createHash("sha256").update(message).digest();
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error: TokenRefused) => error.refused,
  );

function keyOf(point: string): KeyObject {
  const bytes = Buffer.from(point, "hex");
  const [x, y] = [bytes.toString("base64url", 1, 33), bytes.toString("base64url", 33)];
  return createPublicKey({ format: "jwk", key: { kty: "EC", crv: "P-256", x, y } });
}

describe.skipIf(!hasSofthsm)("a key on a token", () => {
  let softhsm: Softhsm;
  let tokens: TokenProcess;
  const start = () => startTokenProcess({ file: softhsmModule, sha256: hashOfModule(softhsmModule) }, softhsm.env);

  // A process for all tests, as each start takes a while; the tokens are each test's own.
  beforeAll(() => {
    softhsm = openSofthsm();
    tokens = start();
  });
  afterEach(() => softhsm.removeTokens());
  afterAll(async () => {
    await tokens.end();
    softhsm.close();
  });

  const list = async () => (await tokens.ask("tokens", {}, withinTime())).tokens;
  /** The one token of that label that is there. */
  async function nameOf(label: string): Promise<TokenName> {
    const found = (await list()).find((token) => token.label === label);
    if (found === undefined) throw new Error(`no token ${label}`);
    return { serial: found.serial, label: found.label };
  }
  const makeKey = (token: TokenName, pin = pinBytes()) =>
    tokens.ask("makeKey", { token, pin, digest: new Uint8Array(32) }, withinTime());
  const sign = (token: TokenName, key: MadeKey, message: Uint8Array, pin = pinBytes()) =>
    tokens.ask(
      "sign",
      { token, pin, keyId: key.keyId, publicKey: key.publicKey, digest: digestOf(message) },
      withinTime(),
    );

  it("lists what is there, and what each says of itself", async () => {
    softhsm.addToken("card");
    softhsm.addToken("spare");
    const set = { isInitialised: true, hasPin: true, isWriteProtected: false, hasOwnKeypad: false, tries: "untold" };
    const card = { ...set, label: "card", manufacturer: "SoftHSM project", pinLength: { least: 4, most: 255 } };
    const found = await list();
    expect(
      found
        .filter(({ isInitialised }) => isInitialised)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(["card", "spare"]);
    expect(found.find(({ label }) => label === "card")).toMatchObject(card);
    expect(new Set(found.map(({ serial }) => serial)).size).toBe(found.length);
  });

  it("signs what its public half verifies, in DER", async () => {
    softhsm.addToken("card");
    const card = await nameOf("card");
    const key = await makeKey(card);
    const rounds = runs(8, 400); // of 256 signatures two begin with a zero byte on average, which DER leaves away
    for (let round = 0; round < rounds; round++) {
      const message = randomBytes(40);
      const { signature } = await sign(card, key, message);
      const der = { key: keyOf(key.publicKey), dsaEncoding: "der" } as const;
      expect(verify("sha256", message, der, Buffer.from(signature, "hex"))).toBe(true);
      expect(verify("sha256", randomBytes(40), der, Buffer.from(signature, "hex"))).toBe(false);
    }
  });

  it("does not give the private half away, not even to its holder", async () => {
    softhsm.addToken("card");
    const { keyId } = await makeKey(await nameOf("card"));
    const CKR_ATTRIBUTE_SENSITIVE = 0x11;
    expect(await readPrivateValue(softhsm.env, keyId)).toEqual({ returned: CKR_ATTRIBUTE_SENSITIVE });
  });

  it("is there for the next process", async () => {
    softhsm.addToken("card");
    const card = await nameOf("card");
    const key = await makeKey(card);
    await tokens.end();
    tokens = start();
    const { signature } = await sign(card, key, Buffer.from("a message"));
    expect(verify("sha256", Buffer.from("a message"), keyOf(key.publicKey), Buffer.from(signature, "hex"))).toBe(true);
  });

  it("does not sign with a wrong PIN, and says what the token says of its counter", async () => {
    softhsm.addToken("card");
    const card = await nameOf("card");
    const key = await makeKey(card);
    const wrong = sign(card, key, Buffer.from("a message"), pinBytes("111111"));
    expect(await refusal(wrong)).toEqual({ why: "wrong-pin", returned: 0xa0, tries: "few" });
    expect((await list()).find(({ label }) => label === "card")?.tries).toBe("few");
    await sign(card, key, Buffer.from("a message"));
    expect((await list()).find(({ label }) => label === "card")?.tries).toBe("untold");
  });

  it("does not try a PIN that is too short for the token", async () => {
    softhsm.addToken("card");
    const card = await nameOf("card");
    expect(await refusal(makeKey(card, pinBytes("111")))).toMatchObject({ why: "pin-length", returned: null });
    expect((await list()).find(({ label }) => label === "card")?.tries).toBe("untold");
  });

  it("does not try a PIN at a token that says that it is locked", async () => {
    const folder = softhsm.addToken("card");
    const card = await nameOf("card");
    const key = await makeKey(card);
    setFlags(folder, 0x4_0000);
    expect((await list()).find(({ label }) => label === "card")?.tries).toBe("none");
    const locked = { why: "locked", returned: null, tries: "none" };
    expect(await refusal(sign(card, key, Buffer.from("a message")))).toEqual(locked);
  });

  it("says that one try is left", async () => {
    setFlags(softhsm.addToken("card"), 0x2_0000);
    expect((await list()).find(({ label }) => label === "card")?.tries).toBe("last");
  });

  it("is out of reach while its token is not there, and back with it", async () => {
    const folder = softhsm.addToken("card");
    const card = await nameOf("card");
    const key = await makeKey(card);
    cpSync(folder, path.join(softhsm.folder, "drawer"), { recursive: true });
    softhsm.removeTokens();
    expect(await refusal(sign(card, key, Buffer.from("a message")))).toMatchObject({ why: "no-token" });
    cpSync(path.join(softhsm.folder, "drawer"), folder, { recursive: true });
    await expect(sign(card, key, Buffer.from("a message"))).resolves.toBeDefined();
  });

  it("is on one of two tokens with the same label", async () => {
    softhsm.addToken("card");
    softhsm.addToken("card");
    const [one, other] = (await list()).filter(({ label }) => label === "card");
    const [first, second] = [one, other].map((token) => ({ serial: token?.serial ?? "", label: "card" }));
    const key = await makeKey(first as TokenName);
    await expect(sign(first as TokenName, key, Buffer.from("a message"))).resolves.toBeDefined();
    expect(await refusal(sign(second as TokenName, key, Buffer.from("a message")))).toMatchObject({ why: "no-key" });
  });

  it("can be removed, again and again, and others stay", async () => {
    softhsm.addToken("card");
    const card = await nameOf("card");
    const [gone, stays] = [await makeKey(card), await makeKey(card)];
    const remove = () =>
      tokens.ask(
        "removeKey",
        { token: card, pin: pinBytes(), keyId: gone.keyId, publicKey: gone.publicKey },
        withinTime(),
      );
    await remove();
    await remove();
    expect(await refusal(sign(card, gone, Buffer.from("a message")))).toMatchObject({ why: "no-key" });
    await expect(sign(card, stays, Buffer.from("a message"))).resolves.toBeDefined();
  });

  it("leaves a key that another program has put there under its id", async () => {
    softhsm.addToken("card");
    const card = await nameOf("card");
    const key = await makeKey(card);
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const file = path.join(softhsm.folder, "company.pem");
    writeFileSync(file, privateKey.export({ format: "pem", type: "pkcs8" }));
    const theirs = "ab".repeat(16);
    const words = ["--import", file, "--token", "card", "--label", "company", "--id", theirs, "--pin", pinOfTokens];
    execFileSync("softhsm2-util", words, { env: softhsm.env, stdio: "ignore" });
    const edited = () => ({ token: card, pin: pinBytes(), publicKey: key.publicKey, keyId: theirs });
    const digest = digestOf(Buffer.from("a message"));
    for (const asked of [
      tokens.ask("removeKey", edited(), withinTime()),
      tokens.ask("checkKey", edited(), withinTime()),
      tokens.ask("sign", { ...edited(), digest }, withinTime()),
      tokens.ask("makeKey", { token: card, pin: pinBytes(), keyId: theirs, digest }, withinTime()),
    ])
      expect(await refusal(asked)).toMatchObject({ why: "not-ours" });
    const { publicKey: taken } = await makeKey(card);
    const another = { token: card, pin: pinBytes(), keyId: key.keyId, publicKey: taken };
    expect(await refusal(tokens.ask("removeKey", another, withinTime()))).toMatchObject({ why: "not-ours" });
    await expect(sign(card, key, Buffer.from("a message"))).resolves.toBeDefined();
    expect(await readPrivateValue(softhsm.env, theirs)).toEqual({ returned: 0x11 }); // still there
  });

  it("answers questions that come at once, one after the other", async () => {
    softhsm.addToken("card");
    const card = await nameOf("card");
    const made = await Promise.all([makeKey(card), makeKey(card), makeKey(card)]);
    expect(new Set(made.map(({ keyId }) => keyId)).size).toBe(3);
  });

  it("takes nothing but a SHA-256 digest, and a PIN", async () => {
    softhsm.addToken("card");
    const card = await nameOf("card");
    const key = await makeKey(card);
    const asked = { token: card, pin: pinBytes(), keyId: key.keyId, publicKey: key.publicKey, digest: randomBytes(64) };
    expect(await refusal(tokens.ask("sign", asked, withinTime()))).toMatchObject({ why: "failed", returned: null });
    expect(await refusal(makeKey(card, new Uint8Array()))).toMatchObject({ why: "failed", returned: null });
  });
});
