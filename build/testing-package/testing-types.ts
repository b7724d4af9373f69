import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputOf } from "../child-process.mjs";
import { root } from "../paths.mjs";

/** How a declaration names another one of this project. */
const ofProject = /(from |import\()"(\.[^"]+)\.(?:ts|mjs)"/g;

/**
 * Writes the declarations of what the fixtures export, and of all that these speak of.
 * @param folder is created
 * @returns the file of the entry, from that folder
 */
export async function writeTestingTypes(folder: string): Promise<string> {
  const all = await mkdtemp(path.join(tmpdir(), "cardbound-types-"));
  try {
    const options = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--incremental", "false"];
    const places = ["--rootDir", root, "--outDir", all];
    const compiler = path.join(root, "node_modules/typescript/bin/tsc");
    await outputOf(process.execPath, [compiler, "-p", "src-testing", ...options, ...places], { cwd: root });
    const entry = "src-testing/index";
    const wanted = new Set([entry]);
    for (const name of wanted) {
      // grows on the way
      const text = await readFile(path.join(all, `${name}.d.ts`), "utf8");
      for (const [, , other = ""] of text.matchAll(ofProject))
        wanted.add(path.posix.join(path.posix.dirname(name), other));
      const file = path.join(folder, `${name}.d.ts`);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text.replace(ofProject, '$1"$2.js"'));
    }
    return `${entry}.d.ts`;
  } finally {
    await rm(all, { recursive: true });
  }
}
