import path from "node:path";
import { outputOf } from "../../child-process.mjs";
import type { PackageIdentity } from "../package-identity.ts";
import { settleFolder } from "./system-tree.ts";

/**
 * Makes a .tar.gz of the application's folder, for systems without .deb and .rpm. In a home folder its files belong to whoever unpacks
 * it, and so does the power to change them (docs/releasing.md).
 * @returns the archive's file
 */
export async function makeTarball(
  identity: PackageIdentity,
  application: string,
  output: string,
  fast: boolean,
): Promise<string> {
  const { name, version, epoch } = identity;
  const file = path.join(output, `${name}-${version}-linux-${process.arch}.tar.gz`);
  await settleFolder(application, epoch);
  await archiveFolder(application, { file, as: `${name}-${version}`, epoch, level: fast ? 1 : 9 });
  return file;
}

interface Archive {
  readonly file: string;
  /** What the folder is called in it. */
  readonly as: string;
  /** Seconds since 1970: the time of everything in it. */
  readonly epoch: number;
  /** From 1, quick, to 9, small. */
  readonly level: number;
}

/** Makes a .tar.gz of a folder: the same bytes for the same files and modes, whoever makes it, and whenever. */
export async function archiveFolder(folder: string, { file, as, epoch, level }: Archive): Promise<void> {
  const name = path.basename(folder);
  await outputOf("tar", [
    ...["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--format=ustar", `--mtime=@${epoch}`],
    ...[`--transform=flags=r;s,^${name},${as},`, "-C", path.dirname(folder)],
    ...[`--use-compress-program=gzip -n -${level}`, "-cf", file, name],
  ]);
}
