// The fixtures as strangers get them: packed, installed in an empty folder with another copy of Playwright, and run from there.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { outputOf } from "../../build/child-process.mjs";
import { root } from "../../build/paths.mjs";
import { leftToLongForm, runs } from "../long-form.ts";
import { type ExampleRun, installExample, runExample } from "./installed-elsewhere.ts";
import { zipEntries } from "./zip-entries.ts";

/** Four times what all of it takes while something else keeps both cores busy. */
const LIMIT_MS = 600_000;

const isShort = leftToLongForm("the types of the package for tests, and its example's sign-in");
const FAILING = "the test that fails";
/** Beside the example's own: what a test that fails leaves. The others record nothing here, which takes a fifth of their time. */
const failing = `
import { expect, test } from "@cardbound/testing";
test.use({ trace: "retain-on-failure" });
test("${FAILING}", async ({ page, screens, running }) => {
  await screens.signIn.expectShown();
  await expect(screens.signIn.as("Ada Singel")).rejects.toThrow('nobody is called "Ada Singel" on the screen for signing in: there are Ada Single, V');
  expect(await running.app.evaluate(({ app }) => app.commandLine.hasSwitch("no-sandbox"))).toBe(false);
  await expect(page.getByText("nobody says this")).toBeVisible({ timeout: 1 });
});
test.describe("a computer that is somebody's", () => {
  test.use({ boundTo: "Ada Single" });
  test("is not started before it is", async ({ launch }) => {
    await expect(launch()).rejects.toThrow("this computer is Ada Single's only after boundComputer(), which comes before launch()");
  });
});
`;

/** Of the example: in the short form what only it has, in the long one all. */
const files = runs(["first", "outcomes", "german", "two-people", "fails"], []);

let folder = "";
let run: ExampleRun;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "cardbound-example-"));
  await installExample(folder, !isShort);
  await writeFile(path.join(folder, "project/tests/fails.spec.ts"), failing);
  run = await runExample(folder, files);
}, LIMIT_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

it("has every outcome that it expects, in another folder, without a display, two workers side by side", () => {
  const { outcomes, errors } = run;
  const own = [...outcomes].filter(([title]) => title !== FAILING);
  expect(own.length, errors.join("\n")).toBeGreaterThanOrEqual(runs(5, 7));
  expect(
    own.filter(([, outcome]) => outcome !== "passed"),
    errors.join("\n"),
  ).toEqual([]);
});

it("leaves of a test that fails a picture, and a trace with what the window showed", async () => {
  const { attachments, outcomes, errors } = run;
  expect(outcomes.get(FAILING)).toBe("failed");
  expect(errors.at(-1)).toContain("nobody says this"); // and nothing before that
  const left = attachments.get(FAILING) ?? [];
  expect(left.map(({ name }) => name)).toContain("screenshot");
  const ofApp = left.find(({ name, path: file }) => name === "trace" && !file.endsWith("trace.zip"));
  const trace =
    zipEntries(await readFile(ofApp?.path ?? ""))
      .get("trace.trace")
      ?.toString() ?? "";
  expect(trace).toContain('"type":"frame-snapshot"');
  expect(trace).toContain("Demonstration customers");
  const ofPassed = [...attachments].filter(([title, all]) => title !== FAILING && all.length > 0);
  expect(ofPassed).toEqual([]);
});

it("is a package that leads nowhere: no path of this computer in it, and no Playwright", async () => {
  const installed = path.join(folder, "project/node_modules/@cardbound/testing");
  const names = await readdir(installed, { recursive: true });
  expect(names).toEqual(expect.arrayContaining(["index.js", "LICENSE", "licences.txt", "README.md", "package.json"]));
  expect(names.filter((name) => name.includes("node_modules"))).toEqual([]);
  const leading: string[] = [];
  for (const name of names.filter((one) => /\.\w+$/.test(one))) {
    const text = await readFile(path.join(installed, name), "utf8");
    for (const place of [root, `${homedir()}/`]) if (text.includes(place)) leading.push(`${name}: ${place}`);
  }
  expect(leading).toEqual([]);
});

it.skipIf(isShort)(
  "has types that TypeScript takes, in strict mode",
  async () => {
    const types = path.join(root, "node_modules/@types");
    const options = { module: "nodenext", target: "es2023", strict: true, noEmit: true, types: ["node"] };
    const compilerOptions = { ...options, typeRoots: [types], skipLibCheck: true };
    const project = path.join(folder, "project");
    const configuration = { compilerOptions, include: ["*.ts", "tests/*.ts"] };
    await writeFile(path.join(project, "tsconfig.json"), JSON.stringify(configuration));
    const compiler = path.join(root, "node_modules/typescript/bin/tsc");
    expect(await outputOf(process.execPath, [compiler, "-p", "."], { cwd: project })).toBe("");
  },
  LIMIT_MS,
);
