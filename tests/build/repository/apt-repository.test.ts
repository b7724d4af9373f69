// Attacker: somebody who controls the web server of the package repository. Way: gives away another index or package, an index that
// was held back, or an older one. Impact: an app with known holes, or theirs, is installed by root. docs/threat-model.md#packages-signed
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outputOf } from "../../../build/child-process.mjs";
import { updateAptRepository } from "../../../build/repository/apt-repository.ts";
import { findSigningKeys } from "../../../build/repository/signing-keys.ts";
import { type AptWorld, openAptWorld, whyNoRepository } from "./apt-world.ts";

if (whyNoRepository !== null) process.stdout.write(`SKIPPED: the repository for apt. ${whyNoRepository}\n`);
const identity = { name: "app", maintainer: "Fjord <cards@fjord.example>", productName: "Fjord Card Desk" };
const before = process.env.GNUPGHOME;
let world: AptWorld;
let fingerprint: string;
const release = "dists/stable/InRelease";

/** Puts packages in, as `npm run repository` does. */
async function publish(...packages: string[]): Promise<void> {
  await publishBy([fingerprint], ...packages);
}

async function publishBy(fingerprints: readonly string[], ...packages: string[]): Promise<void> {
  const keys = await findSigningKeys(fingerprints);
  await updateAptRepository({ folder: world.at("repository"), identity, address: world.address, keys }, packages);
}

/** The source as the newest keyring package has it, but for the place of the keys, which is the system's. */
async function takeKeyring(): Promise<void> {
  const keyring = readdirSync(world.at("repository/private/apt")).find((file) => file.endsWith("_all.deb")) ?? "";
  await outputOf("dpkg-deb", ["--extract", world.at("repository/private/apt", keyring), world.at("extracted")]);
  const source = readFileSync(world.at("extracted/etc/apt/sources.list.d/app.sources"), "utf8");
  writeFileSync(
    world.at("etc/sources/app.sources"),
    source.replace("Signed-By: /", `Signed-By: ${world.at("extracted/")}`),
  );
}

/** A copy of what is published, to be changed. */
function copyOf(name: string): string {
  const copy = world.at(name);
  cpSync(world.at("repository/public/apt"), copy, { recursive: true });
  return copy;
}

/** The folder's only package with this version. */
function packageIn(folder: string, version: string): string {
  const files = readdirSync(path.join(folder, "pool"), { recursive: true, encoding: "utf8" });
  return path.join(folder, "pool", files.find((file) => file.endsWith(`app_${version}_amd64.deb`)) ?? "");
}

beforeAll(async () => {
  if (whyNoRepository !== null) return;
  world = await openAptWorld();
  process.env.GNUPGHOME = world.at("gnupg");
  await world.gpg("--passphrase", "", "--quick-generate-key", "Fjord (for tests)", "ed25519", "sign", "1y");
  const listed = await world.gpg("--with-colons", "--list-secret-keys");
  fingerprint = /^fpr:{9}([0-9A-F]{40}):/m.exec(listed)?.[1] ?? "";
  await publish(await world.makePackage("1.2.0"));
  cpSync(world.at("repository/public/apt"), world.at("old"), { recursive: true });
  await publish(await world.makePackage("1.3.0"));
  await takeKeyring();
}, 120_000);
afterAll(async () => {
  if (before === undefined) delete process.env.GNUPGHOME;
  else process.env.GNUPGHOME = before;
  await world?.close();
});

describe.skipIf(whyNoRepository !== null)("the repository for apt", () => {
  it("is taken with the keys and the source of its keyring package, which is in it, too", async () => {
    world.serve(world.at("repository/public/apt"));
    expect(await world.apt("apt-get", "update")).toMatchObject({ ok: true });
    expect((await world.apt("apt-cache", "policy", "app")).said).toContain("Candidate: 1.3.0");
    expect((await world.apt("apt-cache", "policy", "app-archive-keyring")).said).toMatch(/Candidate: 1\.\d+/);
    expect(await world.apt("apt-get", "download", "app")).toMatchObject({ ok: true });
    expect(existsSync(world.at("cache/app_1.3.0_amd64.deb"))).toBe(true);
  });

  it("is signed for two weeks, and anew without a new package", async () => {
    const days = () => {
      const text = readFileSync(world.at("repository/public/apt", release), "utf8");
      const [at = 0, until = 0] = ["Date", "Valid-Until"].map((name) =>
        Date.parse(new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1] ?? ""),
      );
      return (until - at) / 86_400_000;
    };
    expect(days()).toBe(14);
    await publish();
    expect(days()).toBe(14);
    expect(await world.apt("apt-get", "update")).toMatchObject({ ok: true });
  });

  it.each([
    ["its index", "dists/stable/main/binary-amd64/Packages.gz"],
    ["its signed list", release],
  ])("is refused if %s was changed", async (_name, name) => {
    const copy = copyOf(`changed-${path.basename(name)}`);
    if (name === release) {
      const text = readFileSync(path.join(copy, name), "utf8"); // still well formed: only the signature tells
      writeFileSync(path.join(copy, name), text.replace(/^Label: .*$/m, "Label: Another"));
    } else {
      for (const file of [path.join(copy, name), path.join(copy, name).replace(/\.gz$/, "")])
        if (existsSync(file)) writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from(" ")]));
    }
    await forgetLists();
    world.serve(copy);
    expect(await world.apt("apt-get", "update")).toMatchObject({ ok: false });
  });

  it("gives no package that was changed", async () => {
    const copy = copyOf("changed-package");
    const file = packageIn(copy, "1.3.0");
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await forgetLists();
    world.serve(copy);
    expect(await world.apt("apt-get", "update")).toMatchObject({ ok: true });
    await outputOf("rm", ["-f", world.at("cache/app_1.3.0_amd64.deb")]);
    const taken = await world.apt("apt-get", "download", "app");
    expect(taken).toMatchObject({ ok: false });
    expect(taken.said).toContain("Hash Sum mismatch");
  });

  it("is refused once its time is over, though its keys have signed it", async () => {
    const copy = copyOf("expired");
    await signAnew(copy, { date: inDays(-20), until: inDays(-6) });
    await forgetLists();
    world.serve(copy);
    const updated = await world.apt("apt-get", "update");
    expect(updated).toMatchObject({ ok: false });
    expect(updated.said).toContain("expired");
  });

  it("does not go back to an older index, which is still valid", async () => {
    await forgetLists();
    world.serve(world.at("repository/public/apt"));
    await world.apt("apt-get", "update");
    await signAnew(world.at("old"), { date: inDays(-1), until: inDays(13) });
    world.serve(world.at("old"));
    await world.apt("apt-get", "update");
    expect((await world.apt("apt-cache", "policy", "app")).said).toContain("Candidate: 1.3.0");
  });

  it("is of nobody else's keys", async () => {
    await world.gpg("--passphrase", "", "--quick-generate-key", "A stranger", "ed25519", "sign", "1y");
    const copy = copyOf("strangers");
    writeFileSync(world.at("Release"), await world.gpg("--decrypt", path.join(copy, release)));
    await world.gpg(
      "--yes",
      "--local-user",
      "A stranger",
      "--output",
      path.join(copy, release),
      "--clearsign",
      world.at("Release"),
    );
    await forgetLists();
    world.serve(copy);
    const updated = await world.apt("apt-get", "update");
    expect(updated).toMatchObject({ ok: false });
    expect(updated.said).toContain("NO_PUBKEY");
    // A key that this system trusts for sources which name none, as older instructions on the web tell people to.
    await world.gpg("--armor", "--output", world.at("etc/trusted/stranger.asc"), "--export", "A stranger");
    expect(await world.apt("apt-get", "update")).toMatchObject({ ok: false });
  });

  it("is refused without a signature", async () => {
    const copy = copyOf("unsigned");
    for (const name of ["InRelease", "Release.gpg"]) rmSync(path.join(copy, "dists/stable", name));
    await forgetLists();
    world.serve(copy);
    const updated = await world.apt("apt-get", "update");
    expect(updated).toMatchObject({ ok: false });
    expect(updated.said).toContain("is not signed");
  });

  it("hands over to new keys: the keyring package of both, then that of the new one, each newer than the one before", async () => {
    await world.gpg("--passphrase", "", "--quick-generate-key", "Fjord, next year", "ed25519", "sign", "1y");
    const listed = await world.gpg("--with-colons", "--list-secret-keys", "Fjord, next year");
    const next = /^fpr:{9}([0-9A-F]{40}):/m.exec(listed)?.[1] ?? "";
    const candidate = async () => {
      world.serve(world.at("repository/public/apt"));
      await forgetLists();
      expect(await world.apt("apt-get", "update")).toMatchObject({ ok: true });
      return /Candidate: (\S+)/.exec((await world.apt("apt-cache", "policy", "app-archive-keyring")).said)?.[1] ?? "";
    };
    const versions = [await candidate()];
    await publishBy([fingerprint, next]);
    versions.push(await candidate());
    await publishBy([next]);
    await takeKeyring();
    versions.push(await candidate());
    for (const [index, version] of versions.slice(1).entries())
      await outputOf("dpkg", ["--compare-versions", version, "gt", versions[index] ?? ""]);
  });
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toUTCString();

/** As the keys have signed it at another time. */
async function signAnew(folder: string, { date, until }: { date: string; until: string }): Promise<void> {
  const said = await world.gpg("--decrypt", path.join(folder, release));
  const text = said.replace(/^Date: .*$/m, `Date: ${date}`).replace(/^Valid-Until: .*$/m, `Valid-Until: ${until}`);
  writeFileSync(world.at("Release"), text);
  await world.gpg("--yes", "--output", path.join(folder, release), "--clearsign", world.at("Release"));
}

/** Apt then knows no index of before. */
async function forgetLists(): Promise<void> {
  await outputOf("find", [world.at("state/lists"), "-type", "f", "-delete"]);
}

it("asks for the whole fingerprint of a key", async () => {
  await expect(findSigningKeys(["DEADBEEF"])).rejects.toThrow("DEADBEEF is not the fingerprint of a key.");
  await expect(findSigningKeys([])).rejects.toThrow("No key is not the fingerprint");
});
