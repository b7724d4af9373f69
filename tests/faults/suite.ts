import { readdir, rm, truncate } from "node:fs/promises";
import path from "node:path";
import type { RunningServers } from "../../src-testing/servers-here.ts";
import { closeFixture, type Fixture, keepStderr, openFixture } from "./fixture.ts";
import { makeSuiteFolder } from "./suite-folder.ts";
import { holdTimeLimits } from "./time-limits.ts";
import type { TokenInMemory } from "./token-in-memory.ts";

/** What the cases of one suite share. */
export interface Suite {
  readonly fixture: Fixture;
  /** Closes everything. Nothing is left of it. */
  readonly close: () => Promise<void>;
}

/** Starts servers and the app at them, in a folder of their own. Until `close`, this process' stderr and time limits are held. */
export async function openSuite(
  startServers: (folder: string) => Promise<RunningServers>,
  token: TokenInMemory | null = null,
): Promise<Suite> {
  const folder = await makeSuiteFolder();
  const giveStderrBack = keepStderr(path.join(folder, "core.log"));
  const giveLimitsBack = holdTimeLimits();
  const fixture = await openFixture(folder, await startServers(folder), undefined, token);
  return {
    fixture,
    close: async () => {
      await closeFixture(fixture);
      giveLimitsBack();
      giveStderrBack();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Empties the logs, which the case before has searched: else each would search all that came before it once more. */
export async function emptyLogs({ folder }: Fixture): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith(".log"))) await truncate(path.join(folder, file));
}
