import type { TokenName, Tries } from "./token-messages.ts";

/** Numbers of a module's own, which are only handed back to it. */
export type Handle = number | bigint;

/** Attributes of a key, by their numbers (pkcs11t.h). */
export const CKA = {
  CLASS: 0x00,
  TOKEN: 0x01,
  PRIVATE: 0x02,
  LABEL: 0x03,
  KEY_TYPE: 0x100,
  ID: 0x102,
  SENSITIVE: 0x103,
  SIGN: 0x108,
  VERIFY: 0x10a,
  EXTRACTABLE: 0x162,
  LOCAL: 0x163,
  NEVER_EXTRACTABLE: 0x164,
  EC_PARAMS: 0x180,
  EC_POINT: 0x181,
} as const;
export const CKO = { PUBLIC_KEY: 2, PRIVATE_KEY: 3 } as const;
export const CKK_EC = 3;

/** What a token says of itself: `CK_TOKEN_INFO`. */
export interface TokenInfo extends TokenName {
  readonly manufacturer: string;
  readonly model: string;
  readonly flags: number;
  readonly pinLength: { readonly least: number; readonly most: number } | null;
}

/** `CK_TOKEN_INFO.flags`. */
const CKF = {
  WRITE_PROTECTED: 0x02,
  USER_PIN_INITIALIZED: 0x08,
  PROTECTED_AUTHENTICATION_PATH: 0x100,
  TOKEN_INITIALIZED: 0x400,
  USER_PIN_COUNT_LOW: 0x1_0000,
  USER_PIN_FINAL_TRY: 0x2_0000,
  USER_PIN_LOCKED: 0x4_0000,
} as const;

/** An attribute's value: a truth, a number as the module counts, or bytes. */
export type AttributeValue = boolean | number | Uint8Array;
export type Template = ReadonlyMap<number, AttributeValue>;

/**
 * The part of PKCS#11 that is needed here, by a module of a vendor (load-cryptoki.ts). Each function throws a TokenError
 * unless the module says `CKR_OK`.
 */
export interface Cryptoki {
  initialize(): void;
  finalize(): void;
  /** Of all slots that have a token in them. */
  slots(): Handle[];
  tokenInfo(slot: Handle): TokenInfo;
  /** Reading and writing, until it is closed. */
  openSession(slot: Handle): Handle;
  closeSession(session: Handle): void;
  /** As the token's holder. @param pin the caller's to wipe */
  login(session: Handle, pin: Uint8Array): void;
  logout(session: Handle): void;
  /** @returns the public half's handle and the private one's */
  generateP256(session: Handle, publicHalf: Template, privateHalf: Template): [Handle, Handle];
  /** At most `most` objects. */
  find(session: Handle, template: Template, most: number): Handle[];
  attribute(session: Handle, object: Handle, type: number): Uint8Array;
  /** `CKM_ECDSA`. @returns r‖s */
  signDigest(session: Handle, key: Handle, digest: Uint8Array): Uint8Array;
  destroy(session: Handle, object: Handle): void;
}

const has = (flags: number, flag: number) => (flags & flag) !== 0;

/** How many tries are left, as far as the token tells. */
export function triesLeft({ flags }: Pick<TokenInfo, "flags">): Tries {
  if (has(flags, CKF.USER_PIN_LOCKED)) return "none";
  if (has(flags, CKF.USER_PIN_FINAL_TRY)) return "last";
  return has(flags, CKF.USER_PIN_COUNT_LOW) ? "few" : "untold";
}

/** What a token's flags say besides. */
export function readFlags({ flags }: Pick<TokenInfo, "flags">) {
  return {
    isInitialised: has(flags, CKF.TOKEN_INITIALIZED),
    hasPin: has(flags, CKF.USER_PIN_INITIALIZED),
    isWriteProtected: has(flags, CKF.WRITE_PROTECTED),
    hasOwnKeypad: has(flags, CKF.PROTECTED_AUTHENTICATION_PATH),
  };
}
