import { presentable } from "../backend/presentable-text.ts";
import type { KnownTokenKey, TokenPlace } from "../token/tokens.ts";
import type { EnrolmentRecord, RecordAt } from "./enrolment-record.ts";

/** PKCS#11 gives a label no more. */
const LABEL_LONGEST = 32;

/** What would not be seen, or would turn the text around (presentable-text.ts); the two joiners are letters' own. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{DI}]/gu;

/** What a token calls itself, as it can be shown; null if it has no name. */
export const labelOf = ({ label }: Pick<TokenPlace, "label">) =>
  presentable(label.replace(unseen, "\ufffd"), LABEL_LONGEST) || null;

/** The token that has this computer's key, or will have it; null if the keychain has. */
export function tokenOf(record: EnrolmentRecord): TokenPlace | null {
  if ("restricted" in record) return keyOnToken(record)?.token ?? null;
  return "token" in record ? (record.token ?? null) : null;
}

/** Null if the keychain has the key. */
export function keyOnToken({ restricted }: RecordAt<"keyed" | "bound">): KnownTokenKey | null {
  if (!("token" in restricted)) return null;
  return { token: restricted.token, keyId: restricted.key_id, publicKey: restricted.public_key };
}
