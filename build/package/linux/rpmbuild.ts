import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputOf } from "../../child-process.mjs";

/** What every specification of ours begins with: files are shipped as they are, and the same tree makes the same package. */
const preamble = [
  "%global _build_id_links none", // they would be outside of our folder, and another Electron program's too
  "%global debug_package %{nil}",
  "%global __os_install_post %{nil}",
  "%global _buildhost reproducible",
  "%global use_source_date_epoch_as_buildtime 1",
  "%global clamp_mtime_to_source_date_epoch 1",
  "%global _binary_filedigest_algorithm 8", // SHA-256
];

/**
 * Makes an .rpm.
 * @param specification its lines, whose `%install` finds the laid-out tree in `$LAID_OUT`
 * @param epoch when it was made, in seconds since 1970
 * @returns the package's file, in `output`
 */
export async function runRpmbuild(
  specification: readonly string[],
  { tree, output, epoch }: { readonly tree: string; readonly output: string; readonly epoch: number },
): Promise<string> {
  const top = await mkdtemp(path.join(tmpdir(), "cardbound-rpm-"));
  try {
    const file = path.join(top, "package.spec");
    await writeFile(file, [...preamble, ...specification, ""].join("\n"));
    await mkdir(path.join(top, "made"));
    const place = ["--define", `_topdir ${top}`, "--define", `_rpmdir ${top}/made`];
    await outputOf("rpmbuild", ["-bb", "--quiet", ...place, file], {
      // The tree as a variable: rpm would read a `%` in its path, and the shell a blank.
      env: {
        ...process.env,
        LAID_OUT: path.resolve(tree),
        SOURCE_DATE_EPOCH: String(epoch),
        HOME: top,
        LC_ALL: "C.UTF-8",
      },
    });
    const [folder = ""] = await readdir(path.join(top, "made"));
    const [name = ""] = await readdir(path.join(top, "made", folder));
    await outputOf("mv", [path.join(top, "made", folder, name), path.join(output, name)]);
    return path.join(output, name);
  } finally {
    await rm(top, { recursive: true, force: true });
  }
}

/** A text for a specification: rpm reads `%` as its own, newer ones everywhere. */
export const literal = (text: string) => text.replaceAll("%", "%%");
