import {
  constants,
  createDecipheriv,
  createHmac,
  type KeyObject,
  privateDecrypt,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { z } from "zod";

/** Why a JWE is refused. It must not say what failed inside the decryption (RFC 7516 §11.5). */
export type JweFault = "kid does not match" | "unsupported algorithm" | "cannot be decrypted";

export type OpenedJwe =
  | { readonly opened: true; readonly plaintext: Buffer }
  | { readonly opened: false; readonly fault: JweFault };

export type JweKey = { readonly kid: string; readonly privateKey: KeyObject };

const headerSchema = z.object({
  alg: z.string(),
  enc: z.string(),
  kid: z.string().optional(),
  zip: z.unknown().optional(),
  crit: z.unknown().optional(),
});

/** Opens a compact JWE, only with RSA-OAEP-256 and A256CBC-HS512. The caller must wipe the plaintext. */
export function openJwe(compact: string, key: JweKey, strictKid: boolean): OpenedJwe {
  const [protectedHeader, encryptedKey, iv, ciphertext, tag] = readParts(compact) ?? [];
  if (!protectedHeader || !encryptedKey || !iv || !ciphertext || !tag) return refuse("cannot be decrypted");
  const header = readHeader(protectedHeader);
  if (header === undefined) return refuse("cannot be decrypted");
  // RFC 7516 §4.1.3 and §4.1.13: unsupported compression or extensions must not be ignored.
  const plain = header.zip === undefined && header.crit === undefined;
  if (header.alg !== "RSA-OAEP-256" || header.enc !== "A256CBC-HS512" || !plain) return refuse("unsupported algorithm");
  // One working client omits the kid (docs/solaris-api.md §5), so a missing one is refused only if the setting says so (Q3).
  if (header.kid === undefined ? strictKid : header.kid !== key.kid) return refuse("kid does not match");
  if (iv.length !== 16 || tag.length !== 32 || ciphertext.length === 0 || ciphertext.length % 16 !== 0) {
    return refuse("cannot be decrypted");
  }
  const contentKey = unwrapKey(encryptedKey, key.privateKey);
  try {
    const aad = Buffer.from(compact.slice(0, compact.indexOf(".")), "ascii");
    const plaintext = decryptContent(contentKey, aad, iv, ciphertext, tag);
    return plaintext === undefined ? refuse("cannot be decrypted") : { opened: true, plaintext };
  } finally {
    contentKey.fill(0);
  }
}

function refuse(fault: JweFault): OpenedJwe {
  return { opened: false, fault };
}

function readParts(compact: string): Buffer[] | undefined {
  const parts = compact.split(".");
  if (parts.length !== 5) return undefined;
  const decoded = parts.map((part) => Buffer.from(part, "base64url"));
  // Node's decoder skips unknown characters; RFC 7515 §2 allows neither those nor padding.
  return decoded.every((bytes, index) => bytes.toString("base64url") === parts[index]) ? decoded : undefined;
}

function readHeader(bytes: Buffer): z.infer<typeof headerSchema> | undefined {
  try {
    const parsed = headerSchema.safeParse(JSON.parse(bytes.toString("utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function unwrapKey(encryptedKey: Buffer, privateKey: KeyObject): Buffer {
  try {
    // RFC 7518 §4.3: SHA-256 for the label and for MGF1; Node uses oaepHash for both.
    const options = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" };
    const contentKey = privateDecrypt(options, encryptedKey);
    if (contentKey.length === 64) return contentKey;
    contentKey.fill(0);
  } catch {
    // Hidden on purpose: a random key makes this failure look like a wrong tag (RFC 7516 §11.5).
  }
  return randomBytes(64);
}

function decryptContent(contentKey: Buffer, aad: Buffer, iv: Buffer, ciphertext: Buffer, tag: Buffer) {
  // RFC 7518 §5.2.2.1: the first half authenticates, the second encrypts; AL is the length of the AAD in bits.
  const aadLength = Buffer.alloc(8);
  aadLength.writeBigUInt64BE(BigInt(aad.length) * 8n);
  const mac = createHmac("sha512", contentKey.subarray(0, 32));
  const expected = mac.update(aad).update(iv).update(ciphertext).update(aadLength).digest().subarray(0, 32);
  if (!timingSafeEqual(expected, tag)) return undefined;
  const decipher = createDecipheriv("aes-256-cbc", contentKey.subarray(32), iv);
  const blocks = decipher.update(ciphertext);
  let rest: Buffer | undefined;
  try {
    rest = decipher.final();
    return Buffer.concat([blocks, rest]);
  } catch {
    // The tag was right, so the sender's own padding is wrong.
    return undefined;
  } finally {
    blocks.fill(0);
    rest?.fill(0);
  }
}
