import { createPublicKey, randomBytes } from "node:crypto";
import { type AttributeValue, CKA, CKK_EC, CKO, type Handle, type Template } from "./cryptoki.ts";
import { derOfSignature } from "./signature-der.ts";
import { despiteRefusal, TokenError } from "./token-refusals.ts";
import type { TokenSession } from "./token-session.ts";

/** The curve's name, an OBJECT IDENTIFIER in DER: P-256 (RFC 5480 §2.1.1.1). */
const P256 = Buffer.from("06082a8648ce3d030107", "hex");
const KEY_ID_BYTES = 16;
const COORDINATE_BYTES = 32;
/** An uncompressed point `04‖X‖Y` (SEC 1 §2.3.3). */
const POINT_BYTES = 1 + 2 * COORDINATE_BYTES;
/** A DER OCTET STRING of that length. */
const POINT_HEADER = Buffer.from([0x04, POINT_BYTES]);
/** What a token's other programs show. */
const LABEL = Buffer.from("Cardbound");

/**
 * Makes a P-256 pair on the token, and asks it whether the private half was made there and can never leave, and whether it is
 * found again. One that is not so is removed.
 * @param keyId the pair's, in hex; one of ours that has it is removed first. Without it a random one
 * @param digest is signed with it at once
 * @returns its id, the public key as `04‖X‖Y`, and the signature in DER; hex, all
 * @throws TokenError not-capable, not-ours
 */
export function makeTokenKey(token: TokenSession, digest: Uint8Array, keyId?: string) {
  const { cryptoki, session } = token;
  const id = keyId === undefined ? randomBytes(KEY_ID_BYTES) : Buffer.from(keyId, "hex");
  if (keyId !== undefined) removeTokenKey(token, { keyId, publicKey: null });
  const both: [number, AttributeValue][] = [
    [CKA.TOKEN, true],
    [CKA.ID, id],
    [CKA.LABEL, LABEL],
  ];
  const publicHalf: Template = new Map([...both, [CKA.EC_PARAMS, P256], [CKA.VERIFY, true]]);
  const privateHalf: Template = new Map([
    ...both,
    [CKA.PRIVATE, true],
    [CKA.SENSITIVE, true],
    [CKA.EXTRACTABLE, false],
    [CKA.SIGN, true],
  ]);
  const [publicKey, privateKey] = cryptoki.generateP256(session, publicHalf, privateHalf);
  try {
    if (!staysThere(token, privateKey)) throw new TokenError("not-capable");
    const point = pointOf(cryptoki.attribute(session, publicKey, CKA.EC_POINT));
    const signature = derOfSignature(cryptoki.signDigest(session, privateKey, digest)).toString("hex");
    const made = { keyId: id.toString("hex"), publicKey: point };
    if (!isFoundAgain(token, made)) throw new TokenError("not-capable");
    return { ...made, signature };
  } catch (error) {
    for (const half of [privateKey, publicKey]) despiteRefusal(() => cryptoki.destroy(session, half));
    throw error;
  }
}

/** A key by its id and, once the token has told it, its public half; hex, both. */
interface MeantKey {
  readonly keyId: string;
  readonly publicKey: string | null;
}

/** @returns the signature of a SHA-256 digest, DER as hex */
export function signWithTokenKey(token: TokenSession, meant: MeantKey, digest: Uint8Array): string {
  const key = requireTokenKey(token, meant);
  return derOfSignature(token.cryptoki.signDigest(token.session, key, digest)).toString("hex");
}

/** The private half's handle. @throws TokenError no-key, not-ours */
export function requireTokenKey(token: TokenSession, meant: MeantKey): Handle {
  const { privateHalf, publicHalf } = findOurs(token, meant);
  if (privateHalf === null || publicHalf === null) throw new TokenError("no-key");
  return privateHalf;
}

/**
 * Removes both halves, whichever are there, and looks whether they are gone.
 * @throws TokenError not-ours, with nothing removed; failed if it stays
 */
export function removeTokenKey(token: TokenSession, meant: MeantKey): void {
  const halves = () => Object.values(findOurs(token, meant)).filter((half) => half !== null);
  for (const half of halves()) token.cryptoki.destroy(token.session, half);
  if (halves().length > 0) throw new TokenError("failed");
}

/**
 * Both halves of the key, whichever are there. The id alone says nothing: it was read in an entry that other programs can write
 * (docs/hardware-key.md#the-id).
 * @throws TokenError not-ours, two-keys
 */
function findOurs(token: TokenSession, { keyId, publicKey }: MeantKey) {
  const { cryptoki, session } = token;
  const [privateHalf, publicHalf] = [CKO.PRIVATE_KEY, CKO.PUBLIC_KEY].map((half) => findHalf(token, half, keyId)) as [
    Handle | null,
    Handle | null,
  ];
  const isOurs = (half: Handle | null) => half === null || LABEL.equals(cryptoki.attribute(session, half, CKA.LABEL));
  const isMeant = publicKey === null || publicHalf === null || readPoint(token, publicHalf) === publicKey;
  if (!(isOurs(privateHalf) && isOurs(publicHalf) && isMeant)) throw new TokenError("not-ours");
  // A private half alone cannot be compared. Removed last, the public one may be left alone.
  if (publicKey !== null && publicHalf === null && privateHalf !== null) throw new TokenError("no-key");
  return { privateHalf, publicHalf };
}

/** A token may give a key another id or label than it was told, or keep no public half: then no change could be signed. */
function isFoundAgain(token: TokenSession, made: MeantKey): boolean {
  try {
    requireTokenKey(token, made);
    return true;
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    return false;
  }
}

/** Null for a key of another kind. */
function readPoint({ cryptoki, session }: TokenSession, publicHalf: Handle): string | null {
  const value = cryptoki.attribute(session, publicHalf, CKA.EC_POINT);
  try {
    return pointOf(value);
  } catch {
    return null;
  }
}

function staysThere({ cryptoki, session }: TokenSession, privateKey: Handle): boolean {
  // CK_BBOOL is one byte (PKCS#11 2.40 §2.2): a module that writes none, or more, has not said it.
  const says = (type: number, truth: 0 | 1) =>
    Buffer.from([truth]).equals(cryptoki.attribute(session, privateKey, type));
  return says(CKA.LOCAL, 1) && says(CKA.SENSITIVE, 1) && says(CKA.EXTRACTABLE, 0) && says(CKA.NEVER_EXTRACTABLE, 1);
}

function findHalf({ cryptoki, session }: TokenSession, half: number, keyId: string): Handle | null {
  const template: Template = new Map<number, AttributeValue>([
    [CKA.CLASS, half],
    [CKA.KEY_TYPE, CKK_EC],
    [CKA.ID, Buffer.from(keyId, "hex")],
  ]);
  const [found, second] = cryptoki.find(session, template, 2);
  if (second !== undefined) throw new TokenError("two-keys"); // somebody else has given another key this id
  return found ?? null;
}

/** `CKA_EC_POINT` is the point in an OCTET STRING (PKCS#11 2.40 §2.3.3); some modules leave that away. */
function pointOf(value: Uint8Array): string {
  const isWrapped = POINT_HEADER.equals(value.subarray(0, POINT_HEADER.length)) && value.length > POINT_BYTES;
  const point = Buffer.from(isWrapped ? value.subarray(POINT_HEADER.length) : value);
  if (point.length !== POINT_BYTES || point[0] !== 0x04) throw new TokenError("not-capable");
  const coordinate = (from: number) => point.toString("base64url", from, from + COORDINATE_BYTES);
  const key = { kty: "EC", crv: "P-256", x: coordinate(1), y: coordinate(1 + COORDINATE_BYTES) };
  try {
    createPublicKey({ format: "jwk", key }); // throws off the curve
  } catch {
    throw new TokenError("not-capable");
  }
  return point.toString("hex");
}
