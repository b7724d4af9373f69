// Logs in at the only token with keys, and reads CKA_VALUE of the private key.
import { CKA, CKO } from "../../src-hardware-key/cryptoki.ts";
import { hashOfModule } from "../../src-hardware-key/known-module.ts";
import { loadCryptoki } from "../../src-hardware-key/load-cryptoki.ts";
import { TokenError } from "../../src-hardware-key/token-refusals.ts";
import { pinBytes, softhsmModule } from "./softhsm.ts";

const CKA_VALUE = 0x11;
const [keyId = ""] = process.argv.slice(2);
const cryptoki = loadCryptoki({ file: softhsmModule, sha256: hashOfModule(softhsmModule) });
cryptoki.initialize();
const slot = cryptoki.slots().find((one) => cryptoki.tokenInfo(one).label === "card");
if (slot === undefined) throw new Error("no token");
const session = cryptoki.openSession(slot);
cryptoki.login(session, pinBytes());
const [key] = cryptoki.find(
  session,
  new Map<number, number | Uint8Array>([
    [CKA.CLASS, CKO.PRIVATE_KEY],
    [CKA.ID, Buffer.from(keyId, "hex")],
  ]),
  1,
);
if (key === undefined) throw new Error("no key");
try {
  const value = cryptoki.attribute(session, key, CKA_VALUE);
  process.stdout.write(JSON.stringify({ value: Buffer.from(value).toString("hex") }));
} catch (error) {
  process.stdout.write(JSON.stringify({ returned: error instanceof TokenError ? error.returned : String(error) }));
}
cryptoki.finalize();
