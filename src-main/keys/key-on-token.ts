import { AppError } from "../app-error.ts";
import { log } from "../log.ts";
import type { TokenKey, TokenPlace, Tokens } from "../token/tokens.ts";
import type { EnrolmentRecord, RecordAt } from "./enrolment-record.ts";
import { type Enrolment, requireRecord } from "./enrolment-state.ts";
import { createTokenSigner } from "./token-signer.ts";
import type { UnlockedKey } from "./unlocked-key.ts";

/** The token that has this computer's key, or will have it; null if the keychain has. */
export function tokenOf(record: EnrolmentRecord): TokenPlace | null {
  if ("restricted" in record) return keyOnToken(record)?.token ?? null;
  return "token" in record ? (record.token ?? null) : null;
}

/** Null if the keychain has the key. */
export function keyOnToken({ restricted }: RecordAt<"keyed" | "bound">): TokenKey | null {
  return "token" in restricted ? { token: restricted.token, keyId: restricted.key_id } : null;
}

/** @throws AppError ERR_TOKEN_MODULE on a program that uses no tokens, such as one of another profile */
export function requireTokens(tokens: Tokens | null | undefined): Tokens {
  if (tokens == null) throw new AppError("ERR_TOKEN_MODULE");
  return tokens;
}

interface Dependencies {
  readonly enrolment: Enrolment;
  readonly tokens?: Tokens | null | undefined;
  /** The signed-in customer's. */
  readonly session: () => object | null;
  readonly unlocked: UnlockedKey;
}

/**
 * Has the token check its PIN, and holds that for the next change only. A wrong one counts at the token, and nothing here.
 * @param pin the caller's to wipe
 * @param begin called when the slow part begins
 * @throws AppError ERR_TOKEN_…, ERR_NOT_SIGNED_IN if the session was locked meanwhile, or why there is no such key
 */
export async function enterTokenPin(
  { enrolment, tokens, session, unlocked }: Dependencies,
  pin: Uint8Array,
  begin: () => void = () => {},
): Promise<void> {
  const before = session();
  const record = await requireRecord(enrolment, "bound");
  const key = keyOnToken(record);
  if (key === null) throw new AppError("ERR_BAD_ARGUMENT");
  const own = requireTokens(tokens);
  begin();
  await own.checkKey(key, pin);
  if (session() !== before) throw new AppError("ERR_NOT_SIGNED_IN");
  unlocked.put(createTokenSigner(record.device_id, key, own, pin));
}

/**
 * Removes a key that nobody needs any more from its token. That it is still there does no harm: Solaris has forgotten it.
 * @returns why it may still be there; null if it is not
 */
export async function tryRemoveKey(
  tokens: Tokens | null | undefined,
  key: TokenKey,
  pin: Uint8Array,
): Promise<AppError | null> {
  try {
    await requireTokens(tokens).removeKey(key, pin);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log({ event: "token_key_kept", code: error.code });
    return error;
  }
}
