import { TokenError } from "./token-refusals.ts";

/** Of P-256. */
const HALF_BYTES = 32;

/**
 * A signature as Solaris wants it (docs/solaris-api.md §5): `ECDSA-Sig-Value` in DER (RFC 5480, appendix A).
 * @param raw r‖s, as PKCS#11 gives it
 * @throws TokenError if it has another length
 */
export function derOfSignature(raw: Uint8Array): Buffer {
  if (raw.length !== 2 * HALF_BYTES) throw new TokenError("failed");
  const both = Buffer.concat([derInteger(raw.subarray(0, HALF_BYTES)), derInteger(raw.subarray(HALF_BYTES))]);
  return Buffer.concat([Buffer.from([0x30, both.length]), both]);
}

/** As few bytes as possible (X.690 §8.3.2), and one more where the first bit would make it negative. */
function derInteger(value: Uint8Array): Buffer {
  const first = value.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Buffer.from([0]) : Buffer.from(value.subarray(first));
  const positive = (digits[0] as number) < 0x80 ? digits : Buffer.concat([Buffer.from([0]), digits]);
  return Buffer.concat([Buffer.from([0x02, positive.length]), positive]);
}
