import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** What build/run.mjs does around a task, without what it prepares. */
const driver = `import { passSignalsOn } from "./build/child-process.mjs";
import { run } from "./build/tasks/test.mjs";
const stopping = new AbortController();
passSignalsOn((signal) => stopping.abort(signal));
process.exitCode = await run({ name: process.env.TASK, rest: [], env: process.env, stopping: stopping.signal });
process.exit();
`;

/**
 * Copies what runs the tests into a folder of its own, with these tests and no others.
 * @param tests by their path below `tests/`
 * @returns the folder
 */
export function cloneRunners(tests: Readonly<Record<string, string>>): string {
  const clone = mkdtempSync(path.join(tmpdir(), "cardbound-runners-"));
  cpSync("build", path.join(clone, "build"), {
    recursive: true,
    filter: (file) => path.basename(file) !== "tsconfig.json", // it names those of zones that are not copied
  });
  symlinkSync(path.resolve("node_modules"), path.join(clone, "node_modules"));
  mkdirSync(path.join(clone, "tests"));
  const runners = readdirSync("tests").filter((name) => name.endsWith(".ts"));
  // The configuration of Vitest asks these which tests run on PostgreSQL, and whether there is one.
  const further = ["postgres/not-on-postgres.ts", "postgres/programs.ts"];
  for (const name of [...runners, ...further]) cpSync(path.join("tests", name), path.join(clone, "tests", name));
  const inTesting = "src-testing/started-once-more.ts"; // what Playwright's tally looks for
  cpSync(inTesting, path.join(clone, inTesting));
  for (const [name, text] of Object.entries(tests)) {
    const file = path.join(clone, "tests", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(path.join(clone, "package.json"), '{"type":"module"}');
  writeFileSync(path.join(clone, "driver.mjs"), driver);
  return clone;
}

/** Starts `npm run TASK` there, in a process group of its own. @param retries as .ci/run has them */
export function startTask(clone: string, task: string, retries = ""): ChildProcess {
  return spawn(process.execPath, ["driver.mjs"], {
    cwd: clone,
    env: { ...process.env, CARDBOUND_TEST_LONG: "", CARDBOUND_TEST_RETRIES: retries, TASK: task },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
}

/** Ends what still runs there, and removes the folder. */
export function removeClone(clone: string, child: ChildProcess): void {
  if (child.exitCode === null && child.pid) process.kill(-child.pid, "SIGKILL");
  rmSync(clone, { recursive: true, force: true, maxRetries: 5 });
}
