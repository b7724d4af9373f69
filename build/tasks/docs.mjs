import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { out, root } from "../paths.mjs";

/** `npm run docs`: writes the documents that are made from the source, by what was built of build/documents. */
export async function run() {
  const built = pathToFileURL(path.join(out, "documents/errors-document.js")); // Windows imports no bare path
  const { errorsDocumentFile, writeErrorsDocument } = await import(built.href);
  const file = path.join(root, errorsDocumentFile);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, writeErrorsDocument());
  return 0;
}
