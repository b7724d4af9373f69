import { execFile } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { outputOf } from "../../../build/child-process.mjs";
import { startOneServer } from "../../unit/backend/one-server.ts";

const run = promisify(execFile);
const needed = ["/usr/bin/reprepro", "/usr/bin/gpg", "/usr/bin/dpkg-deb", "/usr/bin/apt-get"];
const missing = needed.filter((file) => !existsSync(file));
/** Why there can be no repository here; null if there can. */
export const whyNoRepository = missing.length > 0 ? `${missing.join(", ")} missing` : null;

export type AptWorld = Awaited<ReturnType<typeof openAptWorld>>;

/** A web server, and apt with a state of its own, of which the system learns nothing. */
export async function openAptWorld() {
  const base = mkdtempSync(path.join(tmpdir(), "cb-apt-")); // short: gpg's socket lies in it
  const at = (...parts: string[]) => path.join(base, ...parts);
  let served = at("repository/public");
  const server = await startOneServer((request, response) => {
    const file = path.join(served, decodeURIComponent(request.url ?? ""));
    if (!existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end();
    else createReadStream(file).pipe(response);
  });
  for (const folder of [
    "state/lists/partial",
    "cache/archives/partial",
    "etc/sources",
    "etc/trusted",
    "gnupg",
    "dpkg",
  ]) {
    mkdirSync(at(folder), { recursive: true, mode: 0o700 });
  }
  writeFileSync(at("dpkg/status"), "");
  const settings = {
    "Dir::State": at("state"),
    "Dir::State::status": at("dpkg/status"),
    "Dir::Cache": at("cache"),
    "Dir::Etc::SourceList": "/dev/null",
    "Dir::Etc::SourceParts": at("etc/sources"),
    "Dir::Etc::TrustedParts": at("etc/trusted"),
    "Dir::Etc::Parts": "/dev/null",
    "Dir::Etc::PreferencesParts": "/dev/null",
    "Acquire::http::Proxy": "DIRECT",
    "Acquire::Languages": "none",
    "Acquire::Retries": "0",
    // As apt has them, whatever this machine's settings say.
    "Acquire::Check-Date": "true",
    "Acquire::Check-Valid-Until": "true",
    "APT::Architecture": "amd64",
    "APT::Architectures": "amd64",
    "APT::Sandbox::User": "",
    "APT::Update::Error-Mode": "any",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  const env = { ...process.env, GNUPGHOME: at("gnupg"), LC_ALL: "C.UTF-8" };
  return {
    at,
    address: server.origin,
    /** Serves another folder from now on. */
    serve(folder: string): void {
      served = folder;
    },
    /** @returns what apt said, and whether it was content */
    async apt(program: "apt-get" | "apt-cache", ...words: string[]): Promise<{ ok: boolean; said: string }> {
      try {
        const { stdout, stderr } = await run(program, [...options, ...words], { env, cwd: at("cache") });
        return { ok: true, said: stdout + stderr };
      } catch (error) {
        const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
        return { ok: false, said: stdout + stderr };
      }
    },
    gpg: (...words: string[]) => outputOf("gpg", ["--batch", ...words], { env }),
    /** A small package, as apt sees no more of a large one. */
    async makePackage(version: string): Promise<string> {
      const tree = at(`tree-${version}`);
      mkdirSync(path.join(tree, "DEBIAN"), { recursive: true });
      const fields = [
        "Package: app",
        `Version: ${version}`,
        "Section: misc",
        "Priority: optional",
        "Architecture: amd64",
      ];
      const more = ["Maintainer: Fjord <cards@fjord.example>", "Description: an app", ""];
      writeFileSync(path.join(tree, "DEBIAN/control"), [...fields, ...more].join("\n"));
      writeFileSync(path.join(tree, "content"), version);
      const file = at(`app_${version}_amd64.deb`);
      await outputOf("dpkg-deb", ["--root-owner-group", "--build", tree, file]);
      return file;
    },
    async close(): Promise<void> {
      await run("gpgconf", ["--kill", "all"], { env }).catch(() => undefined); // it ends by itself as well
      await server.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}
