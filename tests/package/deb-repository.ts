import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputOf } from "../../build/child-process.mjs";
import { updateAptRepository } from "../../build/repository/apt-repository.ts";
import { findSigningKeys } from "../../build/repository/signing-keys.ts";
import { startOneServer } from "../unit/backend/one-server.ts";
import type { ThrowAwayRoot } from "./throw-away-root.ts";

/** A package repository on this computer, from which a throw-away root gets a program. */
export interface DebRepository {
  /** Puts a .deb in, as `npm run repository` would. */
  readonly publish: (file: string) => Promise<void>;
  /** Installs what docs/releasing.md tells people to: the keyring package, then the program by its name. @returns what apt said */
  readonly install: () => Promise<string>;
  /** What people do later, for this program alone. @returns what apt said */
  readonly upgrade: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a repository without a package, signed by a key of its own.
 * @param name the program's package
 * @param root where apt is
 */
export async function openDebRepository(name: string, root: ThrowAwayRoot): Promise<DebRepository> {
  const base = mkdtempSync(path.join(tmpdir(), "cb-repo-")); // short: gpg's socket lies in it
  const home = path.join(base, "gnupg");
  mkdirSync(home, { mode: 0o700 });
  const server = await startOneServer((request, response) => {
    readFile(path.join(base, "public/apt", decodeURIComponent(request.url ?? ""))).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  const identity = { name, maintainer: "Partner Cards <cards@partner.example>", productName: name };
  const fingerprint = await withKeyring(home, makeKey);
  const apt = aptOf(root, `/etc/apt/sources.list.d/${name}.sources`);
  return {
    publish: (file) =>
      withKeyring(home, async () => {
        const keys = await findSigningKeys([fingerprint]);
        await updateAptRepository({ folder: base, identity, address: server.origin, keys }, [file]);
      }),
    async install() {
      const keyring = readdirSync(path.join(base, "private/apt")).find((file) => file.endsWith("_all.deb")) ?? "";
      for (const folder of ["etc/apt/sources.list.d", "usr/share/keyrings"])
        mkdirSync(path.join(root.upper, folder), { recursive: true });
      await root.asRoot(["dpkg", "--no-triggers", "--install", path.join(base, "private/apt", keyring)]);
      await apt("update");
      return apt("install", name);
    },
    async upgrade() {
      await apt("update");
      return apt("install", "--only-upgrade", name);
    },
    async close() {
      await outputOf("gpgconf", ["--homedir", home, "--kill", "all"]).catch(() => undefined); // it ends by itself as well
      await server.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** While gpg has its keys there. */
async function withKeyring<T>(home: string, use: () => Promise<T>): Promise<T> {
  const before = process.env.GNUPGHOME;
  process.env.GNUPGHOME = home;
  try {
    return await use();
  } finally {
    if (before === undefined) delete process.env.GNUPGHOME;
    else process.env.GNUPGHOME = before;
  }
}

/** @returns its fingerprint */
async function makeKey(): Promise<string> {
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
