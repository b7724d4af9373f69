import { importJWK } from "jose";
import { z } from "zod";
import { pinKeyId } from "../../src-contract/api/identifiers.ts";
import { AppError } from "../app-error.ts";

type PublicKey = Exclude<Awaited<ReturnType<typeof importJWK>>, Uint8Array>;

/** Solaris' key for PIN encryption, checked and ready. */
export interface PinEncryptionKey {
  readonly keyId: string;
  readonly publicKey: PublicKey;
}

const SMALLEST_MODULUS_BITS = 2048;
/** The largest that every implementation supports; a longer key would only cost time. */
const LARGEST_MODULUS_BITS = 8192;
const SMALLEST_EXPONENT = 65_537n;
/** RFC 7518 §6.3.2, and §6.4.1 for `k`: members that only a private or a symmetric key has. */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

const publicRsaKey = z
  .looseObject({
    kid: pinKeyId,
    kty: z.literal("RSA"),
    use: z.literal("enc").optional(),
    n: z.string().refine(isModulus),
    e: z.string().refine((e) => toInteger(e) >= SMALLEST_EXPONENT && toInteger(e) % 2n === 1n),
  })
  .refine((jwk) => privateMembers.every((member) => !(member in jwk)));

/**
 * Checks the key that the backend delivered as Solaris' key (docs/threat-model.md#pin-key-checked). `alg` is not read:
 * Solaris says `RS256`, and we choose the algorithms (docs/solaris-api.md §1).
 * @throws AppError ERR_PIN_KEY_INVALID
 */
export async function parsePinKey(jwk: unknown): Promise<PinEncryptionKey> {
  const parsed = publicRsaKey.safeParse(jwk);
  if (!parsed.success) throw new AppError("ERR_PIN_KEY_INVALID");
  const { kid, n, e } = parsed.data;
  try {
    const key = await importJWK({ kty: "RSA", n, e }, "RSA-OAEP-256", { extractable: false });
    if (key instanceof Uint8Array) throw new TypeError("an RSA key imports as a key");
    return { keyId: kid, publicKey: key };
  } catch (cause) {
    throw new AppError("ERR_PIN_KEY_INVALID", { cause });
  }
}

/** Odd, like every product of odd primes; otherwise the encryption would fail later with a vaguer error. */
function isModulus(n: string): boolean {
  const bits = toInteger(n).toString(2);
  return bits.length >= SMALLEST_MODULUS_BITS && bits.length <= LARGEST_MODULUS_BITS && bits.endsWith("1");
}

/** A base64url integer (RFC 7518 §2), or 0 if it is not one. */
function toInteger(text: string): bigint {
  return /^[A-Za-z0-9_-]+$/.test(text) ? BigInt(`0x0${Buffer.from(text, "base64url").toString("hex")}`) : 0n;
}
