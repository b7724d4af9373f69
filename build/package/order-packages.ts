import { readFileSync } from "node:fs";
import path from "node:path";
import { en } from "../../src-renderer/words/en.ts";
import { enPanels } from "../../src-renderer/words/en-panels.ts";
import { makeBackendPackage } from "../backend-package/make-backend-package.ts";
import { outputOf } from "../child-process.mjs";
import { readProfile } from "../partner-profile/read-profile.ts";
import { out, root } from "../paths.mjs";
import { installedElectron } from "../prepare/electron-runtime.mjs";
import { Refusal } from "../say.mjs";
import { makeTestingPackage } from "../testing-package/make-testing-package.ts";
import { readChangelog } from "./changelog.ts";
import { type LinuxForm, makePackages } from "./make-packages.ts";
import { packageIdentity, profileForTests } from "./package-identity.ts";

/** Where packages are, those for tests beside the others. */
export const packagesFolder = (forTests: boolean) => path.join(out, forTests ? "packages-for-tests" : "packages");

/** Where the partner backend's package is: below the others. */
export const backendPackageFolder = (forTests: boolean) => path.join(packagesFolder(forTests), "backend");

/** Where the application is that Playwright may drive. */
export const drivenFolder = path.join(out, "packages-for-playwright");

/** Where the package of the tests' fixtures is. */
export const testingPackageFolder = path.join(out, "packages", "testing");

/**
 * The Electron that packages are made with.
 * @throws Refusal if there is none, or only the fallback, which is for tests
 */
export async function electronToPackage(forTests: boolean) {
  const electron = await installedElectron();
  if (electron === undefined) throw new Refusal("No Electron is installed.", "`npm start` installs it.");
  if (electron.fallback && !forTests) {
    throw new Refusal(
      `Only the fallback, Electron ${electron.version}, is here: it is out of support, and nobody may get it.`,
      "Package on a machine that reaches Electron's downloads; or, for trying it out, `npm run package -- --for-tests`.",
    );
  }
  return electron;
}

export interface PackageOrder {
  /** The fallback Electron will do, and so will a version without a date; the names say so. */
  readonly forTests: boolean;
  /** What Linux is given. */
  readonly forms: readonly LinuxForm[];
  /** The built release; else the one in `out/`. */
  readonly release?: string;
  /** A folder, which is emptied; else `packagesFolder`. */
  readonly output?: string;
  /** For tests of an upgrade: another version than the one of package.json. */
  readonly version?: string;
  /** For Playwright; only of a `release-for-tests-driven`. */
  readonly isDriven?: boolean;
}

/**
 * Makes packages of a built release, and of the partner's profile.
 * @throws Refusal if they must not go to people
 */
export async function orderPackages({ forTests, forms, release, output, version, isDriven }: PackageOrder) {
  const electron = await electronToPackage(forTests);
  const written = readProfile(process.env.CARDBOUND_PROFILE || path.join(root, "build/partner.json"), {
    ...en,
    ...enPanels,
  });
  const identity = packageIdentity(forTests ? profileForTests(written) : written, await readVersion(forTests, version));
  const made = await makePackages({
    identity,
    release: release ?? path.join(out, forTests ? "release-for-tests" : "release"),
    electron: { ...electron, folder: path.join(root, "node_modules/electron/dist") },
    output: output ?? packagesFolder(forTests),
    forms,
    forTests,
    isDriven: forTests && isDriven === true,
  });
  return { ...made, identity };
}

/**
 * Makes the partner backend's package, which people do not get: its version needs no date.
 * @param output a folder, which is emptied
 * @returns the archive's file
 * @throws Refusal if the profile does not say who makes it, or this is not Linux
 */
export async function orderBackendPackage(output: string): Promise<string> {
  const written = readProfile(process.env.CARDBOUND_PROFILE || path.join(root, "build/partner.json"), {
    ...en,
    ...enPanels,
  });
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const { maintainer: supplier, epoch } = packageIdentity(written, {
    version,
    releases: [],
    epoch: await timeOfSource(),
  });
  return makeBackendPackage({ supplier, version, epoch }, output);
}

/**
 * Makes the package of the tests' fixtures, which is for developers: its version needs no date.
 * @param output a folder, which is emptied
 * @returns the archive's file
 * @throws Refusal if this is not Linux
 */
export async function orderTestingPackage(output: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  return makeTestingPackage({ version, epoch: await timeOfSource() }, output);
}

/** The version, what has changed up to it, and its time. @param other a version that only tests have */
async function readVersion(forTests: boolean, other: string | undefined) {
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const releases = readChangelog(readFileSync(path.join(root, "CHANGELOG.md"), "utf8"));
  const newest = releases.find((release) => release.version === version);
  if (newest === undefined || (newest.date === null && !forTests)) {
    throw new Refusal(
      `CHANGELOG.md does not say when version ${version} was released.`,
      `Head its section "## [${version}] – YEAR-MONTH-DAY" (docs/releasing.md).`,
    );
  }
  const epoch = await timeOfSource();
  if (other === undefined) return { version, releases, epoch };
  return { version: other, releases: [{ version: other, date: null, changes: ["For tests."] }, ...releases], epoch };
}

/** SOURCE_DATE_EPOCH, or the commit's time: never the clock's, so that the same commit makes the same packages. */
async function timeOfSource(): Promise<number> {
  const given = process.env.SOURCE_DATE_EPOCH;
  const text = given ?? (await outputOf("git", ["log", "-1", "--format=%ct"], { cwd: root }).catch(() => ""));
  if (/^\d{1,12}$/.test(text.trim())) return Number(text);
  throw new Refusal("The time of this source is not known.", "Set SOURCE_DATE_EPOCH, in seconds since 1970.");
}
