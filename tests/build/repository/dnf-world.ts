import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputOf } from "../../../build/child-process.mjs";
import { runRpmbuild } from "../../../build/package/linux/rpmbuild.ts";
import { openRoot, whyNoRoot } from "../../package/throw-away-root.ts";
import { startOneServer } from "../../unit/backend/one-server.ts";

const needed = { createrepo_c: "createrepo-c", dnf: "dnf", gpg: "gnupg", rpmbuild: "rpm", rpmsign: "rpm" };
const missing = Object.entries(needed).filter(([program]) => !existsSync(`/usr/bin/${program}`));
/** Why there can be no repository for dnf here; null if there can. */
export const whyNoDnf =
  missing.length > 0
    ? `${missing.map(([program, name]) => `${program} missing (Debian's package ${name})`).join(", ")}`
    : await whyNoRoot();

export type DnfWorld = Awaited<ReturnType<typeof openDnfWorld>>;

/** Where dnf and rpm write. */
const written = [
  "etc/dnf",
  "etc/gnupg",
  "etc/pki/rpm-gpg",
  "etc/rpm",
  "etc/yum.repos.d",
  "var/cache/dnf",
  "var/lib/dnf",
];

/** A web server, and a computer with dnf: a throw-away root, in which rpm knows no package and no key yet. */
export async function openDnfWorld() {
  const base = mkdtempSync(path.join(tmpdir(), "cb-dnf-")); // short: gpg's socket lies in it
  const at = (...parts: string[]) => path.join(base, ...parts);
  mkdirSync(at("gnupg"), { mode: 0o700 });
  const root = openRoot();
  const inRoot = (...parts: string[]) => path.join(root.upper, ...parts);
  for (const folder of written) mkdirSync(inRoot(folder), { recursive: true });
  // As dnf has them, whatever this machine's settings say; /var/log is root's, who is somebody else here. Debian's rpm keeps its database at home, and all others there:
  writeFileSync(inRoot("etc/rpm/macros"), "%_dbpath /var/lib/rpm\n");
  const settings = ["reposdir=/etc/yum.repos.d", "pluginpath=/none", "retries=1", "logdir=/var/lib/dnf"];
  writeFileSync(inRoot("etc/dnf/dnf.conf"), `[main]\n${settings.join("\n")}\n`);
  // dnf's gpg only checks signatures; an agent that it starts would outlive the test.
  writeFileSync(inRoot("etc/gnupg/gpg.conf"), "no-autostart\n");
  let served = "";
  const server = await startOneServer((request, response) => {
    const file = path.join(served, decodeURIComponent(request.url ?? ""));
    if (!existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end();
    else createReadStream(file).pipe(response);
  });
  const env = { ...process.env, GNUPGHOME: at("gnupg"), LC_ALL: "C.UTF-8" };
  return {
    at,
    inRoot,
    address: server.origin,
    /** Serves another folder from now on. */
    serve(folder: string): void {
      served = folder;
    },
    /** @returns what dnf said, and whether it was content */
    async dnf(...words: string[]): Promise<{ ok: boolean; said: string }> {
      try {
        return { ok: true, said: await root.asRoot(["dnf", "--assumeyes", "--releasever=1", ...words]) };
      } catch (error) {
        const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
        return { ok: false, said: stdout + stderr };
      }
    },
    /** The version of a package that is installed; null if none is. */
    async installed(name: string): Promise<string | null> {
      const asked = root.asRoot(["rpm", "--query", "--queryformat", "%{VERSION}", name]);
      return asked.catch(() => null);
    },
    rpm: (...words: string[]) => root.asRoot(["rpm", ...words]),
    /** Dnf then has no index of before. */
    forgetIndex(): void {
      rmSync(inRoot("var/cache/dnf"), { recursive: true, force: true });
      mkdirSync(inRoot("var/cache/dnf"));
    },
    gpg: (...words: string[]) => outputOf("gpg", ["--batch", ...words], { env }),
    /** A small package, as dnf sees no more of a large one. @param content of its only file */
    async makePackage(version: string, content = version): Promise<string> {
      const tree = at(`tree-${version}-${content}`);
      const output = at(`made-${version}-${content}`);
      for (const folder of [path.join(tree, "opt/app"), output]) mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(tree, "opt/app/content"), content);
      const fields = ["Name: app", `Version: ${version}`, "Release: 1", "Summary: an app", "License: none"];
      const rest = [
        "%description",
        "An app.",
        "%install",
        'cp -a "$LAID_OUT"/. "$RPM_BUILD_ROOT"/',
        "%files",
        "/opt/app",
      ];
      const specification = [...fields, "BuildArch: noarch", "AutoReqProv: no", ...rest];
      return runRpmbuild(specification, { tree, output, epoch: 1_798_761_600 });
    },
    async close(): Promise<void> {
      await outputOf("gpgconf", ["--kill", "all"], { env }).catch(() => undefined); // it ends by itself as well
      await server.close();
      root.remove();
      rmSync(base, { recursive: true, force: true });
    },
  };
}
