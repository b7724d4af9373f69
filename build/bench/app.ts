import { readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { languages } from "../../src-contract/rules/languages.ts";
import { usualSize } from "../../src-main/shell/window-size.ts";
import { en } from "../../src-renderer/words/en.ts";
import { enPanels } from "../../src-renderer/words/en-panels.ts";
import { packageIdentity } from "../package/package-identity.ts";
import { readProfile } from "../partner-profile/read-profile.ts";
import { out, root } from "../paths.mjs";
import { Refusal } from "../say.mjs";
import { measureChangeSteps } from "./change-steps.ts";
import { measureDerivations } from "./derivations.ts";
import { measureMainJob } from "./main-job.ts";
import { type MeasuredStart, measureStart } from "./measured-starts.ts";
import { packPrograms, programNames } from "./packed-programs.ts";
import { measureResting } from "./resting.ts";
import { type AppFigures, printAppFigures } from "./results-of-app.ts";
import { printStarts, type Starts } from "./results-of-starts.ts";
import { startWatchedScreen } from "./watched-screen.ts";
import { compressedBytes, filesOfFirstScreen } from "./window-files.ts";

const whole = { rounds: 11, changes: 5, idleMs: 30_000 };
const quick = { rounds: 3, changes: 2, idleMs: 5000 };

/**
 * `npm run bench -- app`: how soon, with how much memory and how quietly the app starts, beside a program that only opens a window, and one that has
 * our page and protection and nothing else; how long main and the window are kept from answering during the main job; how large all is. What starts is a release as it is packaged: the same Electron with the
 * same fuses and each program's archive, on a virtual display of which every pixel is watched. The job is done by the development
 * build, with both servers. The programs start in turns, so that other load meets both: believe the ratios. Goals are
 * printed as met or missed; they decide nothing. `--quick`: about three minutes. `--starts`: nothing but starts. docs/performance.md has what was measured when.
 */
export async function run(stopping: AbortSignal, options: readonly string[] = []): Promise<number> {
  if (process.platform !== "linux")
    throw new Refusal("This benchmark watches a virtual display and /proc.", "It needs Linux, and Xvfb.");
  const { rounds, changes, idleMs } = options.includes("--quick") ? quick : whole;
  const folder = await mkdtemp(path.join(tmpdir(), "cardbound-bench-"));
  const screen = await startWatchedScreen(folder);
  try {
    const programs = await packPrograms(identityOfProfile(), usualSize);
    const place = { screen, folder };
    const starts = {
      empty: [] as MeasuredStart[],
      floor: [] as MeasuredStart[],
      ours: [] as MeasuredStart[],
    } satisfies Starts;
    for (const name of programNames) await measureStart(programs, name, place); // files into the cache, a profile
    for (let round = 0; round < rounds && !stopping.aborted; round += 1) {
      for (const name of round % 2 === 0 ? programNames : programNames.toReversed())
        starts[name].push(await measureStart(programs, name, place));
    }
    if (stopping.aborted) return 0;
    printStarts(starts);
    if (options.includes("--starts")) return 0;
    const resting = await measureResting(programs, place, idleMs, stopping);
    if (resting === null) return 0;
    const job = await measureMainJob(folder, screen.env, changes, stopping);
    const steps = await measureChangeSteps(folder, screen.env, 4 * changes, stopping);
    const derivations = await measureDerivations(changes, stopping);
    printAppFigures({ resting, job, steps, derivations, sizes: sizesOf(programs.archiveOf("ours")) });
    return 0;
  } finally {
    await screen.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function identityOfProfile() {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  const file = process.env.CARDBOUND_PROFILE || path.join(root, "build/partner.json");
  return packageIdentity(readProfile(file, { ...en, ...enPanels }), { version, releases: [], epoch: 0 });
}

function sizesOf(archive: string): AppFigures["sizes"] {
  const release = path.join(out, "release");
  const window = path.join(release, "renderer");
  const firstScreens = languages.map((language) => compressedBytes(window, filesOfFirstScreen(window, language)));
  return {
    firstScreenBytes: Math.max(...firstScreens),
    mainBytes: statSync(path.join(release, "main/index.js")).size,
    archiveBytes: statSync(archive).size,
  };
}
