// Attacker: none: a partner's profile, or the place of a clone. Way: what rpm, a shell, XML and a menu read as their own.
// Impact: no package, or one whose papers and entry say something else.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeDeb } from "../../build/package/linux/deb.ts";
import { makeRpm } from "../../build/package/linux/rpm.ts";
import { layOutTree } from "../../build/package/linux/system-tree.ts";
import { makeTarball } from "../../build/package/linux/tarball.ts";
import type { PackageIdentity } from "../../build/package/package-identity.ts";
import { isOnPath } from "../../build/prepare/system-libraries.mjs";

const change = '100 % of %{lua:error("run")}, <b> & $(id)';
const identity: PackageIdentity = {
  name: "fjord-card-desk",
  id: "example.fjord.carddesk",
  productName: "Fjord's; [Karten] #1 שלום & Co",
  version: "1.0.0-rc-1",
  maintainer: '%{lua:error("run")} $(id) <cards@fjord.example>',
  website: "https://fjord.example/%{nil}/$(id)?a&b",
  icons: path.resolve("build/icons"),
  releases: [{ version: "1.0.0-rc-1", date: null, changes: [change] }],
  epoch: 1_798_761_600,
};

let base: string;
let tree: string;
let output: string;
beforeEach(async () => {
  base = mkdtempSync(path.join(tmpdir(), "cardbound a %b-"));
  const application = path.join(base, "application");
  tree = path.join(base, "tree");
  output = path.join(base, "output");
  mkdirSync(path.join(application, "resources"), { recursive: true });
  writeFileSync(path.join(application, "start-fjord-card-desk"), "", { mode: 0o755 });
  mkdirSync(output);
  await layOutTree(identity, application, tree);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const said = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: "utf8" });

describe.skipIf(process.platform !== "linux")(
  "names and places that mean something to others are written as they are",
  () => {
    it.skipIf(!isOnPath("dpkg-deb"))("in a .deb", async () => {
      const deb = await makeDeb(identity, tree, output, true);
      const field = (name: string) => said("dpkg-deb", "--field", deb, name).trim();
      expect([field("Version"), field("Maintainer"), field("Homepage")]).toEqual([
        "1.0.0~rc.1",
        identity.maintainer,
        identity.website,
      ]);
    });

    it.skipIf(!isOnPath("rpmbuild"))("in an .rpm, which runs none of it", async () => {
      const rpm = await makeRpm(identity, tree, output, true);
      const format = "%{VERSION}\n%{PACKAGER}\n%{URL}\n%{CHANGELOGTEXT}\n";
      expect(said("rpm", "--query", "--package", "--queryformat", format, rpm).trim().split("\n")).toEqual([
        "1.0.0~rc.1",
        identity.maintainer,
        identity.website,
        `- ${change}`,
      ]);
    });

    it("in a .tar.gz", async () => {
      const file = await makeTarball(identity, path.join(base, "application"), output, true);
      expect(said("tar", "-tzf", file)).toContain("fjord-card-desk-1.0.0-rc-1/start-fjord-card-desk\n");
    });

    it("in the menu's entry and the software centre's", () => {
      const read = (file: string) => readFileSync(path.join(tree, "usr/share", file), "utf8");
      expect(read(`applications/${identity.id}.desktop`)).toContain(`\nName=${identity.productName}\n`);
      const metainfo = read(`metainfo/${identity.id}.metainfo.xml`);
      expect(metainfo).toContain("<name>Fjord's; [Karten] #1 שלום &amp; Co</name>");
      expect(metainfo).toContain("&lt;b&gt; &amp; $(id)</li>");
    });
  },
);
