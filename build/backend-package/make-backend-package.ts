import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { asText } from "../licences/licences-plugin.ts";
import { archiveFolder } from "../package/linux/tarball.ts";
import { sha256Of } from "../package/sbom/app-components.ts";
import { cyclonedx } from "../package/sbom/cyclonedx.ts";
import { settleModes } from "../package/settle-modes.ts";
import { root } from "../paths.mjs";
import { Refusal, say } from "../say.mjs";
import { backendComponents } from "./backend-components.ts";
import { bundleBackend } from "./bundle-backend.ts";

/** What the package, its program and its service are called. Cardholders never see it, so it is no partner's name. */
const backendName = "cardbound-backend";

interface BackendIdentity {
  /** Who makes it, as `Name <address>`. */
  readonly supplier: string;
  readonly version: string;
  /** When this version was made, in seconds since 1970: the only time that is in the package. */
  readonly epoch: number;
}

/** What is shipped as it is, by its name in the package: how to run the program, and the licence. */
const shippedAsIs = {
  LICENSE: "LICENSE",
  "README.md": "build/backend-package/README.md",
  systemd: "build/backend-package/systemd",
  container: "build/backend-package/container",
  kubernetes: "build/backend-package/kubernetes",
  operations: "build/operations",
};

/**
 * Makes the package of the partner backend: its program in one file, which needs nothing but Node, with its licences, its bill of materials and the
 * descriptions for systemd, containers and Kubernetes. As npm lays packages out, so `npm install --global FILE` takes it too. Beside it lie the
 * bill once more, and the SHA-256 of both. The same source makes the same bytes.
 * @param output a folder, which is emptied
 * @returns the archive's file
 * @throws Refusal if this is not Linux
 */
export async function makeBackendPackage(identity: BackendIdentity, output: string): Promise<string> {
  if (process.platform !== "linux") {
    throw new Refusal("The backend's package is made on Linux.", "It then runs wherever Node does.");
  }
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const base = await mkdtemp(path.join(tmpdir(), "cardbound-backend-package-"));
  try {
    const folder = path.join(base, "package");
    const bill = await layOut(identity, folder);
    const name = `${backendName}-${identity.version}`;
    const archive = path.join(output, `${name}.tgz`);
    await archiveFolder(folder, { file: archive, as: "package", epoch: identity.epoch, level: 9 });
    const billFile = path.join(output, `${name}.cdx.json`);
    await writeFile(billFile, bill);
    const sums = [archive, billFile].map((file) => `${sha256Of(file).content}  ${path.basename(file)}\n`);
    await writeFile(path.join(output, "SHA256SUMS"), sums.join(""));
    say(`made ${path.basename(archive)}, ${Math.round((await stat(archive)).size / 1000)} kB`);
    return archive;
  } finally {
    await rm(base, { recursive: true });
  }
}

/** @returns the bill of materials, which is in it too */
async function layOut({ supplier, version, epoch }: BackendIdentity, folder: string): Promise<string> {
  await mkdir(folder);
  const program = `${backendName}.js`;
  const licences = await bundleBackend(path.join(folder, program), version);
  for (const [name, source] of Object.entries(shippedAsIs)) {
    await cp(path.join(root, source), path.join(folder, name), { recursive: true });
  }
  const bill = cyclonedx({ name: backendName, version, supplier, epoch }, backendComponents(licences));
  const ofProject: { engines: Record<string, string> } = JSON.parse(
    await readFile(path.join(root, "package.json"), "utf8"),
  );
  const manifest = {
    name: backendName,
    version,
    description: "Cardbound's partner backend: changes card PINs at Solaris for bound computers",
    license: "SEE LICENSE IN LICENSE",
    author: supplier,
    private: true,
    type: "module",
    bin: { [backendName]: program },
    engines: ofProject.engines,
  };
  await writeFile(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(path.join(folder, "licences.txt"), asText(licences));
  await writeFile(path.join(folder, `${backendName}.cdx.json`), bill);
  await settleModes(folder, program);
  return bill;
}
