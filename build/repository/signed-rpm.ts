import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import type { SigningKeys } from "./signing-keys.ts";

/** What an .rpm says of itself. */
export interface RpmHeader {
  readonly name: string;
  readonly architecture: string;
  readonly version: string;
  /** The SHA-256 of its header, which has that of its content: the same for one package, whoever has signed it. */
  readonly digest: string;
}

/** What this machine's rpm has installed, and whom it trusts, takes no part. */
const withoutDatabase = ["--define", "_db_backend dummy"];

export async function readRpm(file: string): Promise<RpmHeader> {
  const format = "%{NAME}\\n%{ARCH}\\n%{VERSION}\\n%{SHA256HEADER}\\n";
  const words = [...withoutDatabase, "--nosignature", "--query", "--package", "--queryformat", format, file];
  const [name = "", architecture = "", version = "", digest = ""] = (await outputOf("rpm", words)).split("\n");
  return { name, architecture, version, digest };
}

/** Whether rpm takes a package's signature, if it knows that key alone. */
async function isSigned(file: string, publicKey: string): Promise<boolean> {
  const keyring = await mkdtemp(path.join(tmpdir(), "cardbound-keyring-"));
  try {
    await writeFile(path.join(keyring, "only.key"), publicKey);
    const known = ["--define", "_keyring fs", "--define", `_keyringpath ${keyring}`];
    // Without the level it is content with a package that has no signature at all.
    const level = ["--define", "_pkgverify_level signature"];
    const checked = outputOf("rpmkeys", [...withoutDatabase, ...known, ...level, "--checksig", file]);
    return await checked.then(
      () => true,
      () => false,
    );
  } finally {
    await rm(keyring, { recursive: true, force: true });
  }
}

/**
 * Signs a package, in place, with the first of the keys: rpm keeps one signature. One that it has signed already stays as it is.
 * @throws Error with what rpmsign said, or if the signature is not there afterwards
 */
export async function signRpm(file: string, keys: SigningKeys): Promise<void> {
  if (await isSigned(file, keys.firstArmored)) return;
  const gpg = (await outputOf("sh", ["-c", "command -v gpg"])).trim(); // Debian's rpm looks for another name
  const [first = ""] = keys.fingerprints;
  await outputOf("rpmsign", ["--define", `__gpg ${gpg}`, "--define", `_gpg_name ${first}`, "--addsign", file]);
  if (!(await isSigned(file, keys.firstArmored))) throw new Error(`rpmsign has not signed ${file}`);
}

/** Whether a version comes before another, as rpm sorts them (rpm-version(7)). They are as rpm's headers have them, which allow no quotes. */
export async function isOlder(version: string, other: string): Promise<boolean> {
  return (await outputOf("rpm", ["--eval", `%{lua: print(rpm.vercmp("${version}", "${other}"))}`])).trim() === "-1";
}
