import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { testingDocumentFile, writeTestingDocument } from "../documents/testing-document.mjs";
import { renderLinterRules } from "../import-boundaries/linter-rules.mjs";
import { out, root } from "../paths.mjs";

/**
 * `npm run docs`: writes the generated files: docs/errors.md and docs/openapi.json from build/documents, the types of that
 * API for its client in the tests, scrypt's WebAssembly, the linter's rules from build/import-boundaries, and the tables of
 * docs/testing-your-app.md.
 */
export async function run() {
  const built = pathToFileURL(path.join(out, "documents/all-documents.js")); // Windows imports no bare path
  const { writeDocuments } = await import(built.href);
  const texts = {
    ...(await writeDocuments()),
    ...renderLinterRules(),
    [testingDocumentFile]: await writeTestingDocument(),
  };
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return 0;
}
