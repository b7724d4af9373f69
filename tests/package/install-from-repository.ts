import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished, vi } from "vitest";
import { outputOf } from "../../build/child-process.mjs";
import { updateAptRepository } from "../../build/repository/apt-repository.ts";
import { findSigningKeys } from "../../build/repository/signing-keys.ts";
import { startOneServer } from "../unit/backend/one-server.ts";
import type { MadePackages } from "./made-packages.ts";
import type { ThrowAwayRoot } from "./throw-away-root.ts";

/**
 * Installs the .deb in that root as docs/releasing.md tells people to: its keyring package, then the program by its name, through apt, from a
 * repository that `npm run repository` would make, signed by a key of the test.
 * @returns what apt said
 */
export async function installFromRepository(made: MadePackages, root: ThrowAwayRoot): Promise<string> {
  const base = mkdtempSync(path.join(tmpdir(), "cb-repo-")); // short: gpg's socket lies in it
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const fingerprint = await makeKey(path.join(base, "gnupg"));
  const server = await startOneServer((request, response) => {
    readFile(path.join(base, "public", decodeURIComponent(request.url ?? ""))).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  onTestFinished(() => server.close());
  const identity = { name: made.name, maintainer: "Partner Cards <cards@partner.example>", productName: made.name };
  const keys = await findSigningKeys([fingerprint]);
  await updateAptRepository({ folder: base, identity, address: server.origin, keys }, [made.fileOf("deb")]);
  const keyring = readdirSync(path.join(base, "private")).find((file) => file.endsWith("_all.deb")) ?? "";
  for (const folder of ["etc/apt/sources.list.d", "usr/share/keyrings"])
    mkdirSync(path.join(root.upper, folder), { recursive: true });
  await root.asRoot(["dpkg", "--no-triggers", "--install", path.join(base, "private", keyring)]);
  const apt = aptOf(root, `/etc/apt/sources.list.d/${made.name}.sources`);
  await apt("update");
  return apt("install", made.name);
}

/** @param home where gpg has it, for as long as the test runs */
async function makeKey(home: string): Promise<string> {
  mkdirSync(home, { mode: 0o700 });
  vi.stubEnv("GNUPGHOME", home);
  onTestFinished(async () => {
    await outputOf("gpgconf", ["--homedir", home, "--kill", "all"]);
    vi.unstubAllEnvs();
  });
  await outputOf("gpg", ["--batch", "--passphrase", "", "--quick-generate-key", "A test", "ed25519", "sign", "1y"]);
  const listed = await outputOf("gpg", ["--batch", "--with-colons", "--list-secret-keys"]);
  return /^fpr:{9}([0-9A-F]{40}):/m.exec(listed)?.[1] ?? "";
}

/** Apt in that root, with one source and a state of its own: the system's own sources are on the network, and its settings are for itself. */
function aptOf(root: ThrowAwayRoot, source: string): (...args: string[]) => Promise<string> {
  const state = "/var/lib/apt-of-test";
  for (const folder of ["lists/partial", "cache/archives/partial", "log"])
    mkdirSync(path.join(root.upper, state, folder), { recursive: true });
  const settings = {
    "Dir::Etc::SourceList": source,
    "Dir::Etc::SourceParts": "/dev/null",
    "Dir::Etc::Parts": "/dev/null",
    "Dir::Etc::PreferencesParts": "/dev/null",
    "Dir::State": state,
    "Dir::State::status": "/var/lib/dpkg/status", // what is installed, so that what the package depends on has to be there
    "Dir::Cache": `${state}/cache`,
    "Dir::Log": `${state}/log`,
    "Dir::Log::Terminal": "", // would belong to a group that the root's namespace does not have
    "APT::Sandbox::User": "root", // the only one in that namespace
    "APT::Update::Error-Mode": "any",
    // Each package by itself: dpkg would run other packages' triggers with all that is pending, and they write where this root cannot.
    "PackageManager::Configure": "all",
    "DPkg::ConfigurePending": "false",
    "DPkg::Path": "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin", // where this root's setpriv is
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} "${value}";\n`);
  writeFileSync(path.join(root.upper, state, "apt.conf"), lines.join(""));
  return (...args) => root.asRoot(["apt-get", "--yes", ...args], { APT_CONFIG: `${state}/apt.conf` });
}
