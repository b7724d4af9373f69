import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { testingDocumentFile, writeTestingDocument } from "../../../build/documents/testing-document.mjs";
import { root } from "../../../build/paths.mjs";
import { createDemoPeople } from "../../../src-sandbox/people/demo-customers.ts";

it("the page for who tests an app says what the fixtures are (npm run docs)", async () => {
  expect(readFileSync(path.join(root, testingDocumentFile), "utf8")).toBe(await writeTestingDocument());
});

it("has each screen's object, each fixture and each test id in it, with what they are", async () => {
  const text = await writeTestingDocument();
  for (const part of [
    "`screens.signIn`",
    "`loseConnection(",
    "| `boundTo` |",
    "| `expectNoSecrets(",
    "| `code-expiry` |",
  ])
    expect(text).toContain(part);
});

it("names every customer whom tests can sign in as", () => {
  const text = readFileSync(path.join(root, testingDocumentFile), "utf8");
  const named = [...text.matchAll(/^ {2}\| `(\w+ \w+)` \|/gm)].map(([, name]) => name);
  expect(named).toEqual(createDemoPeople().map(({ name }) => name));
});
