import type { PackageIdentity } from "../package-identity.ts";
import { description, linuxVersion } from "./debian-documents.ts";
import { rpmDependencies } from "./libraries.ts";
import { rpmScripts } from "./maintainer-scripts.ts";
import { literal, runRpmbuild } from "./rpmbuild.ts";

/**
 * Makes an .rpm of a laid-out tree, with `rpmbuild`. The same tree makes the same package.
 * @param fast for tests: seconds instead of minutes, and a third larger
 * @returns the package's file
 */
export function makeRpm(identity: PackageIdentity, tree: string, output: string, fast: boolean): Promise<string> {
  const specification = specOf(identity, fast ? "w1.zstdio" : "w6.xzdio");
  return runRpmbuild(specification, { tree, output, epoch: identity.epoch });
}

function specOf(identity: PackageIdentity, payload: string): string[] {
  const { name, id, maintainer, website } = identity;
  const { pre, post, postun } = rpmScripts(identity);
  return [
    `%global _binary_payload ${payload}`,
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
  ];
}

function changelogOf({ releases, maintainer, epoch }: PackageIdentity): string[] {
  return releases.flatMap(({ version, date, changes }) => {
    const day = date === null ? new Date(epoch * 1000) : new Date(`${date}T00:00:00Z`);
    const [weekday, number, month, year] = day.toUTCString().replace(",", "").split(" ");
    const heading = `* ${weekday} ${month} ${number} ${year} ${literal(maintainer)} - ${linuxVersion({ version })}-1`;
    return [heading, ...changes.map((change) => `- ${literal(change)}`), ""];
  });
}
