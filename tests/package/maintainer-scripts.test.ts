import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { apparmorProfileFile } from "../../build/package/linux/apparmor-profile.ts";
import { debianScripts, rpmScripts } from "../../build/package/linux/maintainer-scripts.ts";
import type { PackageIdentity } from "../../build/package/package-identity.ts";
import { packagedHere } from "./packaged-here.ts";
import { letOrdinaryUserHaveNamespaces, openRoot, type ThrowAwayRoot, whyNoRoot } from "./throw-away-root.ts";

const whyNot = packagedHere.whyNot ?? (await whyNoRoot());
const identity = { name: "fjord-card-desk" } as PackageIdentity;
const debian = debianScripts(identity);
const rpm = rpmScripts(identity);

let root: ThrowAwayRoot;
beforeEach(() => {
  if (whyNot !== null) return;
  root = openRoot();
  const program = path.join(root.upper, "opt", identity.name);
  mkdirSync(path.join(program, "resources"), { recursive: true });
  writeFileSync(path.join(program, apparmorProfileFile), "profile fjord-card-desk {}\n");
  writeFileSync(path.join(program, "chrome-sandbox"), "", { mode: 0o755 });
  letOrdinaryUserHaveNamespaces(root, true);
  letParserTake(false);
});
afterEach(() => root?.remove());

/** AppArmor's parser, which takes the rule for user namespaces from version 4 on. */
function letParserTake(takes: boolean): void {
  const file = path.join(root.upper, "usr/local/sbin/apparmor_parser");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${takes ? 'echo "$@" >>/var/log/parser' : "exit 1"}\n`, { mode: 0o755 });
}
const run = (script: string, ...args: string[]) => root.asRoot(["sh", "-c", script, "sh", ...args]);
const modeOfSandbox = () =>
  (statSync(path.join(root.upper, "opt", identity.name, "chrome-sandbox")).mode & 0o7777).toString(8);
const profile = () => path.join(root.upper, "etc/apparmor.d", identity.name);

describe.skipIf(whyNot !== null).each([
  { of: "a .deb", install: () => run(debian.postinst, "configure", ""), remove: () => run(debian.postrm, "remove") },
  { of: "an .rpm", install: () => run(rpm.post, "1"), remove: () => run(rpm.postun, "0") },
])("the scripts of $of", ({ install, remove }) => {
  it("leave the sandbox's helper as it is where an ordinary user has namespaces", async () => {
    await install();
    expect(modeOfSandbox()).toBe("755");
  });

  it("make it setuid only where an ordinary user has none, and take that back once they do", async () => {
    letOrdinaryUserHaveNamespaces(root, false);
    await install();
    expect(modeOfSandbox()).toBe("4755");
    letOrdinaryUserHaveNamespaces(root, true);
    await install();
    expect(modeOfSandbox()).toBe("755");
  });

  it("install the AppArmor profile where the parser takes it, for everybody to read", async () => {
    letParserTake(true);
    await install();
    expect(readFileSync(profile(), "utf8")).toContain("profile fjord-card-desk");
    expect((statSync(profile()).mode & 0o777).toString(8)).toBe("644");
    await remove();
    expect(existsSync(profile())).toBe(false);
  });

  it.each(["is a folder", "cannot be"])("go through where the profile's place %s", async (what) => {
    letParserTake(true);
    if (what === "is a folder") mkdirSync(profile());
    else {
      rmSync(path.dirname(profile()), { recursive: true });
      writeFileSync(path.dirname(profile()), "");
    }
    await install();
    await remove();
    expect(existsSync(path.join(profile(), "apparmor-profile"))).toBe(false);
  });

  it("leave AppArmor alone where the parser is older than the rule", async () => {
    await install();
    expect(existsSync(profile())).toBe(false);
    await remove();
  });
});

describe.skipIf(whyNot !== null).each([
  { of: "a .deb", begin: () => run(debian.preinst, "install") },
  { of: "an .rpm", begin: () => run(rpm.pre, "1") },
])("the script before the installation of $of", ({ begin }) => {
  const place = () => path.join(root.upper, "opt", identity.name);

  it("goes on where nothing is there, and where only root can change what is", async () => {
    await begin();
    rmSync(place(), { recursive: true });
    await begin();
  });

  it.each(["", "resources"])(
    "says what to do where others can change the folder /%s of the program",
    async (inside) => {
      chmodSync(path.join(place(), inside), 0o777);
      await expect(begin()).rejects.toThrow(`others than root can change /opt/${identity.name}`);
    },
  );
});

describe.skipIf(whyNot !== null)("an upgrade", () => {
  it.each([
    { of: "a .deb", ended: () => run(debian.postrm, "upgrade", "2.0.0") },
    { of: "an .rpm", ended: () => run(rpm.postun, "1") },
  ])("keeps the profile of $of, whose old version's script runs last", async ({ ended }) => {
    letParserTake(true);
    await run(debian.postinst, "configure", "");
    await ended();
    expect(existsSync(profile())).toBe(true);
  });

  it("leaves an administrator's own mode of the helper", async () => {
    const helper = `/opt/${identity.name}/chrome-sandbox`;
    chmodSync(path.join(root.upper, helper), 0o700);
    await root.asRoot(["dpkg-statoverride", "--add", "root", "root", "0700", helper]);
    await run(debian.postinst, "configure", "1.0.0");
    expect(modeOfSandbox()).toBe("700");
  });
});
