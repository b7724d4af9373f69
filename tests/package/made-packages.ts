import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../../build/child-process.mjs";
import type { LinuxForm } from "../../build/package/make-packages.ts";
import { type PackageOrder, packagesFolder } from "../../build/package/order-packages.ts";
import { out, root } from "../../build/paths.mjs";
import { type MadeRelease, makeRelease } from "../e2e/made-release.ts";

/** Packages for tests, of the partner's profile in `build/`. */
export interface MadePackages {
  /** The application's folder. */
  readonly application: string;
  /** The package's name. */
  readonly name: string;
  /** Its id: that of its desktop entry. */
  readonly id: string;
  /** @throws Error if that form was not made */
  readonly fileOf: (form: LinuxForm) => string;
  /** All of it. */
  readonly folder: string;
}

const profile = path.join(root, "build/partner.json");
const written = JSON.parse(readFileSync(profile, "utf8"));
const name = `${written.package.name}-for-tests`;
const id = `${written.package.id}.fortests`;

/** What the tests make is gone when they have ended. */
const made: Promise<{ remove(): Promise<void> }>[] = [];
let release: Promise<MadeRelease> | undefined;
const ofVersions = new Map<string, Promise<MadePackages>>();

/**
 * The packages under test: where `npm run test:package` runs, those that `npm run package -- --for-tests` has made; else a `.deb`, made once for
 * each run of the tests.
 * @param version another one than package.json's, which is made in any case
 */
export function madePackages(version?: string, forms: readonly LinuxForm[] = ["deb"]): Promise<MadePackages> {
  const key = `${version} ${forms}`;
  const known =
    ofVersions.get(key) ??
    (version === undefined && given !== undefined ? Promise.resolve(given) : make(version, forms));
  ofVersions.set(key, known);
  return known;
}

const given = process.env.CARDBOUND_PACKAGES_MADE === "1" ? packagesIn(packagesFolder(true)) : undefined;

async function make(version: string | undefined, forms: readonly LinuxForm[]): Promise<MadePackages> {
  release ??= makeRelease(profile, "release-for-tests");
  made.push(release);
  const { folder: built } = await release;
  const folder = await orderForTests({ forms, release: built, ...(version !== undefined && { version }) });
  made.push(Promise.resolve({ remove: () => rm(folder, { recursive: true, force: true }) }));
  return packagesIn(folder);
}

/**
 * Orders packages for tests, in a process of their own.
 * @param profileFile the partner's, of which the release was built
 * @returns their folder, in `out/`
 */
export async function orderForTests(
  order: Omit<PackageOrder, "forTests" | "output">,
  profileFile = profile,
): Promise<string> {
  await mkdir(out, { recursive: true });
  const output = await mkdtemp(path.join(out, "packages-"));
  const whole: PackageOrder = { ...order, forTests: true, output };
  await outputOf(process.execPath, [path.join(import.meta.dirname, "order-child.ts"), JSON.stringify(whole)], {
    cwd: root,
    // git tells another user than the clone's nothing
    env: { ...process.env, SOURCE_DATE_EPOCH: "1798761600", CARDBOUND_PROFILE: profileFile },
  });
  return output;
}

/** For `afterAll`. */
export async function removeMadePackages(): Promise<void> {
  ofVersions.clear();
  release = undefined;
  for (const one of made.splice(0)) await (await one).remove();
}

/** What is in a folder of packages for tests. */
export function packagesIn(folder: string): MadePackages {
  const fileOf = (form: LinuxForm) => {
    const file = readdirSync(folder).find((entry) => entry.endsWith(`.${form}`));
    if (file === undefined)
      throw new Error(`there is no .${form} in ${folder}: make it with "npm run package -- --for-tests"`);
    return path.join(folder, file);
  };
  return { application: path.join(folder, "application", name), name, id, fileOf, folder };
}
