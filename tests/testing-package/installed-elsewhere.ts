import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { outputOf } from "../../build/child-process.mjs";
import { root } from "../../build/paths.mjs";
import { npmCommand } from "../../build/prepare/npm-command.mjs";
import { makeTestingPackage } from "../../build/testing-package/make-testing-package.ts";

const EXAMPLES = path.join(root, "src-testing/examples");

/**
 * The example as a stranger has it: in a folder of its own, with the package installed from its archive, and a Playwright of its own.
 * No registry is asked: npm finds the archive here, and Playwright, which the package leaves to whoever installs it, is copied.
 * @param folder is filled
 */
export async function installExample(folder: string, hasTypes: boolean): Promise<void> {
  const archive = await makeTestingPackage({ version: "0.1.0", epoch: 0, hasTypes }, path.join(folder, "archive"));
  const project = path.join(folder, "project");
  await cp(EXAMPLES, project, { recursive: true });
  const manifestFile = path.join(project, "package.json");
  const manifest = JSON.parse(await readFile(manifestFile, "utf8"));
  manifest.devDependencies = { "@cardbound/testing": `file:${archive}` };
  await writeFile(manifestFile, JSON.stringify(manifest));
  const quiet = ["--offline", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  const { command, args, options } = npmCommand(["install", ...quiet]);
  await outputOf(command, args, { ...options, cwd: project });
  await mkdir(path.join(project, "node_modules"), { recursive: true });
  for (const name of ["playwright", "playwright-core"]) {
    await cp(path.join(root, "node_modules", name), path.join(project, "node_modules", name), { recursive: true });
  }
}

/** What came of each test, by its title. */
export interface ExampleRun {
  readonly outcomes: ReadonlyMap<string, "passed" | "failed" | "timedOut" | "skipped" | "interrupted">;
  readonly attachments: ReadonlyMap<string, readonly { readonly name: string; readonly path: string }[]>;
  /** What went wrong, to be read. */
  readonly errors: readonly string[];
}

/** Runs tests of the example, from another folder than the clone, on a computer without a display. */
export async function runExample(folder: string, files: readonly string[] = []): Promise<ExampleRun> {
  const project = path.join(folder, "project");
  const report = path.join(folder, "report.json");
  const { DISPLAY: _, WAYLAND_DISPLAY: __, DBUS_SESSION_BUS_ADDRESS: ___, ...inherited } = process.env;
  const env = { ...inherited, CARDBOUND_APP: root, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NODE_OPTIONS: "", CI: "1" };
  const command = ["node_modules/playwright/cli.js", "test", "--reporter=json", "--trace=off", ...files];
  const said = await outputOf(process.execPath, command, { cwd: project, env }).catch((error: Error) => error.message);
  return readReport(await readFile(report, "utf8").catch(() => Promise.reject(new Error(said))));
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly results: readonly Result[] }[];
  }[];
}

interface Result {
  readonly status: "passed" | "failed" | "timedOut" | "skipped" | "interrupted";
  readonly errors: readonly { readonly message?: string }[];
  readonly attachments: readonly { readonly name: string; readonly path: string }[];
}

function readReport(text: string): ExampleRun {
  const specsOf = (suite: Suite): NonNullable<Suite["specs"]> => [
    ...(suite.specs ?? []),
    ...(suite.suites ?? []).flatMap(specsOf),
  ];
  const { suites, errors }: { suites: Suite[]; errors: { message?: string }[] } = JSON.parse(text);
  const results = suites.flatMap(specsOf).map(({ title, tests }) => [title, tests[0]?.results[0]] as const);
  const known = results.flatMap(([title, result]) => (result === undefined ? [] : [[title, result] as const]));
  return {
    outcomes: new Map(known.map(([title, { status }]) => [title, status])),
    attachments: new Map(known.map(([title, { attachments }]) => [title, attachments])),
    errors: [...errors, ...known.flatMap(([, result]) => result.errors)].map(({ message = "" }) => message),
  };
}
