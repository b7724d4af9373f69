import { createPrivateKey } from "node:crypto";
import { enrolmentRecord } from "../../src-main/keys/enrolment-record.ts";
import { deriveFor, unwrapKey } from "../../src-main/keys/key-wrapping.ts";
import { derive } from "../unit/keys/fake-enrolment.ts";
import { PASSCODE } from "./secrets.ts";

/** The private keys of a keychain entry as they could lie about: bytes, hex and base64url; the restricted one unwrapped. */
export async function privateKeysIn(entry: string): Promise<(string | Buffer)[]> {
  const record = enrolmentRecord.parse(JSON.parse(entry));
  const scalars = [record.unrestricted.private_key];
  // One on a token is not here.
  if ((record.stage === "keyed" || record.stage === "bound") && "wrapped" in record.restricted) {
    const { wrapped } = record.restricted;
    const derived = await deriveFor(derive, Buffer.from(PASSCODE, "ascii"), wrapped);
    const pkcs8 = unwrapKey(derived, wrapped, { deviceId: record.device_id, purpose: "restricted" });
    if (pkcs8 === null) throw new Error("the passcode does not open the restricted key");
    const { d = "" } = createPrivateKey({ format: "der", type: "pkcs8", key: Buffer.from(pkcs8) }).export({
      format: "jwk",
    });
    scalars.push(d);
  }
  return scalars.flatMap((scalar) => {
    const bytes = Buffer.from(scalar, "base64url");
    return [bytes, bytes.toString("hex"), scalar];
  });
}
