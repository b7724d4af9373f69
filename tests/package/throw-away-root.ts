import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const enter = path.resolve(import.meta.dirname, "enter-root.sh");
const sizes = [16, 24, 32, 48, 64, 128, 256, 512].map((width) => `usr/share/icons/hicolor/${width}x${width}/apps`);
/** Where a package writes: an overlay cannot copy a folder of the system's own root, whom this namespace does not know. */
const written = [
  ...[
    "usr/bin",
    "usr/share/applications",
    "usr/share/metainfo",
    "usr/share/doc",
    "usr/share/man/man1",
    "usr/share/lintian/overrides",
    ...sizes,
  ],
  ...[
    "etc/apparmor.d",
    "opt",
    "var/log",
    "var/lib/dpkg/info",
    "var/lib/dpkg/updates",
    "var/lib/dpkg/triggers",
    "var/lib/rpm",
    "var/tmp", // where rpm writes a script that it runs
  ],
];

/** As in enter-root.sh. */
const overlaid = ["usr", "etc", "var", "opt"];

/** A copy of this system for packages to be installed in. */
export interface ThrowAwayRoot {
  /** Where its ordinary user lives. */
  readonly home: string;
  /** What was written, by its path in the root: `usr/bin/…`. */
  readonly upper: string;
  /** Runs a command as its root user. @returns what it wrote to stdout and stderr @throws Error with that if it fails */
  readonly asRoot: (command: readonly string[], env?: Readonly<Record<string, string>>) => Promise<string>;
  /** Starts a command as its ordinary user, in a clean environment and `env`. */
  readonly start: (command: readonly string[], env: Readonly<Record<string, string>>) => ChildProcess;
  /** A program that starts a command as that user, with the environment and the arguments that it is given. */
  readonly starterOf: (command: string) => string;
  readonly remove: () => void;
}

const system = { PATH: "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C.UTF-8" };

/** @returns why there can be none here; null if there can */
export async function whyNoRoot(): Promise<string | null> {
  if (process.platform !== "linux") return "another system than Linux";
  const trial = openRoot();
  try {
    await trial.asRoot(["true"]);
    return existsSync("/usr/bin/dpkg") ? null : "no dpkg here";
  } catch (error) {
    return `no user namespaces with overlays here (${String((error as Error).message)
      .trim()
      .split("\n")
      .at(-1)})`;
  } finally {
    trial.remove();
  }
}

/**
 * Makes that root's `setpriv` either run what it is given, or fail, where a package's script tries what an ordinary user may. There is only
 * one user in the root's namespace, so it cannot become another one.
 */
export function letOrdinaryUserHaveNamespaces(root: Pick<ThrowAwayRoot, "upper">, may: boolean): void {
  const file = path.join(root.upper, "usr/local/sbin/setpriv");
  mkdirSync(path.dirname(file), { recursive: true });
  const run = `while case "$1" in --*) true ;; *) false ;; esac; do shift; done\nexec "$@"`;
  writeFileSync(file, `#!/bin/sh\n${may ? run : "exit 1"}\n`, { mode: 0o755 });
}

/** Makes a throw-away root, into which nothing is installed yet. */
export function openRoot(): ThrowAwayRoot {
  const base = mkdtempSync(path.join(tmpdir(), "cardbound-root-"));
  const upper = path.join(base, "upper");
  const home = path.join(base, "home");
  for (const folder of written) mkdirSync(path.join(upper, folder), { recursive: true });
  for (const folder of overlaid) mkdirSync(path.join(base, "work", folder), { recursive: true });
  mkdirSync(path.join(base, "root"));
  mkdirSync(home, { mode: 0o700 });
  copyDebianDatabase(upper);
  // Under the ids that a session bus outside sees; but Chromium does not start as root.
  const ids = `${process.getuid?.() || 1000}:${process.getgid?.() || 1000}`;
  const inside = (who: "root" | "user", command: readonly string[]) =>
    ["--user", "--map-root-user", "--mount", "sh", enter, base, who === "root" ? "0:0" : ids, ...command] as const;
  return {
    home,
    upper,
    async asRoot(command, env = {}) {
      const { stdout, stderr } = await promisify(execFile)("unshare", inside("root", command), {
        env: { ...system, HOME: "/", ...env },
      });
      return stdout + stderr;
    },
    start: (command, env) =>
      spawn("unshare", inside("user", command), {
        env: { ...system, HOME: home, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    starterOf(command) {
      const file = path.join(base, "start");
      const quoted = inside("user", [command]).map((word) => `'${word}'`);
      writeFileSync(file, `#!/bin/sh\nexec unshare ${quoted.join(" ")} "$@"\n`, { mode: 0o755 });
      return file;
    },
    remove() {
      for (const folder of overlaid) {
        const inner = path.join(base, "work", folder, "work"); // the overlay's, which nobody may read
        if (existsSync(inner)) chmodSync(inner, 0o700);
      }
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** What Debian's dpkg changes, as this system has it: so it knows what is installed. */
function copyDebianDatabase(upper: string): void {
  const database = "/var/lib/dpkg";
  for (const name of ["status", "diversions", "statoverride", "triggers/File", "triggers/Unincorp"]) {
    if (existsSync(path.join(database, name))) cpSync(path.join(database, name), path.join(upper, database, name));
  }
  for (const name of ["lock", "lock-frontend", "triggers/Lock"]) writeFileSync(path.join(upper, database, name), "");
  writeFileSync(path.join(upper, "var/log/dpkg.log"), "");
}
