import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { literal, runRpmbuild } from "../package/linux/rpmbuild.ts";
import { settleFolder } from "../package/linux/system-tree.ts";
import type { PackageIdentity } from "../package/package-identity.ts";
import { makeNumberedPackage } from "./numbered-package.ts";
import type { SigningKeys } from "./signing-keys.ts";

type Named = Pick<PackageIdentity, "name" | "maintainer" | "productName">;

/**
 * How long dnf relies on the index that it has: as long as the app waits before it looks for a newer version anew. There is no limit on what
 * a server may hold back: dnf knows nothing like apt's `Valid-Until` (docs/releasing.md#what-dnf-does-not-notice).
 */
const METADATA_EXPIRE = "6h";

/**
 * Makes the package that tells dnf of the repository: its address, its keys, and that both index and packages must be signed. It comes with the
 * repository, too, so that new keys reach whoever has it. Not signed yet.
 * @param address the repository's
 * @param work a folder that stays, for the package and what was made last
 * @returns the package's file, in `work`
 */
export async function makeReleasePackage(
  named: Named,
  address: string,
  keys: SigningKeys,
  work: string,
): Promise<string> {
  const { name, maintainer, productName } = named;
  const tree = path.join(work, "release");
  const key = `/etc/pki/rpm-gpg/RPM-GPG-KEY-${name}`;
  const source = `/etc/yum.repos.d/${name}.repo`;
  const files = { [key]: keys.armored, [source]: sourceOf(named, address, key) };
  const specification = [
    "%global _binary_payload w9.gzdio", // which every rpm reads
    `Name: ${name}-release`,
    "Release: 1",
    `Summary: Package repository of ${literal(productName)}`,
    "License: LicenseRef-proprietary",
    `Packager: ${literal(maintainer)}`,
    "BuildArch: noarch",
    "AutoReqProv: no",
    "",
    "%description",
    "Its address for dnf, and the keys that sign it.",
    "",
    "%install",
    'cp -a "$LAID_OUT"/. "$RPM_BUILD_ROOT"/',
    "",
    "%files",
    "%defattr(-,root,root,-)",
    `%config(noreplace) ${source}`,
    key,
  ];
  const fileOf = (at: number) => path.join(work, `${name}-release-1.${at}-1.noarch.rpm`);
  return makeNumberedPackage(path.join(work, "release.json"), [files, specification], fileOf, async (at) => {
    await rm(tree, { recursive: true, force: true });
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.join(tree, path.dirname(file)), { recursive: true });
      await writeFile(path.join(tree, file), content, { mode: 0o644 });
    }
    await settleFolder(tree, at);
    await runRpmbuild([`Version: 1.${at}`, ...specification], { tree, output: work, epoch: at });
  });
}

/** dnf.conf(5). */
function sourceOf({ name, productName }: Named, address: string, key: string): string {
  const fields = [
    `[${name}]`,
    `name=${productName}`,
    `baseurl=${address}`,
    "enabled=1",
    "gpgcheck=1", // each package
    "repo_gpgcheck=1", // the index, which names them
    `gpgkey=file://${key}`,
    `metadata_expire=${METADATA_EXPIRE}`,
  ];
  return `${fields.join("\n")}\n`;
}
