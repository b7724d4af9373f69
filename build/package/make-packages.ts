import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isOnPath } from "../prepare/system-libraries.mjs";
import { say } from "../say.mjs";
import { makeApplication } from "./application-folder.ts";
import { makeDeb } from "./linux/deb.ts";
import { mustKnowLibraries } from "./linux/elf-needed.ts";
import { makeRpm } from "./linux/rpm.ts";
import { layOutTree } from "./linux/system-tree.ts";
import { makeTarball } from "./linux/tarball.ts";
import type { PackageIdentity } from "./package-identity.ts";
import { appComponents, sha256Of } from "./sbom/app-components.ts";
import { cyclonedx } from "./sbom/cyclonedx.ts";

/** The forms that Linux is given, and the program that makes each. */
export const linuxForms = { deb: "dpkg-deb", rpm: "rpmbuild", "tar.gz": "tar" } as const;
export type LinuxForm = keyof typeof linuxForms;

interface Order {
  readonly identity: PackageIdentity;
  readonly release: string;
  readonly electron: { readonly folder: string; readonly executable: string; readonly version: string };
  readonly output: string;
  readonly forms: readonly LinuxForm[];
  /** Seconds instead of minutes, larger packages, and no signature. */
  readonly forTests: boolean;
  /** For Playwright, which a release otherwise refuses. */
  readonly isDriven: boolean;
}

/**
 * Makes the application's folder, and the packages of it that were ordered, each with its SHA-256 in the file SHA256SUMS.
 * @returns the folder of the application (on Linux), and each package
 */
export async function makePackages({ identity, release, electron, output, forms, forTests, isDriven }: Order) {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  say(`packaging ${identity.productName} ${identity.version} with Electron ${electron.version}`);
  const application = await makeApplication(
    identity,
    { release, electron, forTests, isDriven },
    path.join(output, "application"),
  );
  const bill = await writeBill(identity, { release, electron }, output);
  if (process.platform !== "linux") return { application, packages: [] };
  await mustKnowLibraries(application);
  const tree = path.join(output, "tree");
  await layOutTree(identity, application, tree);
  const packages: string[] = [];
  for (const form of forms) {
    if (!isOnPath(linuxForms[form])) {
      say(`NO .${form}: ${linuxForms[form]} is missing${form === "rpm" ? " (Debian's package is called rpm)" : ""}`);
      continue;
    }
    const begun = performance.now();
    const made =
      form === "deb"
        ? await makeDeb(identity, tree, output, forTests)
        : form === "rpm"
          ? await makeRpm(identity, tree, output, forTests)
          : await makeTarball(identity, application, output, forTests);
    packages.push(made);
    say(`made ${path.basename(made)} in ${Math.round((performance.now() - begun) / 1000)} s`);
  }
  await rm(tree, { recursive: true });
  await writeFile(path.join(output, "SHA256SUMS"), [...packages, bill].map(sumOf).join(""));
  return { application, packages };
}

const sumOf = (file: string) => `${sha256Of(file).content}  ${path.basename(file)}\n`;

/** What the app is made of (CycloneDX). The backend's is its own: `npm run package` writes it too. */
async function writeBill(
  { name, version, maintainer, epoch }: PackageIdentity,
  { release, electron }: Pick<Order, "release" | "electron">,
  output: string,
): Promise<string> {
  const whole = { name, version, supplier: maintainer, epoch };
  const file = path.join(output, `${name}-${version}.cdx.json`);
  await writeFile(file, cyclonedx(whole, await appComponents(release, electron)));
  return file;
}
