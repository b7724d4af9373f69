import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import { settleFolder } from "../package/linux/system-tree.ts";
import type { PackageIdentity } from "../package/package-identity.ts";
import type { SigningKeys } from "./signing-keys.ts";

type Named = Pick<PackageIdentity, "name" | "maintainer" | "productName">;

/**
 * Makes the package that tells apt of the repository: its address, and the keys for it alone (`Signed-By`), which vouch for no other source. It comes
 * with the repository, too, so that new keys reach whoever has it.
 * @param address the repository's
 * @param work a folder, which is emptied
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
    "DEBIAN/control": [
      `Package: ${name}-archive-keyring`,
      `Version: 1.${keys.newest}`,
      "Section: misc",
      "Priority: optional",
      "Architecture: all",
      `Maintainer: ${maintainer}`,
      `Description: package repository of ${productName}`,
      " Its address for apt, and the keys that sign it.",
      "",
    ].join("\n"),
  };
  await rm(tree, { recursive: true, force: true });
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.join(tree, path.dirname(file)), { recursive: true });
    await writeFile(path.join(tree, file), content, { mode: 0o644 });
  }
  await settleFolder(tree, keys.newest);
  const made = path.join(work, `${name}-archive-keyring_1.${keys.newest}_all.deb`);
  await outputOf("dpkg-deb", ["--root-owner-group", "-Zxz", "--build", tree, made], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(keys.newest) }, // the same keys make the same package
  });
  return made;
}

/** One source in apt's newer form (sources.list(5)). */
function sourceOf(address: string, keyring: string): string {
  const fields = ["Types: deb", `URIs: ${address}`, "Suites: stable", "Components: main", `Signed-By: ${keyring}`];
  return `${fields.join("\n")}\n`;
}
