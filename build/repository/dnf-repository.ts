import { constants } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import type { PackageIdentity } from "../package/package-identity.ts";
import { Refusal } from "../say.mjs";
import { makeReleasePackage } from "./release-package.ts";
import { isOlder, readRpm, signRpm } from "./signed-rpm.ts";
import type { SigningKeys } from "./signing-keys.ts";

interface DnfRepository {
  /** `public/dnf` in it is what the web server gives away. It is made of `private/dnf`: what comes from elsewhere is not signed. */
  readonly folder: string;
  readonly identity: Pick<PackageIdentity, "name" | "maintainer" | "productName">;
  /** Where `public/dnf` will be. */
  readonly address: string;
  readonly keys: SigningKeys;
}

/**
 * Puts packages into a repository for dnf, which is made if there is none, and signs them and its index anew. It has the newest of each package, signed by
 * the first of the keys. What is published is replaced once the next is whole.
 * @param packages files; a version that is there already must be the same package
 * @throws Refusal if one is older than what is there, or another one
 * @throws Error with what createrepo_c, rpmsign or gpg said
 */
export async function updateDnfRepository(repository: DnfRepository, packages: readonly string[]): Promise<void> {
  const { folder, identity, address, keys } = repository;
  const work = path.join(folder, "private/dnf");
  const kept = path.join(work, "packages");
  const next = path.join(work, "next");
  await mkdir(kept, { recursive: true });
  for (const file of packages) await include(file, kept);
  await include(await makeReleasePackage(identity, address, keys, work), kept);
  await rm(next, { recursive: true, force: true });
  await mkdir(next);
  for (const file of await rpmsIn(kept)) {
    await signRpm(file, keys);
    await copy(file, next);
  }
  await outputOf("createrepo_c", [
    "--quiet",
    "--no-database", // which dnf never reads
    "--general-compress-type=gz", // which every dnf reads
    next,
  ]);
  const index = path.join(next, "repodata/repomd.xml");
  const signers = keys.fingerprints.flatMap((key) => ["--local-user", key]);
  await outputOf("gpg", ["--batch", "--armor", ...signers, "--output", `${index}.asc`, "--detach-sign", index]);
  const published = path.join(folder, "public/dnf");
  await mkdir(path.dirname(published), { recursive: true });
  await rm(published, { recursive: true, force: true });
  await rename(next, published);
}

/** Puts a package beside the others, in place of an older one. */
async function include(file: string, folder: string): Promise<void> {
  const added = await readRpm(file);
  for (const place of await rpmsIn(folder)) {
    const there = await readRpm(place);
    if (there.name !== added.name || there.architecture !== added.architecture) continue;
    if (there.version === added.version) {
      if (there.digest === added.digest) return;
      throw new Refusal(
        `${there.name} ${there.version} is in the repository already, and is another package than ${file}.`,
        "Make it of the same commit, or raise the version (docs/releasing.md#a-new-version).",
      );
    }
    if (await isOlder(added.version, there.version)) {
      throw new Refusal(
        `${file} is older than the ${there.version} that is in the repository.`,
        "dnf offers nobody an older version: release a mended one with a higher number.",
      );
    }
    await rm(place);
  }
  await copy(file, folder);
}

async function rpmsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith(".rpm")).map((name) => path.join(folder, name));
}

const copy = (file: string, folder: string) =>
  copyFile(file, path.join(folder, path.basename(file)), constants.COPYFILE_FICLONE);
