import path from "node:path";
import { out } from "../paths.mjs";
import { prepareElectron } from "../prepare/electron-runtime.mjs";
import { Refusal, say } from "../say.mjs";
import { build } from "./build.mjs";

/**
 * `npm run package [-- --for-tests]`: the packages of this system, and the partner backend's (docs/releasing.md). `--for-tests` takes the fallback
 * Electron too, compresses little, and says so in the program's name. `npm run package -- backend`: the backend's alone.
 * `npm run package -- --for-playwright`: the application's folder alone, which Playwright may drive.
 * `npm run package -- testing`: that of the tests' fixtures, and here the app that they start (docs/testing-your-app.md).
 * @param {{ rest: string[] }} call
 */
export async function run({ rest }) {
  const unknown = rest.find((word) => !["--for-tests", "--for-playwright", "backend", "testing"].includes(word));
  if (unknown !== undefined || rest.length > 1) {
    const said = unknown === undefined ? rest.join(" ") : unknown;
    throw new Refusal(
      `\`npm run package\` does not know "${said}".`,
      "It takes `-- --for-tests`, `-- --for-playwright`, `-- backend` or `-- testing`.",
    );
  }
  if (rest.includes("testing")) {
    const { orderTestingPackage, testingPackageFolder } = await import("../package/order-packages.ts");
    await orderTestingPackage(testingPackageFolder);
    say(`in ${path.relative(path.dirname(out), testingPackageFolder)}`);
    // Whoever tests a clone would miss these two next: nothing else that they have to type brings them.
    await prepareElectron();
    await build(["app"]);
    return 0;
  }
  if (rest.includes("--for-playwright")) {
    await makeDrivenApp();
    return 0;
  }
  const forTests = rest.includes("--for-tests");
  const isBackendAlone = rest.includes("backend");
  if (!isBackendAlone) await makeApp(forTests);
  const { backendPackageFolder, orderBackendPackage, packagesFolder } = await import("../package/order-packages.ts");
  // Elsewhere the app's packages are made without it; asked for alone, it is refused.
  if (isBackendAlone || process.platform === "linux") await orderBackendPackage(backendPackageFolder(forTests));
  else say("NO package of the backend: it is made on Linux");
  const folder = isBackendAlone ? backendPackageFolder(forTests) : packagesFolder(forTests);
  say(`in ${path.relative(path.dirname(out), folder)}`);
  return 0;
}

/** @param {boolean} forTests */
async function makeApp(forTests) {
  await prepareElectron();
  const packaging = await import("../package/order-packages.ts");
  await packaging.electronToPackage(forTests); // refused before anything is built
  await build([forTests ? "release-for-tests" : "release"]);
  await packaging.orderPackages({ forTests, forms: ["deb", "rpm", "tar.gz"] });
}

/** The application as it is packaged, of the profile for tests (docs/testing-your-app.md#a-packaged-app). */
async function makeDrivenApp() {
  await prepareElectron();
  const { drivenFolder, orderPackages } = await import("../package/order-packages.ts");
  await build(["release-for-tests-driven"]);
  const release = path.join(out, "release-for-tests-driven");
  const { application } = await orderPackages({
    forTests: true,
    forms: [],
    isDriven: true,
    release,
    output: drivenFolder,
  });
  say(`in ${path.relative(path.dirname(out), application)}`);
}
