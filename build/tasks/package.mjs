import path from "node:path";
import { out } from "../paths.mjs";
import { prepareElectron } from "../prepare/electron-runtime.mjs";
import { Refusal, say } from "../say.mjs";
import { build } from "./build.mjs";

/**
 * `npm run package [-- --for-tests]`: the packages of this system (docs/releasing.md). `--for-tests` takes the fallback Electron too, compresses little,
 * and says so in the program's name.
 * @param {{ rest: string[] }} call
 */
export async function run({ rest }) {
  const unknown = rest.find((word) => word !== "--for-tests");
  if (unknown !== undefined)
    throw new Refusal(`\`npm run package\` does not know "${unknown}".`, "It takes `-- --for-tests`.");
  const forTests = rest.includes("--for-tests");
  await prepareElectron();
  const packaging = await import("../package/order-packages.ts");
  await packaging.electronToPackage(forTests); // refused before anything is built
  await build([forTests ? "release-for-tests" : "release", "backend"]);
  const { identity } = await packaging.orderPackages({ forTests, forms: ["deb", "rpm", "tar.gz"] });
  await packaging.writeBackendBill(identity, packaging.packagesFolder(forTests));
  say(`in ${path.relative(path.dirname(out), packaging.packagesFolder(forTests))}`);
  return 0;
}
