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

/** What can be seen of a serial number beside a label. */
const SERIAL_END = 4;

/** The end of a token's serial number, as it can be shown; empty if it has none. */
export const serialEndOf = ({ serial }: Pick<TokenPlace, "serial">) => {
  const shown = labelOf({ label: serial });
  return shown === null ? "" : `…${[...shown].slice(-SERIAL_END).join("")}`;
};

/** A token's label and the end of its serial number: labels are anybody's, and letters of two scripts can look alike. Null if it has neither. */
export const nameOf = (token: TokenPlace) => withLabel(token, serialEndOf(token));

/** @param apart what tells it from others of its label; empty if nothing does */
export const withLabel = (token: TokenPlace, apart: string) =>
  [labelOf(token), apart && `(${apart})`].filter(Boolean).join(" ") || null;

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
