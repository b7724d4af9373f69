// A profile that has modules for tokens: what its package has beyond the others is koffi, for this system alone. That it works is seen by
// key-on-token.spec.ts.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { usesTokens } from "../../build/package/stage-app.ts";
import { root } from "../../build/paths.mjs";
import { type MadeRelease, makeRelease } from "../e2e/made-release.ts";
import { leftToLongForm } from "../long-form.ts";
import { describeApplication } from "./application-contents.ts";
import { describeBillOfMaterials } from "./bill-of-materials.ts";
import { type MadePackages, orderForTests, packagesIn } from "./made-packages.ts";
import { packagedHere } from "./packaged-here.ts";

const isSkipped = packagedHere.whyNot !== null || leftToLongForm("the package with modules for tokens");

/** build/partner.json with a module for a system, as the profile calls it, in a folder of the test's. @returns its file */
function writeProfile(system: "linux" | "macos" | "windows", modulePath: string): string {
  const written = JSON.parse(readFileSync(path.join(root, "build/partner.json"), "utf8"));
  cpSync(path.join(root, "build", written.logo), path.join(folder, written.logo)); // a logo lies beside the profile
  const module = { system, name: "opensc", path: modulePath, sha256: "0".repeat(64) };
  const profile = path.join(folder, `${system}.json`);
  writeFileSync(profile, JSON.stringify({ ...written, hardware_key: { modules: [module] } }));
  return profile;
}

let made: MadePackages;
let release: MadeRelease | undefined;
const folder = mkdtempSync(path.join(tmpdir(), "cardbound-with-modules-"));
beforeAll(async () => {
  if (isSkipped) return;
  const profile = writeProfile("linux", "/usr/lib/opensc-pkcs11.so");
  release = await makeRelease(profile, "release-for-tests");
  made = packagesIn(await orderForTests({ forms: [], release: release.folder }, profile));
}, packagedHere.limitMs);
afterAll(async () => {
  if (made !== undefined) await rm(made.folder, { recursive: true, force: true });
  await release?.remove();
  rmSync(folder, { recursive: true });
});

describe.skipIf(isSkipped)("the application for a profile with modules", () => describeApplication(() => made, true));
describe.skipIf(isSkipped)("its bill of materials", () => describeBillOfMaterials(() => made, true));

it.skipIf(isSkipped)(
  "a release has nothing for tokens where the profile has modules for other systems alone",
  async () => {
    const other = await makeRelease(
      writeProfile("windows", "C:\\Program Files\\OpenSC\\opensc.dll"),
      "release-for-tests",
    );
    onTestFinished(() => other.remove());
    expect(existsSync(path.join(other.folder, "main/run-core.js"))).toBe(true);
    expect(usesTokens(other.folder)).toBe(false);
    expect(readFileSync(path.join(other.folder, "licences.txt"), "utf8")).not.toContain("koffi");
  },
);
