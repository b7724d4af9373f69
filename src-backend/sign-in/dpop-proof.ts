import { createHash } from "node:crypto";
import { calculateJwkThumbprint, EmbeddedJWK } from "jose";
import { z } from "zod";
import { CLOCK_TOLERANCE } from "./clock-tolerance.ts";
import { isAddressOf } from "./proof-address.ts";
import { PROOF_ALGORITHMS } from "./proof-algorithms.ts";
import { type JwsFault, JwsRefused, readJws } from "./read-jws.ts";
import { type RefusalReason, SignInRefused } from "./refusal.ts";

/** In seconds: the way from the sender to here takes one at most, and its clock may be off by some. */
const LONGEST_AGE = 60;
/** In characters. One with a key of 4,096 bits has about 2,000. */
const LONGEST_PROOF = 4096;

const claims = z.looseObject({
  jti: z.string().min(1),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  ath: z.string(),
});

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** RFC 7518 §6.2.1, §6.3.1. The bounds keep a sender from choosing how long a verification takes. */
const publicKey = z.discriminatedUnion("kty", [
  z.looseObject({ kty: z.literal("EC"), crv: z.literal("P-256"), x: coordinate, y: coordinate }),
  z.looseObject({ kty: z.literal("RSA"), n: z.string().regex(/^[A-Za-z0-9_-]{342,683}$/), e: z.literal("AQAB") }),
]);
/** RFC 7518 §6.2.2, §6.3.2, §6.4.1. */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

const faults: Readonly<Record<JwsFault, RefusalReason>> = {
  malformed: "proof_malformed",
  wrong_type: "proof_wrong_type",
  wrong_algorithm: "proof_wrong_algorithm",
  critical_extension: "proof_critical_extension",
  wrong_signature: "proof_wrong_signature",
};

/** The request and the token that a proof has to be about. */
export interface ProofOf {
  /** All its `DPoP` headers. */
  readonly dpop: readonly string[];
  readonly method: string;
  readonly publicOrigin: string;
  readonly path: string;
  readonly token: string;
  /** The thumbprint of the key that the token is bound to. */
  readonly boundTo: string;
}

/** A proof that is right but for one thing: whether it was used before (used-proofs.ts). */
export interface RightProof {
  /** Names it among all proofs: of its key and its `jti`. */
  readonly name: string;
  /** In seconds since 1970: from then on its age alone refuses it. */
  readonly endsAt: number;
}

/**
 * Checks that a request comes from the holder of the key that its token is bound to (RFC 9449 §4.3).
 * @param nowSeconds since 1970
 * @throws SignInRefused
 */
export async function checkProof(asked: ProofOf, nowSeconds: number): Promise<RightProof> {
  const [proof, ...others] = asked.dpop;
  if (proof === undefined) throw new SignInRefused("proof_missing");
  if (others.length > 0) throw new SignInRefused("several_proofs");
  if (proof.length > LONGEST_PROOF) throw new SignInRefused("proof_malformed");
  const { header, payload } = await readProof(proof);
  const thumbprint = await calculateJwkThumbprint(header.jwk ?? {});
  const parsed = claims.safeParse(payload);
  if (!parsed.success) throw new SignInRefused("proof_malformed");
  const { jti, htm, htu, iat, ath } = parsed.data;
  const checks: [RefusalReason, boolean][] = [
    ["proof_wrong_method", htm === asked.method],
    ["proof_wrong_url", isAddressOf(htu, asked.publicOrigin, asked.path)],
    ["proof_too_old", iat >= nowSeconds - LONGEST_AGE - CLOCK_TOLERANCE],
    ["proof_in_future", iat <= nowSeconds + CLOCK_TOLERANCE],
    ["proof_wrong_token", ath === digestOf(asked.token)],
    ["proof_wrong_key", thumbprint === asked.boundTo],
  ];
  for (const [reason, holds] of checks) if (!holds) throw new SignInRefused(reason);
  return { name: digestOf(JSON.stringify([thumbprint, jti])), endsAt: iat + LONGEST_AGE + CLOCK_TOLERANCE };
}

function readProof(proof: string): ReturnType<typeof readJws> {
  const findKey: typeof EmbeddedJWK = (header, token) => {
    const jwk: Record<string, unknown> = { ...header?.jwk };
    if (!publicKey.safeParse(jwk).success || privateMembers.some((name) => name in jwk)) {
      throw new SignInRefused("proof_key_unusable");
    }
    // WebCrypto refuses what is no key for all that, such as a point beside the curve.
    return EmbeddedJWK(header, token).catch(() => Promise.reject(new SignInRefused("proof_key_unusable")));
  };
  return readJws(proof, ["dpop+jwt"], PROOF_ALGORITHMS, findKey).catch((error: unknown) => {
    throw error instanceof JwsRefused ? new SignInRefused(faults[error.fault]) : error;
  });
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
