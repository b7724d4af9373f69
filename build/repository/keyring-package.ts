import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import { settleFolder } from "../package/linux/system-tree.ts";
import type { PackageIdentity } from "../package/package-identity.ts";
import { makeNumberedPackage } from "./numbered-package.ts";
import type { SigningKeys } from "./signing-keys.ts";

type Named = Pick<PackageIdentity, "name" | "maintainer" | "productName">;

/**
 * Makes the package that tells apt of the repository: its address, and the keys for it alone (`Signed-By`), which vouch for no other source. It comes
 * with the repository, too, so that new keys reach whoever has it.
 * @param address the repository's
 * @param work a folder that stays, for the package and what was made last
 * @returns the package's file
 */
export async function makeKeyringPackage(
  named: Named,
  address: string,
  keys: SigningKeys,
  work: string,
): Promise<string> {
  const { name, maintainer, productName } = named;
  const tree = path.join(work, "keyring");
  const keyring = `usr/share/keyrings/${name}-archive-keyring.pgp`;
  const files: Record<string, string | Buffer> = {
    [keyring]: keys.publicKeys,
    [`etc/apt/sources.list.d/${name}.sources`]: sourceOf(address, `/${keyring}`),
    "DEBIAN/conffiles": `/etc/apt/sources.list.d/${name}.sources\n`,
  };
  const control = [
    `Package: ${name}-archive-keyring`,
    "Section: misc",
    "Priority: optional",
    "Architecture: all",
    `Maintainer: ${maintainer}`,
    `Description: package repository of ${productName}`,
    " Its address for apt, and the keys that sign it.",
  ];
  const fileOf = (at: number) => path.join(work, `${name}-archive-keyring_1.${at}_all.deb`);
  return makeNumberedPackage(path.join(work, "keyring.json"), [files, control], fileOf, async (at) => {
    files["DEBIAN/control"] = `${[...control, `Version: 1.${at}`].join("\n")}\n`;
    await rm(tree, { recursive: true, force: true });
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.join(tree, path.dirname(file)), { recursive: true });
      await writeFile(path.join(tree, file), content, { mode: 0o644 });
    }
    await settleFolder(tree, at);
    await outputOf("dpkg-deb", ["--root-owner-group", "-Zxz", "--build", tree, fileOf(at)], {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(at) },
    });
  });
}

/** One source in apt's newer form (sources.list(5)). */
function sourceOf(address: string, keyring: string): string {
  const fields = ["Types: deb", `URIs: ${address}`, "Suites: stable", "Components: main", `Signed-By: ${keyring}`];
  return `${fields.join("\n")}\n`;
}
