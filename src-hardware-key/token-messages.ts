import { z } from "zod";
import { tokenRefusals } from "./token-refusals.ts";

// What the process is asked, and answers: this table, and nothing else.

/** Longer than any PIN: PKCS#11 lets a token name its longest, and SoftHSM's is 255 bytes. */
export const LONGEST_PIN_BYTES = 255;
const SHA256_BYTES = 32;
/** A module that says more is not asked further: no computer has so many. */
export const MOST_TOKENS = 1000;

/**
 * A token's name: its serial number and label, without the blanks that PKCS#11 pads them with. Neither is unique by itself:
 * each token of `tpm2-pkcs11` has the serial number 0000000000000000.
 */
const tokenName = z.strictObject({ serial: z.string().max(16), label: z.string().max(32) });
export type TokenName = z.infer<typeof tokenName>;

/**
 * How many tries a token says are left. PKCS#11 2.40 has no number, only flags, and `tpm2-pkcs11` sets none of them: without
 * one nothing is told, neither that no PIN was wrong nor that the next one will be tried.
 */
const tries = z.enum(["untold", "few", "last", "none"]);
export type Tries = z.infer<typeof tries>;

const token = tokenName.extend({
  manufacturer: z.string().max(32),
  model: z.string().max(16),
  /** Whether it has been set up, and its holder has a PIN. */
  isInitialised: z.boolean(),
  hasPin: z.boolean(),
  isWriteProtected: z.boolean(),
  /** Whether the PIN is typed on the token itself, which is not possible here. */
  hasOwnKeypad: z.boolean(),
  tries,
  /** Of its PIN, in bytes; null if it does not say. */
  pinLength: z.strictObject({ least: z.int(), most: z.int() }).nullable(),
});
export type Token = z.infer<typeof token>;

/** 16 random bytes: `CKA_ID` of both halves. */
const keyId = z.string().regex(/^[0-9a-f]{32}$/);
/** `04‖X‖Y` as hex. */
const publicKey = z.string().regex(/^04[0-9a-f]{128}$/);
const bytes = (least: number, most: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length >= least && value.length <= most);
const pin = bytes(1, LONGEST_PIN_BYTES);
const digest = bytes(SHA256_BYTES, SHA256_BYTES);
/** DER as hex. */
const signature = z.string().regex(/^30([0-9a-f]{2}){7,71}$/);
/** Of a key that is known: another one under its id is neither used nor removed. */
const ofKey = z.strictObject({ token: tokenName, pin, keyId, publicKey });
/** Where a person has just entered the PIN, and does not know that a wrong one would lock the token: then it is not tried. */
const sparesLastTry = z.literal(true).exactOptional();

/** By kind: what is asked, and what is answered. */
export const tokenMessages = {
  tokens: { asked: z.strictObject({}), answered: z.strictObject({ tokens: z.array(token).max(MOST_TOKENS) }) },
  /**
   * Makes a P-256 pair on the token; its private half cannot leave it. `keyId`: the new pair's, in place of one of ours that has it
   * already: an earlier question whose answer never came may have left that. It signs `digest` at once, as a proof.
   */
  makeKey: {
    asked: z.strictObject({ token: tokenName, pin, keyId: keyId.exactOptional(), digest, sparesLastTry }),
    answered: z.strictObject({ keyId, publicKey, signature }),
  },
  /** Whether the holder of this PIN has that key there. */
  checkKey: { asked: ofKey.extend({ sparesLastTry }), answered: z.strictObject({}) },
  /** ECDSA over a SHA-256 digest. */
  sign: {
    asked: ofKey.extend({ digest }),
    answered: z.strictObject({ signature }),
  },
  /** Answers also if the key is not there (any more). */
  removeKey: { asked: ofKey, answered: z.strictObject({}) },
} as const;

export type MessageKind = keyof typeof tokenMessages;
export type Asked<K extends MessageKind> = z.infer<(typeof tokenMessages)[K]["asked"]>;
export type Answered<K extends MessageKind> = z.infer<(typeof tokenMessages)[K]["answered"]>;

/** A refusal as it is sent. `tries` after a wrong PIN, as far as the token tells. */
export const refusedMessage = z.strictObject({
  why: z.enum(tokenRefusals),
  /** PKCS#11's return value, if it came to that. */
  returned: z.int().nullable(),
  tries: tries.nullable(),
});
export type RefusedMessage = z.infer<typeof refusedMessage>;

/** Around each question, and each answer. */
export const questionMessage = z.strictObject({
  kind: z.enum(Object.keys(tokenMessages) as [MessageKind, ...MessageKind[]]),
  asked: z.unknown(),
});
export const answerMessage = z.union([
  z.strictObject({ answered: z.unknown() }),
  z.strictObject({ refused: refusedMessage }),
]);
