import { createHash, randomBytes } from "node:crypto";
import { AppError } from "../app-error.ts";
import { log } from "../log.ts";
import { createTokens } from "../token/ask-module.ts";
import type { KnownTokenKey, TokenOptions, TokenPlace, Tokens } from "../token/tokens.ts";
import { addRestrictedKey, type BindingDependencies, requireWithoutKey } from "./bind-this-computer.ts";
import { findDevice } from "./device-at-solaris.ts";
import { type Enrolment, readEnrolmentState, requireRecord, storeRecord } from "./enrolment-state.ts";
import { keyOnToken, tokenOf } from "./key-on-token.ts";
import { createTokenChoice } from "./token-choice.ts";
import { createTokenSigner } from "./token-signer.ts";
import type { TokenSteps, ToUnlock } from "./token-steps.ts";
import { isSignatureOf } from "./verify-signature.ts";

/** Loaded late, by open-token-steps.ts. */
export function createTokenSteps(options: TokenOptions): TokenSteps {
  return stepsWith(createTokens(options));
}

/** The steps with tokens that are reached already. */
export function stepsWith(tokens: Tokens): TokenSteps {
  const { list, choose, take } = createTokenChoice(tokens);
  let left = 0;
  const stay = () => {
    const before = left;
    return () => left !== before;
  };
  return {
    stay,
    areThere: true,
    list: async (enrolment) => list(await placeInEntry(enrolment)),
    choose: async (scope, place) => choose(scope, place),
    take: async (scope) => take(scope),
    makeKey: (dependencies, pin) => makeKeyOnToken(dependencies, tokens, pin, stay()),
    enterPin: (dependencies, pin, begin) => enterTokenPin(dependencies, tokens, pin, stay(), begin),
    checkKey: tokens.checkKey,
    tryRemoveKey: (key, pin) => tryRemoveKey(tokens, key, pin),
    leave() {
      left++;
      tokens.leave();
    },
  };
}

async function placeInEntry(enrolment: Enrolment): Promise<TokenPlace | null> {
  const current = await readEnrolmentState(enrolment);
  return current.state === "present" ? tokenOf(current.record) : null;
}

/**
 * The key's id is in the keychain before the token hears of it. Whatever ends this between the two leaves at most one key that
 * nobody knows, and the next try, with the same id, makes its own in place of that.
 */
async function makeKeyOnToken(
  { enrolment, backend }: BindingDependencies,
  tokens: Tokens,
  pin: Uint8Array,
  isLeft: () => boolean,
) {
  const verified = await requireRecord(enrolment, "verified");
  const { token, token_key_id: keyId = randomBytes(16).toString("hex"), ...record } = verified;
  if (token === undefined) throw new AppError("ERR_BAD_ARGUMENT");
  requireWithoutKey(await findDevice(backend, record.device_id));
  if (verified.token_key_id === undefined) await storeRecord(enrolment, { ...verified, token_key_id: keyId });
  if (isLeft()) throw new AppError("ERR_NOT_SIGNED_IN"); // nobody is there to touch it
  const challenge = Buffer.concat([Buffer.from("Cardbound: a new key proves itself\n"), randomBytes(32)]);
  const digest = createHash("sha256").update(challenge).digest();
  const { publicKey, signature } = await tokens.makeKey({ token, keyId }, pin, digest);
  // Else anybody's public key could be told to the bank as one that this token has.
  if (!isSignatureOf(publicKey, challenge, signature)) {
    await tryRemoveKey(tokens, { token, keyId, publicKey }, pin);
    throw new AppError("ERR_TOKEN_UNUSABLE");
  }
  const restricted = { public_key: publicKey, token, key_id: keyId };
  try {
    await storeRecord(enrolment, { ...record, stage: "keyed", restricted });
  } catch (error) {
    // Else it stays until the next try. But the keychain may have stored the entry that names it, without having said so.
    if (await isStillVerified(enrolment)) await tryRemoveKey(tokens, { token, keyId, publicKey }, pin);
    throw error;
  }
  await addRestrictedKey({ enrolment, backend });
}

/** False also where the keychain does not say. */
async function isStillVerified(enrolment: Enrolment): Promise<boolean> {
  const current = await readEnrolmentState(enrolment);
  return current.state === "present" && current.record.stage === "verified";
}

async function enterTokenPin(
  { enrolment, session, unlocked }: ToUnlock,
  tokens: Tokens,
  pin: Uint8Array,
  isLeft: () => boolean,
  begin: () => void = () => {},
) {
  const before = session();
  const record = await requireRecord(enrolment, "bound");
  const key = keyOnToken(record);
  if (key === null) throw new AppError("ERR_BAD_ARGUMENT");
  if (isLeft()) throw new AppError("ERR_NOT_SIGNED_IN"); // a PIN would be asked for nobody
  begin();
  await tokens.checkKey(key, pin);
  if (isLeft() || session() !== before) throw new AppError("ERR_NOT_SIGNED_IN");
  unlocked.put(createTokenSigner(record.device_id, key, tokens, pin));
}

async function tryRemoveKey(tokens: Tokens, key: KnownTokenKey, pin: Uint8Array): Promise<AppError | null> {
  try {
    await tokens.removeKey(key, pin);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log({ event: "token_key_kept", code: error.code });
    return error;
  }
}
