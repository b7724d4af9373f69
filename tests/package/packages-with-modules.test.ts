// A profile that has modules for tokens: what its package has beyond the others is koffi, for this system alone. That it works is seen by
// key-on-token.spec.ts.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { root } from "../../build/paths.mjs";
import { type MadeRelease, makeRelease } from "../e2e/made-release.ts";
import { leftToLongForm } from "../long-form.ts";
import { describeApplication } from "./application-contents.ts";
import { describeBillOfMaterials } from "./bill-of-materials.ts";
import { type MadePackages, orderForTests, packagesIn } from "./made-packages.ts";
import { packagedHere } from "./packaged-here.ts";

const isSkipped = packagedHere.whyNot !== null || leftToLongForm("the package with modules for tokens");

let made: MadePackages;
let release: MadeRelease | undefined;
const folder = mkdtempSync(path.join(tmpdir(), "cardbound-with-modules-"));
beforeAll(async () => {
  if (isSkipped) return;
  const written = JSON.parse(readFileSync(path.join(root, "build/partner.json"), "utf8"));
  cpSync(path.join(root, "build", written.logo), path.join(folder, written.logo)); // a logo lies beside the profile
  const module = { system: "linux", name: "opensc", path: "/usr/lib/opensc-pkcs11.so", sha256: "0".repeat(64) };
  const profile = path.join(folder, "partner.json");
  writeFileSync(profile, JSON.stringify({ ...written, hardware_key: { modules: [module] } }));
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
