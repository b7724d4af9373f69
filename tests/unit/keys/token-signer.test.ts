import { createHash, createPrivateKey, sign as signBy } from "node:crypto";
import { expect, it, vi } from "vitest";
import { makeP256KeyPair } from "../../../src-main/keys/p256-key-pair.ts";
import { createTokenSigner } from "../../../src-main/keys/token-signer.ts";
import { createUnlockedKey } from "../../../src-main/keys/unlocked-key.ts";
import type { KnownTokenKey } from "../../../src-main/token/tokens.ts";
import { ascii } from "../by-hand.ts";

const own = makeP256KeyPair();
const other = makeP256KeyPair();
const key: KnownTokenKey = {
  token: { module: "one", serial: "1", label: "card" },
  keyId: "0".repeat(32),
  publicKey: own.publicKey,
};
const texts = ["abc"];
/** What a token's key makes of the digest of one of the texts. */
const signatureOf = (digest: string, { pkcs8 }: typeof own) => {
  const text = texts.find((one) => createHash("sha256").update(one).digest("hex") === digest) ?? "";
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  return signBy("sha256", Buffer.from(text), key).toString("hex");
};

function createSigner(pair = own) {
  const entered = ascii("604213");
  const asked: { pin: Uint8Array; was: string; digest: string }[] = [];
  const sign = async (_: KnownTokenKey, pin: Uint8Array, digest: Uint8Array) => {
    const hex = Buffer.from(digest).toString("hex");
    asked.push({ pin, was: Buffer.from(pin).toString("ascii"), digest: hex });
    return signatureOf(hex, pair);
  };
  const signer = createTokenSigner("a-device", key, { sign }, entered);
  entered.fill(0); // as whoever calls it does
  return { signer, asked };
}

it("has the token sign the digest of the text, with the PIN that was entered", async () => {
  const { signer, asked } = createSigner();
  expect(await signer.signStringToSign("abc")).toMatch(/^30/);
  expect(asked).toMatchObject([{ was: "604213", digest: createHash("sha256").update("abc").digest("hex") }]);
});

it("signs nothing of another form: not a JWE as text, and no encrypted PIN that was not made here", async () => {
  const { signer, asked } = createSigner();
  await expect(async () => signer.signStringToSign("a.b.c.d.e")).rejects.toThrow("not a string to sign");
  const foreign = { compact: "a.b.c.d.e", keyId: "a-key" } as never;
  await expect(async () => signer.signEncryptedPin(foreign)).rejects.toThrow("not a PIN that was encrypted here");
  expect(asked).toEqual([]);
});

it("hands on no signature of another key that the token has under this id", async () => {
  const { signer } = createSigner(other);
  await expect(signer.signStringToSign("abc")).rejects.toMatchObject({ code: "ERR_TOKEN_KEY_MISSING" });
});

it("gives the token's process no wiped PIN, which would count as a wrong one: it has its own until it has answered", async () => {
  let started = () => {};
  const start = new Promise<void>((resolve) => {
    started = resolve;
  });
  const given: { pin: Uint8Array; was: string }[] = [];
  const sign = async (_: KnownTokenKey, pin: Uint8Array, digest: Uint8Array) => {
    await start; // the process; then it is asked
    given.push({ pin, was: Buffer.from(pin).toString("ascii") });
    return signatureOf(Buffer.from(digest).toString("hex"), own);
  };
  const signer = createTokenSigner("a-device", key, { sign }, ascii("604213"));
  const signature = signer.signStringToSign("abc");
  signer.end();
  started();
  await signature;
  expect(given).toEqual([{ pin: new Uint8Array(6), was: "604213" }]);
});

it("wipes the PIN when it ends, and signs no more", async () => {
  const { signer, asked } = createSigner();
  await signer.signStringToSign("abc");
  signer.end();
  expect([...(asked[0]?.pin ?? [])]).toEqual([0, 0, 0, 0, 0, 0]);
  await expect(async () => signer.signStringToSign("abc")).rejects.toThrow("the PIN is wiped");
});

it("is ended where it is held and not taken: dropped, replaced, or after half a minute", () => {
  vi.useFakeTimers();
  const ended: string[] = [];
  const signer = (deviceId: string) => ({ ...createSigner().signer, deviceId, end: () => void ended.push(deviceId) });
  const unlocked = createUnlockedKey();
  unlocked.put(signer("replaced"));
  unlocked.put(signer("dropped"));
  unlocked.drop();
  unlocked.put(signer("late"));
  vi.advanceTimersByTime(30_000);
  unlocked.put(signer("taken"));
  unlocked.take();
  expect(ended).toEqual(["replaced", "dropped", "late"]);
  vi.useRealTimers();
});
