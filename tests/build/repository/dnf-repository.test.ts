// Attacker: somebody who controls the web server of the package repository. Way: gives away another index or package, or an older one.
// Impact: an app with known holes, or theirs, is installed by root. docs/threat-model.md#packages-signed
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { outputOf } from "../../../build/child-process.mjs";
import { updateDnfRepository } from "../../../build/repository/dnf-repository.ts";
import { findSigningKeys } from "../../../build/repository/signing-keys.ts";
import { runs } from "../../long-form.ts";
import { type DnfWorld, openDnfWorld, whyNoDnf } from "./dnf-world.ts";

if (whyNoDnf !== null) process.stdout.write(`SKIPPED: the repository for dnf. ${whyNoDnf}\n`);
const identity = { name: "app", maintainer: "Fjord <cards@fjord.example>", productName: "Fjord Card Desk" };
/** Each attack is seen to succeed where what stops it is switched off. */
const isLong = runs(false, true);
const index = "repodata/repomd.xml";
let world: DnfWorld;
let owner: string;
const packages: Record<"1.2.0" | "1.3.0" | "another 1.3.0", string> = { "1.2.0": "", "1.3.0": "", "another 1.3.0": "" };

/** Puts packages in, as `npm run repository` does. */
async function publish(signers: readonly string[], ...files: string[]): Promise<void> {
  const keys = await findSigningKeys(signers);
  await updateDnfRepository({ folder: world.at("repository"), identity, address: world.address, keys }, files);
}

/** @returns a new key's fingerprint */
async function makeKey(owner: string): Promise<string> {
  await world.gpg("--passphrase", "", "--quick-generate-key", owner, "ed25519", "sign", "1y");
  const listed = await world.gpg("--with-colons", "--list-secret-keys", owner);
  return /^fpr:{9}([0-9A-F]{40}):/m.exec(listed)?.[1] ?? "";
}

const published = (...parts: string[]) => world.at("repository/public/dnf", ...parts);
const rpmIn = (folder: string, start: string) =>
  path.join(folder, readdirSync(folder).find((file) => file.startsWith(start)) ?? "");
const sign = (file: string, owner: string) =>
  world.gpg("--yes", "--armor", "--local-user", owner, "--output", `${file}.asc`, "--detach-sign", file);
const signPackage = (file: string, owner: string) =>
  outputOf("rpmsign", ["--define", "__gpg /usr/bin/gpg", "--define", `_gpg_name ${owner}`, "--addsign", file]);

async function eraseApp(): Promise<void> {
  if ((await world.installed("app")) !== null) await world.rpm("--erase", "app");
}

/** A folder with this package and a new index, which nobody has signed yet. @returns the index */
async function indexAnew(folder: string, file: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  cpSync(file, path.join(folder, path.basename(file)));
  await outputOf("createrepo_c", ["--quiet", "--no-database", folder]);
  return path.join(folder, index);
}

const unsignedIndex = () => indexAnew(world.at("attack"), rpmIn(world.at("old"), "app-1.2.0"));
interface Attack {
  /** Makes what is served. */
  readonly attack: () => Promise<void>;
  /** Of what dnf says. */
  readonly said: string;
  /** The setting without which it would succeed. */
  readonly without?: string;
  readonly isLong?: true;
}
const attacks: [string, Attack][] = [
  [
    "an index with a signature of another",
    {
      attack: async () => cpSync(published(`${index}.asc`), `${await unsignedIndex()}.asc`),
      said: "Bad GPG signature",
      isLong: true,
      without: "app.repo_gpgcheck=0",
    },
  ],
  [
    "an index without a signature",
    {
      attack: async () => void (await unsignedIndex()),
      said: "GPG signature is not available",
      isLong: true,
      without: "app.repo_gpgcheck=0",
    },
  ],
  [
    "an index that a stranger has signed",
    {
      attack: async () => void (await sign(await unsignedIndex(), "A stranger")),
      said: "repomd.xml GPG signature verification error",
      without: "app.repo_gpgcheck=0",
    },
  ],
  [
    "a list that is not the one in the index",
    {
      attack: async () => {
        cpSync(published(), world.at("attack"), { recursive: true });
        const lists = readdirSync(world.at("attack/repodata")).filter((file) => file.includes("primary"));
        for (const file of lists) flipLastByte(world.at("attack/repodata", file));
      },
      said: "Downloading successful, but checksum doesn't match",
      isLong: true,
    },
  ],
  [
    "a package that was changed",
    {
      attack: async () => {
        cpSync(published(), world.at("attack"), { recursive: true });
        flipLastByte(rpmIn(world.at("attack"), "app-1.3.0"));
      },
      said: "Downloading successful, but checksum doesn't match",
    },
  ],
  [
    "a package without a signature, though it is in the signed index",
    {
      attack: async () => void (await sign(await indexAnew(world.at("attack"), packages["another 1.3.0"]), owner)),
      said: "is not signed",
      isLong: true,
      without: "app.gpgcheck=0",
    },
  ],
  [
    "a package that a stranger has signed, though it is in the signed index",
    {
      attack: async () => {
        const file = world.at(path.basename(packages["another 1.3.0"]));
        cpSync(packages["another 1.3.0"], file);
        await signPackage(file, "A stranger");
        await sign(await indexAnew(world.at("attack"), file), owner);
      },
      said: "are not correct for this package",
      without: "app.gpgcheck=0",
    },
  ],
];

describe.skipIf(whyNoDnf !== null)("the repository for dnf", { timeout: 180_000 }, () => {
  beforeAll(async () => {
    world = await openDnfWorld();
    vi.stubEnv("GNUPGHOME", world.at("gnupg"));
    owner = await makeKey("Fjord (for tests)");
    const versions = [["1.2.0"], ["1.3.0"], ["1.3.0", "another"]] as const;
    const made = await Promise.all(versions.map(([version, content]) => world.makePackage(version, content)));
    [packages["1.2.0"] = "", packages["1.3.0"] = "", packages["another 1.3.0"] = ""] = made;
    await publish([owner], packages["1.2.0"]);
    cpSync(published(), world.at("old"), { recursive: true });
  }, 180_000);
  afterAll(async () => {
    vi.unstubAllEnvs();
    await world?.close();
  });

  it("is taken with the keys and the source of its release package", async () => {
    world.serve(published());
    await world.rpm("--install", rpmIn(published(), "app-release"));
    const taken = await world.dnf("install", "app");
    expect(taken).toMatchObject({ ok: true });
    expect(taken.said.replaceAll(" ", "")).toContain(owner); // it asks whether this key is to be trusted
    expect(await world.installed("app")).toBe("1.2.0");
  });

  it("brings the newer version, and does not go back to an older one", async () => {
    await publish([owner], packages["1.3.0"]);
    world.serve(published());
    expect(await world.dnf("upgrade", "--refresh", "app")).toMatchObject({ ok: true });
    expect(await world.installed("app")).toBe("1.3.0");
    world.serve(world.at("old"));
    await world.dnf("upgrade", "--refresh", "app");
    expect(await world.installed("app")).toBe("1.3.0");
    await eraseApp();
  });

  it.each(
    runs(
      attacks.filter(([, { isLong }]) => isLong !== true),
      attacks,
    ),
  )("refuses %s", async (_name, { attack, said, without }) => {
    if (!(await world.gpg("--list-secret-keys")).includes("A stranger")) await makeKey("A stranger");
    onTestFinished(eraseApp);
    rmSync(world.at("attack"), { recursive: true, force: true });
    await attack();
    world.serve(world.at("attack"));
    world.forgetIndex();
    const refused = await world.dnf("install", "app");
    expect(refused).toMatchObject({ ok: false });
    expect(refused.said).toContain(said);
    expect(await world.installed("app")).toBeNull();
    if (!isLong || without === undefined) return;
    world.forgetIndex();
    expect(await world.dnf(`--setopt=${without}`, "install", "app")).toMatchObject({ ok: true });
  });

  it.runIf(isLong)(
    "does not see that a server holds an index back, as dnf knows no date until which one counts",
    async () => {
      world.serve(published());
      expect(await world.dnf("makecache", "--refresh")).toMatchObject({ ok: true });
      world.serve(world.at("old"));
      expect(await world.dnf("install", "--refresh", "app")).toMatchObject({ ok: true });
      expect(await world.installed("app")).toBe("1.2.0");
      await eraseApp();
    },
  );

  it("has one version of a package, never an older one, and never two under one number", async () => {
    const versions = () => readdirSync(published()).filter((file) => file.startsWith("app-1"));
    expect(versions()).toEqual(["app-1.3.0-1.noarch.rpm"]);
    await expect(publish([owner], packages["1.2.0"])).rejects.toThrow("is older than the 1.3.0");
    await expect(publish([owner], packages["another 1.3.0"])).rejects.toThrow("is another package than");
    expect(versions()).toEqual(["app-1.3.0-1.noarch.rpm"]);
  });

  it("hands over to a new key, of which its release package tells while both sign", async () => {
    const next = await makeKey("Fjord (next)");
    await publish([owner, next], packages["1.3.0"]); // the one that is there, though not signed
    world.serve(published());
    expect(await world.dnf("upgrade", "--refresh", "app-release")).toMatchObject({ ok: true });
    await publish([next]);
    expect(await world.dnf("install", "--refresh", "app")).toMatchObject({ ok: true });
    expect(await world.installed("app")).toBe("1.3.0");
  });
});

function flipLastByte(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
