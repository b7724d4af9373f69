import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import type { PackageIdentity } from "../package/package-identity.ts";
import { makeKeyringPackage } from "./keyring-package.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** After so long apt takes an index for held back, unless it was signed anew. */
const VALID_DAYS = 14;

interface AptRepository {
  /** `public/apt` in it is what the web server gives away, `private/apt` what reprepro remembers. */
  readonly folder: string;
  readonly identity: Pick<PackageIdentity, "name" | "maintainer" | "productName">;
  /** Where `public/apt` will be. */
  readonly address: string;
  readonly keys: SigningKeys;
}

/**
 * Puts packages into a repository for apt, which is made if there is none, and signs its index anew, for two weeks. Without packages it does the latter
 * alone.
 * @param packages files; a version that is there already must be the same file
 * @throws Error with what reprepro said
 */
export async function updateAptRepository(repository: AptRepository, packages: readonly string[]): Promise<void> {
  const { folder, identity, address, keys } = repository;
  const kept = path.join(folder, "private/apt");
  await mkdir(path.join(kept, "conf"), { recursive: true });
  await writeFile(path.join(kept, "conf/distributions"), distributionOf(repository));
  const reprepro = (...words: string[]) =>
    outputOf("reprepro", ["--basedir", path.resolve(kept), "--outdir", path.resolve(folder, "public/apt"), ...words]);
  const keyring = await makeKeyringPackage(identity, address, keys, kept);
  for (const file of [keyring, ...packages]) await reprepro("includedeb", "stable", path.resolve(file));
  await reprepro("export", "stable");
}

function distributionOf({ identity, keys }: AptRepository): string {
  const fields = [
    `Origin: ${identity.productName}`,
    `Label: ${identity.productName}`,
    "Codename: stable",
    "Architectures: amd64 arm64",
    "Components: main",
    `SignWith: ${keys.fingerprints.join(" ")}`,
    `ValidFor: ${VALID_DAYS}d`,
  ];
  return `${fields.join("\n")}\n`;
}
