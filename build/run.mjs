// The one way in: `npm start`, `npm test` and the other scripts of package.json all come here.
// It imports nothing that has to be installed first, so that it works straight after a clone.
import { codeOfSignal, passSignalsOn } from "./child-process.mjs";
import { enterAsOrdinaryUser, mustChangeUser } from "./desktop/ordinary-user.mjs";
import { provideDesktop } from "./desktop/provide-desktop.mjs";
import { prepareElectron } from "./prepare/electron-runtime.mjs";
import { prepareNodePackages } from "./prepare/node-packages.mjs";
import { goOnWithNewerNode } from "./prepare/node-runtime.mjs";
import { prepareSystemLibraries } from "./prepare/system-libraries.mjs";
import { Refusal, say } from "./say.mjs";
import { build } from "./tasks/build.mjs";

/** @import { Part } from "./tasks/build.mjs" */

/**
 * What each task needs, and the module that runs it.
 * `desktop`: it opens windows, a person's or the tests'. `parts`: what must be built first. `afterwards`: a module for what
 * only the clone's owner can do, once the task has succeeded.
 * @type {Record<string, { module: string, desktop?: "window" | "tests", parts: Part[], afterwards?: string }>}
 */
const tasks = {
  start: {
    module: "./tasks/start.mjs",
    desktop: "window",
    parts: ["app", "backend", "sandbox", "identity-provider", "demonstration"],
  },
  demo: {
    module: "./tasks/demo.mjs",
    desktop: "window",
    parts: ["app", "backend", "sandbox", "identity-provider", "demonstration"],
  },
  dev: {
    module: "./tasks/dev.mjs",
    desktop: "window",
    parts: ["development-config", "backend", "sandbox", "demonstration"],
  },
  test: {
    module: "./tasks/test.mjs",
    desktop: "tests",
    parts: ["app", "release", "release-driven", "backend", "sandbox", "demonstration"],
  },
  "test:long": {
    module: "./tasks/test.mjs",
    desktop: "tests",
    parts: ["app", "release", "release-driven", "backend", "sandbox", "demonstration"],
  },
  // Plain Node alone: nothing is built, and no window opens.
  "test:unit": { module: "./tasks/test.mjs", parts: [] },
  "test:e2e": {
    module: "./tasks/test.mjs",
    desktop: "tests",
    parts: ["app", "release", "backend", "sandbox", "demonstration"],
  },
  "test:faults": { module: "./tasks/test-faults.mjs", desktop: "tests", parts: ["app", "backend", "sandbox"] },
  // It builds the instances itself: two programs, one with plants.
  "test:cluster": { module: "./tasks/test-cluster.mjs", desktop: "tests", parts: [] },
  "test:a11y": { module: "./tasks/test-a11y.mjs", desktop: "tests", parts: ["app", "backend", "sandbox"] },
  "test:package": { module: "./tasks/test.mjs", desktop: "tests", parts: ["backend", "sandbox"] },
  "update:visual": {
    module: "./tasks/update-visual.mjs",
    desktop: "tests",
    parts: ["app"],
    afterwards: "./tasks/keep-baselines.mjs",
  },
  gallery: { module: "./tasks/gallery.mjs", desktop: "tests", parts: ["app"] },
  build: { module: "./tasks/no-op.mjs", parts: ["app", "release", "backend", "sandbox"] },
  // It builds what it packages: that depends on its arguments.
  package: { module: "./tasks/package.mjs", parts: [] },
  icons: { module: "./icons/make-icons.mjs", desktop: "tests", parts: [] },
  check: { module: "./tasks/check.mjs", parts: [] },
  typecheck: { module: "./tasks/check.mjs", parts: [] },
  lint: { module: "./tasks/check.mjs", parts: [] },
  docs: { module: "./tasks/docs.mjs", parts: ["documents"] },
  "guessable-pins": { module: "./tasks/guessable-pins.mjs", parts: [] },
  repository: { module: "./tasks/repository.mjs", parts: [] },
  "release-manifest": { module: "./tasks/release-manifest.mjs", parts: [] },
  "hardware-key": { module: "./tasks/hardware-key.mjs", parts: [] },
  bench: { module: "./tasks/bench.mjs", parts: ["backend"] },
  "bench app": { module: "./tasks/bench.mjs", desktop: "tests", parts: ["app", "release", "backend", "sandbox"] },
  backend: { module: "./tasks/serve.mjs", parts: ["backend"] },
  sandbox: { module: "./tasks/serve.mjs", parts: ["sandbox"] },
};

async function main() {
  const [name = "", ...words] = process.argv.slice(2);
  const rest = withSwallowedWord(name, words);
  const task = tasks[`${name} ${rest[0]}`] ?? tasks[name];
  if (!task) throw new Refusal(`There is no task "${name}".`, `One of: ${Object.keys(tasks).join(", ")}.`);

  const codeOfNewerNode = await goOnWithNewerNode();
  if (codeOfNewerNode !== undefined) return codeOfNewerNode;

  await prepareNodePackages();
  if (task.desktop) {
    await prepareSystemLibraries(task.desktop);
    await prepareElectron();
  }
  // The owner of the clone builds; the ordinary user, whom root starts, finds everything built.
  const isOwner = !process.env.CARDBOUND_IS_BUILT;
  if (isOwner) await build(task.parts);
  const changesUser = task.desktop !== undefined && mustChangeUser();
  const code = changesUser
    ? await enterAsOrdinaryUser([name, ...rest], { CARDBOUND_IS_BUILT: "1" })
    : await runTask(task, name, rest);
  if (isOwner && code === 0 && task.afterwards !== undefined) await (await import(task.afterwards)).run();
  return code;
}

/**
 * `npm start --fresh` is meant as `npm start -- --fresh`, but npm takes the word for a setting of its own and says it in the
 * environment alone. That is not handed to the ordinary user: as a word it is.
 * @param {string} name @param {string[]} words
 */
function withSwallowedWord(name, words) {
  const isSwallowed = name === "start" && process.env.npm_config_fresh === "true" && !words.includes("--fresh");
  return isSwallowed ? [...words, "--fresh"] : words;
}

/** @param {{ module: string, desktop?: "window" | "tests" }} task @param {string} name @param {string[]} rest */
async function runTask(task, name, rest) {
  const stopping = new AbortController();
  const release = passSignalsOn((signal) => stopping.abort(signal));
  const desktop = task.desktop ? await provideDesktop(task.desktop) : undefined;
  try {
    const { run } = await import(task.module);
    if (stopping.signal.aborted) return codeOfSignal(stopping.signal.reason);
    return await run({ name, rest, env: desktop?.env ?? process.env, stopping: stopping.signal });
  } finally {
    await desktop?.close();
    release();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say(`${error.message}\n  ${error.nextStep}`);
  process.exitCode = 1;
}
