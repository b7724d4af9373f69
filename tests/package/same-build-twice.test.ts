import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { packagesFolder } from "../../build/package/order-packages.ts";
import { root } from "../../build/paths.mjs";
import { leftToLongForm, runs } from "../long-form.ts";
import { packagedHere } from "./packaged-here.ts";

/** What the clone has, but for what is made and what is not used to make packages. */
const notCopied = ["out", ".git", ".node", "docs"];

/** Each file below a folder with its hash, and with its mode where that is shipped. */
function fingerprint(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }): [string, string] => {
        const file = path.join(parentPath, name);
        const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
        const place = path.relative(folder, file);
        const mode = place.startsWith("application") ? (statSync(file).mode & 0o7777).toString(8) : "";
        return [place, `${hash} ${mode}`];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

// Two whole builds, and a copy of all packages to build them with: minutes.
it.skipIf(packagedHere.whyNot !== null || leftToLongForm("the packages, made twice"))(
  "the same source makes the same folder and packages, bit by bit, at another place, in another language and time zone, under another umask",
  () => {
    const base = mkdtempSync(path.join(tmpdir(), "cardbound-twice-"));
    onTestFinished(() => rmSync(base, { recursive: true, force: true, maxRetries: 5 }));
    const first = path.join(base, "first");
    const second = path.join(base, "quite", "another place"); // a space, and deeper
    cpSync(root, first, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !notCopied.includes(path.relative(root, file)),
    });
    const makeIn = (clone: string, umask: string, env: Record<string, string>) => {
      const command = `umask ${umask}; exec "$@"`;
      execFileSync("sh", ["-c", command, "sh", process.execPath, "build/run.mjs", "package", "--for-tests"], {
        cwd: clone,
        env: { ...process.env, SOURCE_DATE_EPOCH: "1798761600", ...env },
        stdio: ["ignore", "ignore", "inherit"],
      });
      const made = path.join(clone, path.relative(root, packagesFolder(true)));
      return fingerprint(made);
    };
    const here = makeIn(first, "022", { TZ: "UTC", LC_ALL: "C.UTF-8" });
    rmSync(path.join(first, "out"), { recursive: true });
    mkdirSync(path.dirname(second));
    renameSync(first, second);
    const elsewhere = makeIn(second, "077", { TZ: "Asia/Kathmandu", LC_ALL: "C" });
    expect(Object.keys(here).filter((name) => /\.(deb|rpm|tar\.gz)$/.test(name)).length).toBeGreaterThanOrEqual(2);
    expect(elsewhere).toEqual(here);
  },
  runs(1000, 1_800_000),
);
