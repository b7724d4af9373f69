import { outputOf } from "../child-process.mjs";
import { Refusal } from "../say.mjs";

/** The OpenPGP keys that sign a package repository, as gpg has them. */
export interface SigningKeys {
  /** Fingerprints, as they were named. */
  readonly fingerprints: readonly string[];
  /** Their public halves, as apt reads them (RFC 9580 §10.1). */
  readonly publicKeys: Buffer;
  /** The same in ASCII (RFC 9580 §6.2), as rpm reads them. */
  readonly armored: string;
  /** Only the first's. */
  readonly firstArmored: string;
}

/** @throws Refusal if gpg does not have one of them */
export async function findSigningKeys(fingerprints: readonly string[]): Promise<SigningKeys> {
  const wrong = fingerprints.find((one) => !/^[0-9A-F]{40}$/.test(one));
  if (wrong !== undefined || fingerprints.length === 0) {
    throw new Refusal(
      `${wrong ?? "No key"} is not the fingerprint of a key.`,
      "Take the 40 digits that `gpg --list-secret-keys` shows: --key 0123456789ABCDEF0123456789ABCDEF01234567",
    );
  }
  try {
    await outputOf("gpg", ["--batch", "--with-colons", "--list-secret-keys", ...fingerprints]);
  } catch {
    throw new Refusal(
      "gpg does not have that secret key.",
      "Look with `gpg --list-secret-keys`, as the user who runs this.",
    );
  }
  const armored = await exported(fingerprints);
  const firstArmored = await exported(fingerprints.slice(0, 1));
  return { fingerprints, publicKeys: dearmored(armored), armored, firstArmored };
}

const exported = (fingerprints: readonly string[]) =>
  outputOf("gpg", ["--batch", "--armor", "--export-options", "export-minimal", "--export", ...fingerprints]);

/** RFC 9580 §6.2: base64 between an empty line and the checksum. */
function dearmored(armored: string): Buffer {
  const [, base64 = ""] = /\n\n([A-Za-z0-9+/=\n]+?)\n=[A-Za-z0-9+/]{4}\n/.exec(armored) ?? [];
  return Buffer.from(base64, "base64");
}
