import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { z } from "zod";

/** What scrypt costs (RFC 7914 §2). */
export interface KeyCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * New keys are wrapped with these parameters; a key wrapped with weaker ones is wrapped again when its passcode is next
 * entered.
 */
export const currentCost: KeyCost = { N: 2 ** 17, r: 8, p: 1 };

/** The most memory that scrypt may take, whatever a record says. */
export const MOST_MEMORY_BYTES = 256 * 2 ** 20;
/** AES-256. */
export const DERIVED_KEY_BYTES = 32;

export interface Derivation extends KeyCost {
  readonly salt: Uint8Array;
}

/** Runs scrypt without blocking main (derive-in-worker.ts). */
export type DeriveKey = (passcode: Uint8Array, derivation: Derivation) => Promise<Uint8Array>;

/** The purpose of a wrapped key; the unrestricted key is not wrapped. */
type Purpose = "restricted";

const VERSION = 1;
const CIPHER = "aes-256-gcm";
const SALT_BYTES = 16;
/** The length that GCM is made for (NIST SP 800-38D §8.2). */
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** More than any P-256 key in PKCS#8 needs (138 bytes). */
const LONGEST_KEY_BYTES = 256;

/** Bytes as canonical base64url. */
const bytes = (fits: (length: number) => boolean) =>
  z.string().refine((text) => {
    const decoded = Buffer.from(text, "base64url");
    return decoded.toString("base64url") === text && fits(decoded.length);
  });

const cost = z
  .strictObject({ N: z.int().min(2), r: z.int().min(1).max(32), p: z.int().min(1).max(16) })
  .refine(({ N, r, p }) => Number.isInteger(Math.log2(N)) && 128 * r * (N + p + 2) <= MOST_MEMORY_BYTES);

/** A private key that only the passcode opens, with all parameters to open it. */
export const wrappedKey = z.strictObject({
  version: z.literal(VERSION),
  scrypt: cost,
  salt: bytes((length) => length === SALT_BYTES),
  iv: bytes((length) => length === IV_BYTES),
  ciphertext: bytes((length) => length >= 1 && length <= LONGEST_KEY_BYTES),
  tag: bytes((length) => length === TAG_BYTES),
});
export type WrappedKey = z.infer<typeof wrappedKey>;

/** The device and purpose that a wrapped key is bound to: it does not open as another. */
export interface KeyIdentity {
  readonly deviceId: string;
  readonly purpose: Purpose;
}

/**
 * Wraps a private key: scrypt, then AES-256-GCM.
 * @param key, passcode the caller's to wipe
 */
export async function wrapKey(
  derive: DeriveKey,
  passcode: Uint8Array,
  key: Uint8Array,
  identity: KeyIdentity,
  cost: KeyCost,
): Promise<WrappedKey> {
  const [salt, iv] = [randomBytes(SALT_BYTES), randomBytes(IV_BYTES)];
  const derived = await derive(passcode, { ...cost, salt });
  try {
    const cipher = createCipheriv(CIPHER, derived, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(associatedData(VERSION, identity));
    const ciphertext = Buffer.concat([cipher.update(key), cipher.final()]);
    const { N, r, p } = cost;
    return {
      version: VERSION,
      scrypt: { N, r, p },
      salt: salt.toString("base64url"),
      iv: iv.toString("base64url"),
      ciphertext: ciphertext.toString("base64url"),
      tag: cipher.getAuthTag().toString("base64url"),
    };
  } finally {
    derived.fill(0);
  }
}

/**
 * Derives the key to open a wrapped key. Only {@link unwrapKey} shows whether it fits. Fails by its promise alone, whatever
 * `derive` does.
 * @returns the caller's to wipe
 */
export async function deriveFor(derive: DeriveKey, passcode: Uint8Array, wrapped: WrappedKey): Promise<Uint8Array> {
  return derive(passcode, { ...wrapped.scrypt, salt: Buffer.from(wrapped.salt, "base64url") });
}

/**
 * Opens a wrapped key. A wrong tag is the only sign of a wrong passcode.
 * @param derived from {@link deriveFor}; wiped here
 * @returns the key, the caller's to wipe; null if it does not open
 */
export function unwrapKey(derived: Uint8Array, wrapped: WrappedKey, identity: KeyIdentity): Uint8Array | null {
  const [iv, ciphertext, tag] = [wrapped.iv, wrapped.ciphertext, wrapped.tag].map((text) =>
    Buffer.from(text, "base64url"),
  ) as [Buffer, Buffer, Buffer];
  try {
    const decipher = createDecipheriv(CIPHER, derived, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(associatedData(wrapped.version, identity));
    decipher.setAuthTag(tag);
    const key = decipher.update(ciphertext);
    if (isAuthentic(decipher)) return key;
    key.fill(0);
    return null;
  } finally {
    derived.fill(0);
  }
}

/** Whether a key was wrapped with weaker parameters than today's. */
export function isOutdated({ scrypt }: WrappedKey, { N, r, p }: KeyCost): boolean {
  return scrypt.N < N || scrypt.r < r || scrypt.p < p;
}

/** GCM throws if anything was altered; the error's text adds nothing. */
function isAuthentic(decipher: ReturnType<typeof createDecipheriv>): boolean {
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

/** A JSON array, because two different lists never have the same bytes. */
function associatedData(version: number, { deviceId, purpose }: KeyIdentity): Uint8Array {
  return Buffer.from(JSON.stringify(["cardbound wrapped key", version, deviceId, purpose]), "utf8");
}
