import { generateKeyPairSync, sign } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { CompactEncrypt } from "jose";

/** Enough that no two in a row are alike. */
const DIFFERENT = 64;

/**
 * Encrypts PINs and signs each as the app does, before anything is measured.
 * @param {string} folder
 * @returns {Promise<{ publicKey: string, file: string }>} what verifies them, as PEM, and where they are
 */
export async function makeSignedPins(folder) {
  const device = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const solaris = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const header = { alg: "RSA-OAEP-256", enc: "A256CBC-HS512", kid: "key" };
  const all = await Promise.all(
    Array.from({ length: DIFFERENT }, async () => {
      const pin = new TextEncoder().encode(JSON.stringify({ pin: "1928" }));
      const encrypted_pin = await new CompactEncrypt(pin).setProtectedHeader(header).encrypt(solaris.publicKey);
      const signature = sign("sha256", Buffer.from(encrypted_pin, "ascii"), device.privateKey).toString("hex");
      return { encrypted_pin, signature };
    }),
  );
  const file = path.join(folder, "signed.json");
  await writeFile(file, JSON.stringify(all));
  return { publicKey: device.publicKey.export({ type: "spki", format: "pem" }).toString(), file };
}
