import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { extractFile, uncacheAll } from "@electron/asar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LinuxForm } from "../../build/package/make-packages.ts";
import { whyNoRepository } from "../build/repository/apt-world.ts";
import { leftToLongForm } from "../long-form.ts";
import { openDebRepository } from "./deb-repository.ts";
import { type MadePackages, madePackages, removeMadePackages } from "./made-packages.ts";
import { packagedHere } from "./packaged-here.ts";
import { startInstalled } from "./start-installed.ts";
import { letOrdinaryUserHaveNamespaces, openRoot, type ThrowAwayRoot, whyNoRoot } from "./throw-away-root.ts";

const forms: LinuxForm[] = ["deb", "rpm"];
const tools = { rpm: "/usr/bin/rpm", rpmbuild: "/usr/bin/rpmbuild" };
// Two more packages have to be made: the scripts of an upgrade by themselves are in maintainer-scripts.test.ts.
const isShort = leftToLongForm("an upgrade of the packages");
const whyNot = isShort ? "only in the long form" : (packagedHere.whyNot ?? (await whyNoRoot()));
const whyNoRpm = Object.entries(tools).find(([, file]) => !existsSync(file));
if (whyNoRpm !== undefined && !isShort)
  process.stdout.write(`SKIPPED: the .rpm. ${whyNoRpm[0]} is missing (Debian's package rpm)\n`);

if (whyNoRepository !== null && !isShort) process.stdout.write(`SKIPPED: an upgrade of the .deb. ${whyNoRepository}\n`);

const NEWER = "99.1.0";
const kept = path.resolve("tests/fixtures/version-0.1/profile");
let old: MadePackages;
let newer: MadePackages;
let root: ThrowAwayRoot;
beforeAll(async () => {
  if (whyNot !== null) return;
  const here = whyNoRpm === undefined ? forms : forms.slice(0, 1);
  old = await madePackages(undefined, here);
  newer = await madePackages(NEWER, here);
}, packagedHere.limitMs);
afterAll(removeMadePackages);

const versionThere = () => {
  uncacheAll(); // it keeps an archive's list by its path, and the upgrade puts another one there
  return JSON.parse(
    extractFile(path.join(root.upper, "opt", old.name, "resources/app.asar"), "package.json").toString(),
  ).version;
};
/** Each file that version 0.1 had left in the program's folder, and what is in it now. */
const keptFiles = () => {
  const folder = path.join(root.home, ".config/Cardbound (for tests)");
  const names = readdirSync(kept, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== "Preferences", // Chromium's, which writes it at each start
  );
  return names.map(({ parentPath, name }) => {
    const file = path.relative(kept, path.join(parentPath, name));
    return [file, existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), "utf8") : null];
  });
};

describe.skipIf(whyNot !== null || whyNoRepository !== null)("an upgrade of the .deb, by apt", () => {
  it("replaces the program, and keeps all that a person has of it, also once it is purged", async ({
    skip,
    onTestFinished,
  }) => {
    if (!process.env.DISPLAY) skip("SKIPPED: no display here; `npm run test:package` brings one");
    root = openRoot();
    onTestFinished(() => root.remove());
    letOrdinaryUserHaveNamespaces(root, true);
    cpSync(kept, path.join(root.home, ".config/Cardbound (for tests)"), { recursive: true });
    const repository = await openDebRepository(old.name, root);
    onTestFinished(() => repository.close());
    await repository.publish(old.fileOf("deb"));
    await repository.install();
    await (await startInstalled(root, old.name)).end();
    const before = keptFiles();
    await repository.publish(newer.fileOf("deb"));
    await repository.upgrade();
    expect(versionThere()).toBe(NEWER);
    expect(await root.asRoot(["dpkg", "--verify", old.name])).toBe("");
    await (await startInstalled(root, old.name)).end();
    expect(keptFiles()).toEqual(before);
    await root.asRoot(["dpkg", "--no-triggers", "--purge", old.name]);
    expect(existsSync(path.join(root.upper, "opt", old.name))).toBe(false);
    expect(keptFiles()).toEqual(before);
  });
});

describe.skipIf(whyNot !== null || whyNoRpm !== undefined)("the .rpm", () => {
  it("is installed, upgraded although the old version's script runs last, and removed without a trace", async ({
    onTestFinished,
  }) => {
    root = openRoot();
    onTestFinished(() => root.remove());
    letOrdinaryUserHaveNamespaces(root, false);
    const scriptPath = "_install_script_path /usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin"; // where this root's setpriv is
    const rpm = (...args: string[]) =>
      root.asRoot(["rpm", "--dbpath", "/var/lib/rpm-of-test", "--define", scriptPath, ...args]);
    const modeOfHelper = () => statSync(path.join(root.upper, "opt", old.name, "chrome-sandbox")).mode & 0o7777;
    await rpm("--install", "--nodeps", old.fileOf("rpm")); // what it needs is here as Debian's packages
    expect(versionThere()).toBe("0.1.0");
    expect(modeOfHelper()).toBe(0o4755); // the script has run
    letOrdinaryUserHaveNamespaces(root, true);
    await rpm("--upgrade", "--nodeps", newer.fileOf("rpm"));
    expect(versionThere()).toBe(NEWER);
    expect(existsSync(path.join(root.upper, "opt", old.name, old.name))).toBe(true);
    expect(await root.asRoot(["readlink", `/usr/bin/${old.name}`])).toBe(`/opt/${old.name}/start-${old.name}\n`);
    expect(await rpm("--verify", "--nodeps", old.name)).toBe("");
    expect(modeOfHelper()).toBe(0o755);
    await rpm("--erase", old.name);
    expect(existsSync(path.join(root.upper, "opt", old.name))).toBe(false);
    expect(await root.asRoot(["sh", "-c", `ls /usr/bin/${old.name} 2>&1 || true`])).toContain("No such file");
  });

  it("asks for the libraries by their own names, and belongs to root", async () => {
    root = openRoot();
    try {
      const asked = await root.asRoot(["rpm", "--query", "--package", "--requires", old.fileOf("rpm")]);
      for (const name of ["libsecret-1.so.0()(64bit)", "libgtk-3.so.0()(64bit)", "xdg-utils"])
        expect(asked).toContain(`${name}\n`);
      const owners = await root.asRoot([
        "rpm",
        "--query",
        "--package",
        "--queryformat",
        "[%{FILEUSERNAME}:%{FILEGROUPNAME}\\n]",
        old.fileOf("rpm"),
      ]);
      expect([...new Set(owners.trim().split("\n"))]).toEqual(["root:root"]);
    } finally {
      root.remove();
    }
  });
});
