import { chmod, lutimes, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { outputOf } from "../../child-process.mjs";
import { iconWidths } from "../../partner-profile/read-profile.ts";
import { root } from "../../paths.mjs";
import type { PackageIdentity } from "../package-identity.ts";
import { apparmorProfile, apparmorProfileFile } from "./apparmor-profile.ts";
import { debianChangelog, debianCopyright, lintianOverrides } from "./debian-documents.ts";
import { desktopEntry } from "./desktop-entry.ts";
import { launcher } from "./launcher.ts";
import { metainfo } from "./metainfo.ts";

/**
 * Lays out, below a folder, what a .deb and an .rpm put below `/`: the application in /opt, the link in /usr/bin, icons, entry and papers.
 * Every file has the same time, so that the same build makes the same package.
 * @param application its folder
 * @param tree is emptied
 */
export async function layOutTree(identity: PackageIdentity, application: string, tree: string): Promise<void> {
  const { name, id, icons, epoch } = identity;
  await rm(tree, { recursive: true, force: true });
  await mkdir(path.join(tree, "opt"), { recursive: true });
  await outputOf("cp", ["-al", application, path.join(tree, "opt", name)]); // links: it is 240 MB
  const files: Record<string, string | Buffer> = {
    [`opt/${name}/${apparmorProfileFile}`]: apparmorProfile(identity),
    [`usr/share/applications/${id}.desktop`]: desktopEntry(identity),
    [`usr/share/metainfo/${id}.metainfo.xml`]: metainfo(identity),
    [`usr/share/doc/${name}/copyright`]: debianCopyright(identity, await readFile(path.join(root, "LICENSE"), "utf8")),
    [`usr/share/doc/${name}/changelog.gz`]: gzipSync(debianChangelog(identity), { level: 9 }),
    [`usr/share/lintian/overrides/${name}`]: lintianOverrides(identity),
  };
  for (const width of iconWidths) {
    const icon = await readFile(path.join(icons, "icons", `${width}x${width}.png`));
    files[`usr/share/icons/hicolor/${width}x${width}/apps/${id}.png`] = icon;
  }
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(tree, file)), { recursive: true });
    await writeFile(path.join(tree, file), content);
    await chmod(path.join(tree, file), 0o644);
  }
  await mkdir(path.join(tree, "usr/bin"));
  await symlink(`/opt/${name}/${launcher.nameOf(identity)}`, path.join(tree, "usr/bin", name)); // absolute: Debian Policy 10.5
  await settleFolder(tree, epoch);
}

/** Gives folders their usual mode, and everything one time. @param epoch seconds since 1970 */
export async function settleFolder(folder: string, epoch: number): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const place = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(place, 0o755);
    await lutimes(place, epoch, epoch);
  }
  await chmod(folder, 0o755);
  await lutimes(folder, epoch, epoch);
}

/** Every regular file below a folder, by its path there, sorted. */
export async function filesIn(folder: string): Promise<{ file: string; bytes: number }[]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sized = entries.map(async ({ parentPath, name }) => {
    const place = path.join(parentPath, name);
    return { file: path.relative(folder, place), bytes: (await stat(place)).size };
  });
  return (await Promise.all(sized)).sort((a, b) => (a.file < b.file ? -1 : 1));
}
