import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leftToLongForm, runs } from "../long-form.ts";
import { everyEvent, failedOverAsynchronously, someEvents } from "./chaos.ts";
import { hasClusterPrograms, leaveVerdict } from "./cluster-result.ts";
import { createDice } from "./dice.ts";
import type { Version } from "./instances.ts";
import { type Cluster, openCluster } from "./open-cluster.ts";
import { type Course, runChaos } from "./run-chaos.ts";

const PATIENCE_MS = runs(300_000, 900_000);
/** Short runs are all alike, as far as what is not chance itself; the long form draws others each time. */
const seed = runs(20_270_115, Date.now() % 2 ** 32);

describe.skipIf(!hasClusterPrograms())("three instances on a primary and a standby", { timeout: PATIENCE_MS }, () => {
  let cluster: Cluster | undefined;
  const dice = createDice(seed);
  beforeAll(async () => {
    cluster = await openCluster(dice.split());
  }, PATIENCE_MS);
  afterAll(() => cluster?.close(), PATIENCE_MS);

  const opened = (): Cluster => {
    if (cluster === undefined) throw new Error("there is no cluster");
    return cluster;
  };

  /** The same load on instances that have a plant. */
  const runPlanted = async (version: Version, course: Partial<Course> = {}) => {
    const { instances, proxy } = opened();
    await instances.replaceAll(version);
    await proxy.untilHealthy(instances.ports.length);
    return runChaos(opened(), dice.split(), { version, loops: 2, between: runs(5, 10), events: [], ...course });
  };

  test("no PIN is changed twice and nothing untrue is told, whatever is killed", async () => {
    process.stdout.write(`the chaos has the seed ${seed}\n`);
    const course = runs<Course>(
      { loops: 2, between: 5, events: someEvents },
      { loops: 4, between: 20, events: everyEvent, forMs: 120_000 },
    );
    const tell = runs(undefined, (line: string) => void process.stdout.write(`${line}\n`));
    const verdict = await runChaos(opened(), dice.split(), { ...course, ...(tell && { tell }) });
    await leaveVerdict(verdict);
    const { changes, doubles, wrong, unknown } = verdict;
    expect({ doubles, wrong }).toEqual({ doubles: 0, wrong: [] });
    expect(changes).toBeGreaterThan(5 * course.between - 1);
    expect(unknown).toBeLessThan(changes);
  });

  test("it finds double changes and wrong answers where each instance has a ledger of its own", async () => {
    const { doubles, wrong } = await runPlanted("memory");
    expect(doubles).toBeGreaterThan(0);
    expect(wrong.length).toBeGreaterThan(0);
  });

  test.skipIf(leftToLongForm("more plants in the cluster"))(
    "it finds double changes where the ledger adds twice",
    async () => {
      expect((await runPlanted("unconditional")).doubles).toBeGreaterThan(0);
    },
  );

  test.skipIf(leftToLongForm("more plants in the cluster"))("it counts as unknown what has no outcome", async () => {
    const { changes, unknown } = await runPlanted("endless");
    expect(unknown).toBeGreaterThan(changes / 2);
  });

  // The last one: nothing of what it loses comes back.
  test.skipIf(leftToLongForm("an asynchronous standby"))(
    "it finds wrong answers where the standby is asynchronous",
    async () => {
      const { wrong } = await runPlanted("shipped", { events: [failedOverAsynchronously] });
      expect(wrong).toContainEqual(expect.stringMatching(/settled by .*: not_received, and it was changed$/));
    },
  );
});
