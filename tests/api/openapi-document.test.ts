import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { openApiDocumentFile, writeOpenApiDocument } from "../../build/documents/openapi-document.ts";
import { headOfTypes, openApiTypesFile, writeOpenApiTypes } from "../../build/documents/openapi-types.ts";
import { leftToLongForm, runs } from "../long-form.ts";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

it("is what the backend serves, and the types are made of it (npm run docs)", async () => {
  const served = await writeOpenApiDocument();
  expect(read(openApiDocumentFile)).toBe(served);
  const types = read(openApiTypesFile);
  // To make them takes seconds.
  if (runs(true, false)) expect(types.slice(0, headOfTypes(served).length)).toBe(headOfTypes(served));
  else expect(types).toBe(await writeOpenApiTypes(served));
});

/** Redocly's own recommended rules: its configuration is looked for where it runs, so that is an empty folder. */
async function lint(description: string): Promise<{ errors: number; warnings: number; rules: string[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), "cardbound-lint-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, "openapi.json"), description);
  const script = path.join(root, "node_modules/@redocly/cli/bin/cli.js");
  // Without these it calls its maker.
  const env = { PATH: process.env.PATH, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const call = [script, "lint", "openapi.json", "--format=json"];
  const { stdout } = await promisify(execFile)(process.execPath, call, { cwd: folder, env }).catch((error) => error);
  const { totals, problems } = JSON.parse(stdout);
  return { ...totals, rules: [...new Set(problems.map(({ ruleId }: { ruleId: string }) => ruleId))] };
}

it("has nothing that a linter warns of", async () => {
  expect(await lint(read(openApiDocumentFile))).toEqual({ errors: 0, warnings: 0, ignored: 0, rules: [] });
});

// What the test before relies on.
it.skipIf(leftToLongForm("a description with wrong examples, which the linter has to find"))(
  "has examples that the linter looks at: it finds wrong ones",
  async () => {
    const spoilt = JSON.parse(read(openApiDocumentFile));
    spoilt.components.examples.ERR_PIN_REFUSED.value.code = "ERR_REFUSED_BY_NOBODY";
    spoilt.paths["/v1/devices"].post.requestBody.content["application/json"].examples[
      "a-code-by-text-message"
    ].value.key = "05";
    expect((await lint(JSON.stringify(spoilt))).rules).toEqual(["no-invalid-media-type-examples"]);
  },
);

it("leaves every object open, as a later backend's answers have more fields", () => {
  expect(read(openApiDocumentFile)).not.toContain("additionalProperties");
});

it("has an example of everything in JSON that is sent in either direction", () => {
  const without: string[] = [];
  const look = (value: unknown, place: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (/^application\/(problem\+)?json$/.test(name)) {
        if (Object.keys(inner.examples ?? {}).length === 0) without.push(place);
      } else look(inner, `${place}/${name}`);
    }
  };
  look(JSON.parse(read(openApiDocumentFile)).paths, "");
  expect(without).toEqual([]);
});
