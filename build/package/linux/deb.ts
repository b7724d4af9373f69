import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../../child-process.mjs";
import type { PackageIdentity } from "../package-identity.ts";
import { description, linuxVersion } from "./debian-documents.ts";
import { debianDependencies } from "./libraries.ts";
import { debianScripts } from "./maintainer-scripts.ts";
import { filesIn, settleFolder } from "./system-tree.ts";

/** Debian's names of the processors that Node knows. */
const architectures: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/**
 * Makes a .deb of a laid-out tree, with Debian's own `dpkg-deb`. The same tree makes the same package.
 * @param tree what is below `/`; `DEBIAN` is added in it, and gone afterwards
 * @param fast for tests: seconds instead of minutes, and a third larger
 * @returns the package's file
 */
export async function makeDeb(identity: PackageIdentity, tree: string, output: string, fast: boolean): Promise<string> {
  const architecture = architectures[process.arch] ?? process.arch;
  const file = path.join(output, `${identity.name}_${linuxVersion(identity)}_${architecture}.deb`);
  const files = await filesIn(tree);
  const sums: string[] = [];
  for (const { file: name } of files) {
    sums.push(
      `${createHash("md5")
        .update(await readFile(path.join(tree, name)))
        .digest("hex")}  ${name}\n`,
    );
  }
  const kilobytes = files.reduce((sum, { bytes }) => sum + Math.ceil(bytes / 1024), 0);
  const control = path.join(tree, "DEBIAN");
  await mkdir(control);
  try {
    await writeFile(path.join(control, "control"), controlOf(identity, architecture, kilobytes));
    await writeFile(path.join(control, "md5sums"), sums.join(""));
    for (const [name, script] of Object.entries(debianScripts(identity))) {
      await writeFile(path.join(control, name), script);
      await chmod(path.join(control, name), 0o755);
    }
    for (const name of ["control", "md5sums"]) await chmod(path.join(control, name), 0o644);
    await settleFolder(tree, identity.epoch); // `./` is an entry of its own
    const compression = fast ? ["-Zzstd", "-z1"] : ["-Zxz", "-z6"];
    await outputOf("dpkg-deb", ["--root-owner-group", ...compression, "--build", tree, file], {
      // One thread: several divide the file, and a machine with one processor would make another package.
      env: { ...process.env, SOURCE_DATE_EPOCH: String(identity.epoch), DPKG_DEB_THREADS_MAX: "1" },
    });
  } finally {
    await rm(control, { recursive: true });
    await settleFolder(tree, identity.epoch);
  }
  return file;
}

function controlOf(identity: PackageIdentity, architecture: string, kilobytes: number): string {
  const { name, maintainer, website } = identity;
  return [
    `Package: ${name}`,
    `Version: ${linuxVersion(identity)}`,
    "Section: misc",
    "Priority: optional",
    `Architecture: ${architecture}`,
    `Maintainer: ${maintainer}`,
    `Installed-Size: ${kilobytes}`,
    `Depends: ${debianDependencies().join(", ")}`,
    // The keys lie in the desktop's keychain, which people may have of another kind.
    "Recommends: gnome-keyring | kwalletmanager",
    ...(website === undefined ? [] : [`Homepage: ${website}`]),
    `Description: ${description.summary}`,
    ...description.text.map((line) => ` ${line}`),
    "",
  ].join("\n");
}
