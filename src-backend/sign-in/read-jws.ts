import {
  type CompactVerifyGetKey,
  compactVerify,
  decodeProtectedHeader,
  errors,
  type ProtectedHeaderParameters,
} from "jose";

/** The first thing that is wrong with a signed text. */
export type JwsFault = "malformed" | "wrong_type" | "critical_extension" | "wrong_algorithm" | "wrong_signature";

/** Thrown for a JWS that is not one of the wanted type, algorithm and signature. */
export class JwsRefused extends Error {
  override readonly name = "JwsRefused";
  readonly fault: JwsFault;

  constructor(fault: JwsFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Reads the payload of a compact JWS (RFC 7515 §7.1) once its signature is verified.
 * @param types the `typ`s that are taken, in small letters, so a JWT of another kind never passes for it (RFC 8725 §3.11)
 * @throws JwsRefused; whatever `findKey` throws
 */
export async function readJws(
  text: string,
  types: readonly string[],
  algorithms: readonly string[],
  findKey: CompactVerifyGetKey,
): Promise<{ readonly header: ProtectedHeaderParameters; readonly payload: unknown }> {
  const header = readHeader(text);
  const type = header.typ?.toLowerCase().replace(/^application\//, "");
  if (type === undefined || !types.includes(type)) throw new JwsRefused("wrong_type");
  // RFC 7515 §4.1.11: an extension that we do not understand, which is each.
  if ("crit" in header) throw new JwsRefused("critical_extension");
  try {
    const { payload } = await compactVerify(text, findKey, { algorithms: [...algorithms] });
    return { header, payload: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload)) };
  } catch (error) {
    throw faultOf(error) ?? error;
  }
}

function readHeader(text: string): ProtectedHeaderParameters {
  let header: ProtectedHeaderParameters;
  try {
    header = decodeProtectedHeader(text);
  } catch {
    throw new JwsRefused("malformed");
  }
  if (header.typ !== undefined && typeof header.typ !== "string") throw new JwsRefused("malformed");
  return header;
}

function faultOf(error: unknown): JwsRefused | undefined {
  if (error instanceof errors.JOSEAlgNotAllowed) return new JwsRefused("wrong_algorithm");
  if (error instanceof errors.JWSSignatureVerificationFailed) return new JwsRefused("wrong_signature");
  // jose reports a key that does not fit the algorithm, such as a short one of RSA, as a TypeError.
  if (error instanceof errors.JOSEError || error instanceof SyntaxError || error instanceof TypeError) {
    return new JwsRefused("malformed");
  }
  return undefined;
}
