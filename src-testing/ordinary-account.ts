import { execFileSync } from "node:child_process";
import { lchownSync, lstatSync, readdirSync } from "node:fs";
import { chmod, writeFile } from "node:fs/promises";
import path from "node:path";
import { shellWord } from "./shell-word.ts";

/** Whom root starts programs as: Chromium's sandbox needs an ordinary user, and it stays on. */
export interface OrdinaryUser {
  readonly uid: number;
  readonly gid: number;
  /** A program that becomes another one, as this user. */
  readonly starterOf: (program: string) => Promise<string>;
  /** Gives a folder, and what is in it, to this user. */
  readonly give: (folder: string) => void;
}

/** Everybody's on Linux, and nobody's: there is none to be made. */
const NOBODY = "nobody";

/**
 * The user that root has to start the app as.
 * @param folder a private folder
 * @returns null for everybody but root on Linux
 * @throws Error if that user cannot get to the folder
 */
export async function openOrdinaryUser(folder: string): Promise<OrdinaryUser | null> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const number = (flag: string) => Number(execFileSync("id", [flag, NOBODY], { encoding: "utf8" }));
  const [uid, gid] = [number("-u"), number("-g")];
  await chmod(folder, 0o711); // what is in it has names that nobody can list
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  try {
    execFileSync("setpriv", [...ids, "--", "test", "-x", folder], { stdio: "ignore" });
  } catch (cause) {
    throw new Error(`root starts the app as ${NOBODY}, who cannot get to ${folder}: set another TMPDIR`, { cause });
  }
  let starters = 0;
  return {
    uid,
    gid,
    starterOf: async (program) => {
      const file = path.join(folder, `start-${++starters}`);
      await writeFile(file, `#!/bin/sh\nexec setpriv ${ids.join(" ")} -- ${shellWord(program)} "$@"\n`, {
        mode: 0o755,
      });
      return file;
    },
    give: (given) => giveTo(given, uid, gid),
  };
}

/** As `chown -R` does, without a process for it: that is what most of a test's folders took. */
function giveTo(file: string, uid: number, gid: number): void {
  lchownSync(file, uid, gid);
  if (lstatSync(file).isDirectory()) for (const name of readdirSync(file)) giveTo(path.join(file, name), uid, gid);
}
