import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { asText } from "../licences/licences-plugin.ts";
import { archiveFolder } from "../package/linux/tarball.ts";
import { settleModes } from "../package/settle-modes.ts";
import { root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";
import { bundleTesting } from "./bundle-testing.ts";
import { writeTestingTypes } from "./testing-types.ts";

interface TestingIdentity {
  readonly version: string;
  /** When this version was made, in seconds since 1970: the only time that is in the package. */
  readonly epoch: number;
  /** Tests of what it does can do without: the types take as long as all the rest. */
  readonly hasTypes?: boolean;
}

/**
 * Makes the package `@cardbound/testing`, as `npm pack` lays packages out: the fixtures with the servers in one file, their types, and
 * Playwright as what whoever installs it has to bring. Nothing in it leads back to this repository (docs/testing-your-app.md).
 * @param output a folder, which is emptied
 * @returns the archive's file
 * @throws Refusal if this is not Linux
 */
export async function makeTestingPackage(
  { version, epoch, hasTypes = true }: TestingIdentity,
  output: string,
): Promise<string> {
  if (process.platform !== "linux")
    throw new Refusal("The tests' package is made on Linux.", "It is JavaScript alone.");
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const base = await mkdtemp(path.join(tmpdir(), "cardbound-testing-package-"));
  try {
    const folder = path.join(base, "package");
    await mkdir(folder);
    const licences = await bundleTesting(folder, version);
    if (hasTypes) await writeTestingTypes(path.join(folder, "types"));
    await writeFile(path.join(folder, "package.json"), `${JSON.stringify(await manifestOf(version), null, 2)}\n`);
    await writeFile(path.join(folder, "licences.txt"), asText(licences));
    await cp(path.join(root, "LICENSE"), path.join(folder, "LICENSE"));
    await cp(path.join(root, "docs/testing-your-app.md"), path.join(folder, "README.md"));
    await settleModes(folder, null);
    const archive = path.join(output, `cardbound-testing-${version}.tgz`);
    await archiveFolder(folder, { file: archive, as: "package", epoch, level: hasTypes ? 9 : 1 });
    say(`made ${path.basename(archive)}, ${Math.round((await stat(archive)).size / 1000)} kB`);
    return archive;
  } finally {
    await rm(base, { recursive: true });
  }
}

async function manifestOf(version: string) {
  const ofProject: { engines: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
    await readFile(path.join(root, "package.json"), "utf8"),
  );
  const [major, minor] = (ofProject.devDependencies.playwright ?? "").split(".");
  return {
    name: "@cardbound/testing",
    version,
    description: "Playwright fixtures and page objects for apps with Cardbound's window",
    license: "SEE LICENSE IN LICENSE",
    private: true,
    type: "module",
    exports: {
      ".": { types: "./types/src-testing/index.d.ts", default: "./index.js" },
      "./package.json": "./package.json",
    },
    engines: ofProject.engines,
    // Loaded twice it would not know its own `test`: there is the one of whoever runs the tests, in the range that this was tried with.
    peerDependencies: { playwright: `~${major}.${minor}.0` },
  };
}
