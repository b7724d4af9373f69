import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { Signature } from "@tufjs/models";
import type { Root } from "../../src-main/updates/metadata-schemas.ts";
import { keyIdOf } from "../../src-main/updates/signed-metadata.ts";

export type PublicKey = Root["keys"][string];

/** Below this a stolen file is soon open: PKCS#8's own key derivation (PBKDF2) is quick. */
export const PASSPHRASE_SHORTEST = 20;

/** A key that signs roots or releases. */
export interface ReleaseKey {
  readonly id: string;
  readonly publicKey: PublicKey;
  readonly sign: (bytes: Buffer) => Signature;
}

/** A new Ed25519 key, as PKCS#8 in PEM under a passphrase. @throws RangeError if that is too short */
export function makeKeyFile(passphrase: string): string {
  if (passphrase.length < PASSPHRASE_SHORTEST)
    throw new RangeError(`the passphrase needs ${PASSPHRASE_SHORTEST} characters`);
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase }).toString();
}

/** @throws the system's error for a wrong passphrase, or for what is no key file */
export function openKeyFile(pem: string, passphrase: string): ReleaseKey {
  const key = createPrivateKey({ key: pem, passphrase });
  const publicKey = publicKeyOf(key);
  const id = keyIdOf(publicKey);
  return {
    id,
    publicKey,
    sign: (bytes) => new Signature({ keyID: id, sig: sign(null, bytes, key).toString("hex") }),
  };
}

function publicKeyOf(key: KeyObject): PublicKey {
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return {
    keytype: "ed25519",
    scheme: "ed25519",
    keyval: { public: Buffer.from(x, "base64url").toString("hex") },
  };
}
