import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { outputOf } from "../../child-process.mjs";
import { type ShippedPackage, shippedPackagesFile } from "../../licences/licences-plugin.ts";
import { root } from "../../paths.mjs";
import { tokenLibraryOf } from "../../token-library.ts";
import { usesTokens } from "../stage-app.ts";
import type { Component, Hash } from "./cyclonedx.ts";
import { hashOfPackage, purlOf } from "./lock-file.ts";

/**
 * What the app is made of: the packages of which a part is bundled or shipped (the build has listed them from its bundles, not from
 * package.json, which names the servers' too), keytar's native file, koffi's where it is used, and Electron with its Chromium and Node.
 * @param release the built release
 * @param electron the one that is shipped, which may not be the one that package.json pins
 */
export async function appComponents(
  release: string,
  electron: { readonly executable: string; readonly version: string },
): Promise<Component[]> {
  const shipped: ShippedPackage[] = JSON.parse(readFileSync(path.join(release, shippedPackagesFile), "utf8"));
  const packages = shipped
    .filter(({ name }) => name !== "electron")
    .map(({ name, version, licence }): Component => {
      const known = { purl: purlOf(name, version), hash: hashOfPackage(name, version) };
      return { type: "library", name, version, licence, ...known };
    });
  const { chrome, node, v8 } = await versionsIn(electron.executable);
  return [
    ...packages,
    nativeFile(`keytar/prebuilds/${system}/keytar.node`),
    ...(usesTokens(release) ? [nativeFile(tokenLibraryOf(system))] : []),
    framework("electron", electron.version, "MIT", purlOf("electron", electron.version)),
    framework("chromium", chrome, "BSD-3-Clause", `pkg:generic/chromium@${chrome}`),
    framework("node", node, "MIT", `pkg:generic/node@${node}`),
    framework("v8", v8, "BSD-3-Clause", `pkg:generic/v8@${v8}`),
  ];
}

const framework = (name: string, version: string, licence: string, purl: string): Component => ({
  type: "framework",
  name,
  version,
  licence,
  purl,
});

const system = `${process.platform}-${process.arch}`;

/** Native code that is ours to ship beside Electron's. Both packages are under this licence. */
function nativeFile(file: string): Component {
  return { type: "file", name: file, licence: "MIT", hash: sha256Of(path.join(root, "node_modules", file)) };
}

export function sha256Of(file: string): Hash {
  return { alg: "SHA-256", content: createHash("sha256").update(readFileSync(file)).digest("hex") };
}

/** An Electron's own account of what it is made of. Before its fuses are set it also runs as Node. */
async function versionsIn(executable: string): Promise<{ chrome: string; node: string; v8: string }> {
  const said = await outputOf(executable, ["--print", "JSON.stringify(process.versions)"], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  });
  return JSON.parse(said);
}
