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
 * Makes a P-256 pair on the token, and asks it whether the private half was made there and can never leave. One that can is
 * removed again.
 * @param keyId the pair's, in hex; one that has it is removed first. Without it a random one
 * @returns its id, and the public key as `04‖X‖Y`; hex, both
 * @throws TokenError not-capable
 */
export function makeTokenKey(token: TokenSession, keyId?: string): { keyId: string; publicKey: string } {
  const { cryptoki, session } = token;
  const id = keyId === undefined ? randomBytes(KEY_ID_BYTES) : Buffer.from(keyId, "hex");
  if (keyId !== undefined) removeTokenKey(token, keyId);
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
    return { keyId: id.toString("hex"), publicKey: pointOf(cryptoki.attribute(session, publicKey, CKA.EC_POINT)) };
  } catch (error) {
    for (const half of [privateKey, publicKey]) despiteRefusal(() => cryptoki.destroy(session, half));
    throw error;
  }
}

/** @returns the signature of a SHA-256 digest, DER as hex */
export function signWithTokenKey(token: TokenSession, keyId: string, digest: Uint8Array): string {
  const key = requireTokenKey(token, keyId);
  return derOfSignature(token.cryptoki.signDigest(token.session, key, digest)).toString("hex");
}

/** The private half's handle. @throws TokenError no-key */
export function requireTokenKey(token: TokenSession, keyId: string): Handle {
  const key = findHalf(token, CKO.PRIVATE_KEY, keyId);
  if (key === null) throw new TokenError("no-key");
  return key;
}

/** Removes both halves, whichever are there. */
export function removeTokenKey(token: TokenSession, keyId: string): void {
  for (const half of [CKO.PRIVATE_KEY, CKO.PUBLIC_KEY]) {
    const found = findHalf(token, half, keyId);
    if (found !== null) token.cryptoki.destroy(token.session, found);
  }
}

function staysThere({ cryptoki, session }: TokenSession, privateKey: Handle): boolean {
  const says = (type: number) => cryptoki.attribute(session, privateKey, type)[0] !== 0;
  return says(CKA.LOCAL) && says(CKA.SENSITIVE) && !says(CKA.EXTRACTABLE) && says(CKA.NEVER_EXTRACTABLE);
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
