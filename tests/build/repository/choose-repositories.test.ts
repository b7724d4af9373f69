import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { chooseRepositories } from "../../../build/repository/choose-repositories.ts";

const forApt = ["reprepro", "gpg", "dpkg-deb"];
const forDnf = ["createrepo_c", "gpg", "rpm", "rpmbuild", "rpmkeys", "rpmsign"];
let base: string;
let said: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), "cb-choose-"));
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(base, { recursive: true });
});

/** What is chosen on a machine with these programs, packages and repositories. */
function choose(programs: string[], packages: string[], there: string[], isRenewal = false) {
  for (const folder of ["bin", "made", ...there.map((kind) => `private/${kind}`)])
    mkdirSync(path.join(base, folder), { recursive: true });
  for (const program of new Set(programs)) symlinkSync("/bin/true", path.join(base, "bin", program));
  for (const name of packages) writeFileSync(path.join(base, "made", name), "");
  vi.stubEnv("PATH", path.join(base, "bin"));
  const made = isRenewal ? null : { name: "app", folder: path.join(base, "made") };
  return chooseRepositories(base, made).map(({ kind, files }) => [kind, ...files.map((file) => path.basename(file))]);
}

it("makes both, each of its own packages alone", () => {
  const made = [
    "app_1.2.0_amd64.deb",
    "app-1.2.0-1.x86_64.rpm",
    "app-for-tests-1.2.0-1.x86_64.rpm",
    "app_1.2.0.tar.gz",
  ];
  const both = [
    ["apt", "app_1.2.0_amd64.deb"],
    ["dnf", "app-1.2.0-1.x86_64.rpm"],
  ];
  expect(choose([...forApt, ...forDnf], made, [])).toEqual(both);
  expect(said).toBe("");
});

it("makes one alone, and says so, where what the other needs is missing", () => {
  expect(choose(forApt, ["app_1.2.0_amd64.deb"], [])).toEqual([["apt", "app_1.2.0_amd64.deb"]]);
  expect(said).toContain("NO repository for dnf: createrepo_c, rpm, rpmbuild, rpmkeys, rpmsign missing.");
  expect(said).toContain("Install what Debian calls createrepo-c, rpm.");
});

it("makes one alone, and says so, where there is no package for the other", () => {
  expect(choose([...forApt, ...forDnf], ["app-1.2.0-1.x86_64.rpm"], [])).toEqual([["dnf", "app-1.2.0-1.x86_64.rpm"]]);
  expect(said).toContain("NO repository for apt: no .deb in");
});

it.each([
  ["its programs are missing", forApt, ["app_1.2.0_amd64.deb", "app-1.2.0-1.x86_64.rpm"]],
  ["its package is", [...forApt, ...forDnf], ["app_1.2.0_amd64.deb"]],
])("leaves none behind that people have already: refuses if %s", (_name, programs, packages) => {
  expect(() => choose(programs, packages, ["apt", "dnf"])).toThrow("NO repository for dnf");
});

it("refuses where it could make none", () => {
  expect(() => choose([], [], [])).toThrow("NO repository for apt: reprepro, gpg, dpkg-deb missing.");
});

it("signs anew what there is, without a package", () => {
  expect(choose([...forApt, ...forDnf], [], ["apt"], true)).toEqual([["apt"]]);
});

it("has nothing to sign anew where there is nothing", () => {
  expect(() => choose([...forApt, ...forDnf], [], [], true)).toThrow("to sign anew");
});
