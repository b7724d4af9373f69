import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { outputOf, runToEnd } from "../child-process.mjs";
import { Refusal, say } from "../say.mjs";

/** What Electron and keytar load on Linux: the library's file name, and Debian's package for it. */
const libraries = {
  "libgtk-3.so.0": "libgtk-3-0",
  "libnss3.so": "libnss3",
  "libasound.so.2": "libasound2",
  "libgbm.so.1": "libgbm1",
  "libXss.so.1": "libxss1",
  "libsecret-1.so.0": "libsecret-1-0",
};

/**
 * The programs that replace a missing desktop: a display, a session bus, a keychain.
 * @param {"window" | "tests"} use the tests use their own bus and keychain even on a desktop
 */
function programs(use) {
  // The ordinary user that root's tasks run as can use neither root's display nor root's bus.
  const root = process.getuid?.() === 0;
  const display = { Xvfb: "xvfb" };
  const keychain = { "dbus-daemon": "dbus", "dbus-send": "dbus", "gnome-keyring-daemon": "gnome-keyring" };
  return {
    ...(!root && (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) ? {} : display),
    ...(!root && process.env.DBUS_SESSION_BUS_ADDRESS && use === "window" ? {} : keychain),
  };
}

/**
 * What the accessibility, visual and network tests need on Debian: a file to look for, and its package. Other systems have
 * these files elsewhere, and there the tests themselves report what is missing.
 */
const filesForTests = {
  "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
  "/usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
  [`/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/girepository-1.0/Atspi-2.0.typelib`]:
    "gir1.2-atspi-2.0",
  "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
  "/bin/ip": "iproute2",
};

/**
 * With which the tests sign in (build/desktop/real-browser.mjs), have a certification authority of their own, and hear what
 * a screen reader says (tests/voice), make package repositories for apt and dnf, and run several instances on PostgreSQL
 * (tests/cluster). Only Debian has the first under this name, and as a package, and only its Orca has
 * been listened to.
 */
const debiansForTests = {
  "/usr/bin/chromium": "chromium",
  "/usr/bin/xdg-open": "xdg-utils",
  "/usr/bin/certutil": "libnss3-tools",
  "/usr/bin/orca": "orca",
  "/usr/bin/reprepro": "reprepro",
  "/usr/bin/createrepo_c": "createrepo-c",
  "/usr/bin/dnf": "dnf",
  "/usr/bin/rpmsign": "rpm",
  "/usr/lib/postgresql/15/bin/postgres": "postgresql-15",
  "/usr/sbin/haproxy": "haproxy",
  "/usr/sbin/pgbouncer": "pgbouncer",
  "/usr/bin/promtool": "prometheus",
  "/usr/bin/softhsm2-util": "softhsm2",
};

/**
 * Installs what is missing with apt if possible, otherwise says what to type.
 * @param {"window" | "tests"} use
 */
export async function prepareSystemLibraries(use) {
  if (process.platform !== "linux") return;
  const cached = await outputOf(existsSync("/sbin/ldconfig") ? "/sbin/ldconfig" : "ldconfig", ["-p"]);
  const missing = new Set([
    ...namesOf(libraries, (file) => !cached.includes(`\t${file} `)),
    ...namesOf(programs(use), (file) => !isOnPath(file)),
    ...(use === "tests" && isOnPath("apt-get") ? namesOf(filesForTests, (file) => !existsSync(file)) : []),
    ...(use === "tests" && isDebian() ? namesOf(debiansForTests, (file) => !existsSync(file)) : []),
  ]);
  await installDebianPackages([...missing]);
}

/**
 * @param {string[]} packages Debian's names; none is fine
 */
export async function installDebianPackages(packages) {
  if (packages.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  if (!isOnPath("apt-get")) {
    throw new Refusal(
      "Some system packages are missing.",
      `Install what your system calls these Debian packages: ${packages.join(", ")}.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Refusal("Some system packages are missing.", `Type: sudo ${command}`);
  }
  say(`installing system packages with apt: ${packages.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet = { env, stdio: /** @type {const} */ (["ignore", "ignore", "inherit"]) };
  const apt = (/** @type {string[]} */ args) => runToEnd("apt-get", args, { ...quiet, stdio: [...quiet.stdio] });
  const install = () => apt(command.split(" ").slice(1));
  const ok = (await apt(["-q", "update"])) === 0 && (await withoutServices(install)) === 0;
  if (!ok) throw new Refusal("apt could not install them.", `See its message above, or try: ${command}`);
}

/**
 * Some of them come with a server (PostgreSQL, PgBouncer, HAProxy), which would be started: the tests start their own. Where
 * the system has a policy on that, it stays (people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt).
 * @param {() => Promise<number>} install
 */
async function withoutServices(install) {
  const policy = "/usr/sbin/policy-rc.d";
  if (existsSync(policy)) return install();
  writeFileSync(policy, "#!/bin/sh\n# Starts no service while packages for tests are installed.\nexit 101\n", {
    mode: 0o755,
  });
  try {
    return await install();
  } finally {
    rmSync(policy, { force: true });
  }
}

/** Debian itself, and none of the systems that are made of it (os-release(5)). */
function isDebian() {
  const file = "/etc/os-release";
  return existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, "utf8"));
}

/** @param {Record<string, string>} table @param {(file: string) => boolean} isMissing */
function namesOf(table, isMissing) {
  return Object.entries(table)
    .filter(([file]) => isMissing(file))
    .map(([, name]) => name);
}

/** @param {string} program */
export function isOnPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(`${folder}/${program}`));
}
