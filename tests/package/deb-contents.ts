import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { librariesWantedBy } from "../../build/package/linux/elf-needed.ts";
import { debianDependencies } from "../../build/package/linux/libraries.ts";
import { leftToLongForm } from "../long-form.ts";
import type { MadePackages } from "./made-packages.ts";

const said = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, stdio: ["ignore", "pipe", "pipe"] });
const isHere = (program: string) => existsSync(path.join("/usr/bin", program));

/** What is in the .deb, and what it says of itself. */
export function describeDeb(made: () => MadePackages): void {
  const listing = () =>
    [...said("dpkg-deb", "--contents", made().fileOf("deb")).matchAll(/^(\S+) (\S+) +\d+ \S+ \S+ (.*)$/gm)].map(
      ([, mode = "", owner = "", name = ""]) => ({ mode, owner, name: name.replace(/^\.\//, "") }),
    );
  /** Its files below `/`, but for the application's. */
  const unpack = () => {
    const folder = mkdtempSync(path.join(tmpdir(), "cardbound-deb-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    said("sh", "-c", 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" ./usr', "sh", made().fileOf("deb"), folder);
    return path.join(folder, "usr");
  };

  it("belongs to root in all of it, and is written by nobody else", () => {
    const entries = listing();
    expect(entries.length).toBeGreaterThan(40);
    for (const { mode, owner, name } of entries) {
      expect([name, owner]).toEqual([name, "root/root"]);
      expect([name, mode]).toEqual([name, expect.stringMatching(/^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--|lrwxrwxrwx)$/)]);
    }
  });

  it("puts the application into /opt, one link into /usr/bin, and the rest where desktops look for it", () => {
    const { name, id } = made();
    const outside = listing()
      .filter((entry) => !entry.mode.startsWith("d") && !entry.name.startsWith("opt/"))
      .map((entry) => entry.name);
    expect(outside.sort()).toEqual(
      [
        `usr/bin/${name} -> /opt/${name}/start-${name}`,
        `usr/share/applications/${id}.desktop`,
        `usr/share/doc/${name}/changelog.gz`,
        `usr/share/doc/${name}/copyright`,
        ...[16, 24, 32, 48, 64, 128, 256, 512].map((size) => `usr/share/icons/hicolor/${size}x${size}/apps/${id}.png`),
        `usr/share/lintian/overrides/${name}`,
        `usr/share/metainfo/${id}.metainfo.xml`,
      ].sort(),
    );
  });

  it("asks for every library that its programs load, under the names of old and new systems", async () => {
    const depends = said("dpkg-deb", "--field", made().fileOf("deb"), "Depends").trim().split(", ");
    expect(depends).toEqual(debianDependencies());
    for (const name of ["libsecret-1-0", "libgtk-3-0t64 | libgtk-3-0", "libasound2t64 | libasound2"])
      expect(depends).toContain(name);
    expect((await librariesWantedBy(made().application)).length).toBeGreaterThan(20); // make-packages.ts refuses an unknown one
  });

  it("says who maintains it, what it is and how large", () => {
    const control = said("dpkg-deb", "--field", made().fileOf("deb"));
    expect(control).toMatch(/^Maintainer: Partner Cards <cards@partner\.example>$/m);
    expect(control).toMatch(/^Version: \d+\.\d+\.\d+$/m);
    expect(control).toMatch(/^Description: \S.*\n(?: \S.*\n?)+/m);
    expect(Number(/^Installed-Size: (\d+)$/m.exec(control)?.[1])).toBeGreaterThan(200_000);
  });

  it("has the changelog as Debian writes it, and the licences' places", () => {
    const doc = path.join(unpack(), "share/doc", made().name);
    const changelog = gunzipSync(readFileSync(path.join(doc, "changelog.gz"))).toString();
    expect(changelog).toMatch(
      new RegExp(`^${made().name} \\(\\d+\\.\\d+\\.\\d+\\) stable; urgency=medium\\n\\n  \\* \\S`),
    );
    expect(changelog).toMatch(
      /\n -- Partner Cards <cards@partner\.example> {2}\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000\n/,
    );
    expect(Math.max(...changelog.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    const copyright = readFileSync(path.join(doc, "copyright"), "utf8");
    for (const file of ["licences.txt", "LICENSE.electron.txt", "LICENSES.chromium.html"])
      expect(copyright).toContain(`/opt/${made().name}/${file}`);
  });

  it.skipIf(!isHere("desktop-file-validate"))("has a menu entry that the desktops' own check takes", () => {
    const file = path.join(unpack(), `share/applications/${made().id}.desktop`);
    expect(said("desktop-file-validate", file)).toBe("");
    const entry = readFileSync(file, "utf8");
    expect(entry).toContain(`Exec=/usr/bin/${made().name}\n`);
    expect(entry).not.toMatch(/MimeType|%[uUfF]/); // it answers no addresses and opens no files
  });

  it.skipIf(!isHere("appstreamcli"))("has metainfo that AppStream's own check takes", () => {
    const file = path.join(unpack(), `share/metainfo/${made().id}.metainfo.xml`);
    expect(said("appstreamcli", "validate", "--no-net", file)).toContain("Validation was successful");
  });

  // It reads every file, which takes half a minute, and does not know the compression that is quick enough for tests.
  it.skipIf(!isHere("lintian") || leftToLongForm("lintian"))("has no errors for lintian", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "cardbound-lintian-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const again = path.join(folder, path.basename(made().fileOf("deb")));
    said("dpkg-deb", "--raw-extract", made().fileOf("deb"), path.join(folder, "tree"));
    said("dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", path.join(folder, "tree"), again);
    const found = said("lintian", "--fail-on", "none", "--allow-root", again);
    expect(found).not.toMatch(/^E:/m);
  });
}
for (const [program, of] of Object.entries({
  "desktop-file-validate": "desktop-file-utils",
  appstreamcli: "appstream",
  lintian: "lintian",
})) {
  if (!isHere(program)) process.stdout.write(`SKIPPED: ${program} is missing (Debian's package ${of})\n`);
}
