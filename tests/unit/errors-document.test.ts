import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { errorsDocumentFile, writeErrorsDocument } from "../../build/documents/errors-document.ts";
import { errorCodes, problemCodes } from "../../src-contract/errors/error-codes.ts";

const root = path.resolve(import.meta.dirname, "../..");

it("is as the catalogue and the English words have it (npm run docs)", () => {
  expect(readFileSync(path.join(root, errorsDocumentFile), "utf8")).toBe(writeErrorsDocument());
});

it("has every code and every HTTP answer once, and links that lead somewhere", () => {
  const lines = writeErrorsDocument().split("\n");
  const headings = lines.filter((line) => line.startsWith("### ")).map((line) => line.slice("### ".length));
  expect(headings.sort()).toEqual([...errorCodes].sort());
  const answers = lines.flatMap((line) => /^\| \[(ERR_\w+)\]/.exec(line)?.[1] ?? []);
  expect(answers.sort()).toEqual([...problemCodes].sort());
  const anchors = lines.filter((line) => /^##+ /.test(line)).map((line) => line.replace(/^#+ /, "").toLowerCase());
  const links = [...writeErrorsDocument().matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) =>
    anchor?.replaceAll("-", " "),
  );
  expect(links.filter((anchor) => !anchors.includes(anchor ?? ""))).toEqual([]);
});
