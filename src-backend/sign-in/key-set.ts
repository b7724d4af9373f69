import { type CompactJWSHeaderParameters, type CryptoKey, createLocalJWKSet, errors } from "jose";
import { z } from "zod";
import { type AskProvider, ProviderUnavailable } from "./ask-provider.ts";
import { type KeptAnswer, keepAnswer } from "./kept-answer.ts";
import type { ProviderMetadata } from "./provider-metadata.ts";
import { SignInRefused } from "./refusal.ts";

const MINUTE_MS = 60_000;
/** A key that the provider withdraws is refused ten minutes later, or after an hour if the provider cannot be asked. */
const keptFor = { freshMs: 10 * MINUTE_MS, usableMs: 60 * MINUTE_MS, waits: true };

/**
 * RFC 7517 §5, which also says to ignore the keys that are none. jose reads the others, and takes public ones only. If all of
 * them are none, this is no key set, and the one that is known counts on.
 */
const key = z.looseObject({ kty: z.string() });
const keySet = z.object({
  keys: z
    .array(z.unknown())
    .max(100)
    .refine((all) => all.length === 0 || all.some(isKey))
    .transform((all) => all.filter(isKey)),
});

function isKey(one: unknown): one is z.infer<typeof key> {
  return key.safeParse(one).success;
}

/** The provider's public key for a token with this header. @throws SignInRefused, ProviderUnavailable */
export type FindKey = (header: CompactJWSHeaderParameters) => Promise<CryptoKey>;

/**
 * Creates the look-up of the provider's keys. An unknown key id is looked for once more, because keys rotate, but not more
 * often than the cool-down.
 */
export function createKeySet(
  metadata: KeptAnswer<ProviderMetadata>,
  askProvider: AskProvider,
  monotonic: () => number,
) {
  const ask = async () => {
    const url = new URL((await metadata.get()).jwks_uri);
    const found = await askProvider("keys", { method: "GET", url, headers: {} }, keySet);
    return createLocalJWKSet(found);
  };
  const keys = keepAnswer(ask, keptFor, monotonic);

  const find: FindKey = async (header) => {
    try {
      return await (await keys.get())(header);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw readFailure(error);
    }
    try {
      return await (await keys.renew())(header);
    } catch (error) {
      throw readFailure(error);
    }
  };
  return {
    find,
    /** Asks for the keys ahead of the first token. What fails is in the log. */
    prepare: (): void => void keys.get().catch(() => {}),
  };
}

function readFailure(error: unknown): unknown {
  if (error instanceof ProviderUnavailable) return error;
  if (error instanceof errors.JWKSMultipleMatchingKeys) return new SignInRefused("ambiguous_key");
  if (error instanceof errors.JOSENotSupported) return new SignInRefused("wrong_algorithm");
  // A key that is none, such as a point beside the curve, is a DOMException of WebCrypto's.
  const isOfKey = error instanceof errors.JOSEError || error instanceof DOMException || error instanceof TypeError;
  return isOfKey ? new SignInRefused("unknown_key") : error;
}
