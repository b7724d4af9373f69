import path from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { whyNoRepository } from "../build/repository/apt-world.ts";
import { leftToLongForm } from "../long-form.ts";
import { describeHostileStarts } from "../security/describe-hostile-starts.ts";
import { describeApplication } from "./application-contents.ts";
import { describeBillOfMaterials } from "./bill-of-materials.ts";
import { describeDeb } from "./deb-contents.ts";
import { describeInstalled } from "./installed-deb.ts";
import { type MadePackages, madePackages, removeMadePackages } from "./made-packages.ts";
import { packagedHere } from "./packaged-here.ts";
import { openRoot, type ThrowAwayRoot, whyNoRoot } from "./throw-away-root.ts";

// One file for what needs a package, which takes longer to make than to look at.

const whyNotInstalled = packagedHere.whyNot ?? (await whyNoRoot());
if (whyNotInstalled !== null) process.stdout.write(`SKIPPED: the installed package. ${whyNotInstalled}\n`);
else if (whyNoRepository !== null)
  process.stdout.write(`SKIPPED: apt, where dpkg installs the package. ${whyNoRepository}\n`);

let made: MadePackages;
let root: ThrowAwayRoot;
beforeAll(async () => {
  if (packagedHere.whyNot !== null) return;
  made = await madePackages();
  if (whyNotInstalled === null) root = openRoot();
}, packagedHere.limitMs);
afterAll(async () => {
  root?.remove();
  await removeMadePackages();
});

describe.skipIf(packagedHere.whyNot !== null)("the application", () => describeApplication(() => made));
describe.skipIf(packagedHere.whyNot !== null)("the bill of materials", () => describeBillOfMaterials(() => made));
// In the short form the release without a package is enough (tests/security/hostile-starts.test.ts).
describe.runIf(packagedHere.whyNot === null && !leftToLongForm("hostile starts of the package"))(
  "the application, started with something added",
  () => describeHostileStarts(true, async () => ({ executable: path.join(made.application, made.name), args: [] })),
);
describe.skipIf(packagedHere.whyNot !== null)("the .deb", () => describeDeb(() => made));
describe.skipIf(whyNotInstalled !== null)("the .deb, installed", () =>
  describeInstalled(
    () => made,
    () => root,
  ),
);
