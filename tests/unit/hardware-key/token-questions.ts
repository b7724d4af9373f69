import type { FakeCryptoki } from "./fake-cryptoki.ts";

// What the token's process is asked, each time with a PIN of its own: it is wiped there.

const token = { serial: "1", label: "card" };
export const keyId = "00112233445566778899aabbccddeeff";
const pin = () => Uint8Array.from(Buffer.from("604213"));
/** The public half that the fake's point says. */
export const publicKey = (fake: FakeCryptoki) => Buffer.from(fake.point.subarray(-65)).toString("hex");

/** About the fake's key. */
export const key = (fake: FakeCryptoki, more = {}) => ({
  token,
  pin: pin(),
  keyId,
  publicKey: publicKey(fake),
  ...more,
});

/** To have it sign. */
export const question = (fake: FakeCryptoki, more = {}) => key(fake, { digest: new Uint8Array(32), ...more });

/** For a new one, under an id of its own. */
export const newKey = (more = {}) => ({ token, pin: pin(), digest: new Uint8Array(32), ...more });
