import { readFileSync } from "node:fs";

interface Published {
  readonly otp_signature: {
    readonly public_key_hex: string;
    readonly message_ascii: string;
    readonly signature_der_hex: string;
  };
  readonly pin_key_jwks: readonly Readonly<Record<"kid" | "kty" | "use" | "alg" | "n" | "e", string>>[];
  readonly jwe_shape_sample: {
    readonly protected_header: Readonly<Record<"alg" | "enc" | "kid", string>>;
    readonly lengths_bytes: Readonly<Record<"encrypted_key" | "iv" | "ciphertext" | "tag", number>>;
    readonly compact_length: number;
  };
}

/** Solaris' published samples. */
export const published = JSON.parse(
  readFileSync(new URL("../vectors/solaris-published.json", import.meta.url), "utf8"),
) as Published;
