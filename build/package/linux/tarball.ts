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
  const same = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--format=ustar", `--mtime=@${epoch}`];
  const inside = [
    `--transform=flags=r;s,^${path.basename(application)},${name}-${version},`,
    "-C",
    path.dirname(application),
  ];
  await outputOf("tar", [
    ...same,
    ...inside,
    `--use-compress-program=gzip -n -${fast ? 1 : 9}`,
    "-cf",
    file,
    path.basename(application),
  ]);
  return file;
}
