import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputOf } from "../../child-process.mjs";
import type { PackageIdentity } from "../package-identity.ts";
import { description, linuxVersion } from "./debian-documents.ts";
import { rpmDependencies } from "./libraries.ts";
import { rpmScripts } from "./maintainer-scripts.ts";

/**
 * Makes an .rpm of a laid-out tree, with `rpmbuild`. The same tree makes the same package.
 * @param fast for tests: seconds instead of minutes, and a third larger
 * @returns the package's file
 */
export async function makeRpm(identity: PackageIdentity, tree: string, output: string, fast: boolean): Promise<string> {
  const top = await mkdtemp(path.join(tmpdir(), "cardbound-rpm-"));
  try {
    const spec = path.join(top, "package.spec");
    await writeFile(spec, specOf(identity, fast ? "w1.zstdio" : "w6.xzdio"));
    await mkdir(path.join(top, "made"));
    const place = ["--define", `_topdir ${top}`, "--define", `_rpmdir ${top}/made`];
    await outputOf("rpmbuild", ["-bb", "--quiet", ...place, spec], {
      // The tree as a variable: rpm would read a `%` in its path, and the shell a blank.
      env: {
        ...process.env,
        LAID_OUT: path.resolve(tree),
        SOURCE_DATE_EPOCH: String(identity.epoch),
        HOME: top,
        LC_ALL: "C.UTF-8",
      },
    });
    const [folder = ""] = await readdir(path.join(top, "made"));
    const [name = ""] = await readdir(path.join(top, "made", folder));
    await outputOf("mv", [path.join(top, "made", folder, name), path.join(output, name)]);
    return path.join(output, name);
  } finally {
    await rm(top, { recursive: true, force: true });
  }
}

function specOf(identity: PackageIdentity, payload: string): string {
  const { name, id, maintainer, website } = identity;
  const { pre, post, postun } = rpmScripts(identity);
  return [
    "%global _build_id_links none", // they would be outside of our folder, and another Electron program's too
    "%global debug_package %{nil}",
    "%global __os_install_post %{nil}", // what is there is shipped as it is
    "%global _buildhost reproducible",
    "%global use_source_date_epoch_as_buildtime 1",
    "%global clamp_mtime_to_source_date_epoch 1",
    `%global _binary_payload ${payload}`,
    "%global _binary_filedigest_algorithm 8", // SHA-256
    `Name: ${name}`,
    `Version: ${linuxVersion(identity)}`,
    "Release: 1",
    `Summary: ${literal(description.summary)}`,
    "License: LicenseRef-proprietary",
    `Packager: ${literal(maintainer)}`,
    ...(website === undefined ? [] : [`URL: ${literal(website)}`]),
    "AutoReqProv: no", // it would offer Electron's own libraries to others
    ...rpmDependencies().map((library) => `Requires: ${library}`),
    "",
    "%description",
    ...description.text.map(literal),
    "",
    "%install",
    'cp -a "$LAID_OUT"/. "$RPM_BUILD_ROOT"/',
    'rm -r "$RPM_BUILD_ROOT"/usr/share/lintian',
    "",
    "%pre",
    literal(pre),
    "",
    "%post",
    literal(post),
    "",
    "%postun",
    literal(postun),
    "",
    "%files",
    "%defattr(-,root,root,-)",
    `/opt/${name}`,
    `/usr/bin/${name}`,
    `/usr/share/applications/${id}.desktop`,
    `/usr/share/metainfo/${id}.metainfo.xml`,
    `/usr/share/icons/hicolor/*/apps/${id}.png`,
    `/usr/share/doc/${name}`,
    "",
    "%changelog",
    ...changelogOf(identity),
    "",
  ].join("\n");
}

/** A newer rpm also reads `%` in texts as its own. */
const literal = (text: string) => text.replaceAll("%", "%%");

function changelogOf({ releases, maintainer, epoch }: PackageIdentity): string[] {
  return releases.flatMap(({ version, date, changes }) => {
    const day = date === null ? new Date(epoch * 1000) : new Date(`${date}T00:00:00Z`);
    const [weekday, number, month, year] = day.toUTCString().replace(",", "").split(" ");
    const heading = `* ${weekday} ${month} ${number} ${year} ${literal(maintainer)} - ${linuxVersion({ version })}-1`;
    return [heading, ...changes.map((change) => `- ${literal(change)}`), ""];
  });
}
