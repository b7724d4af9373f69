import { setTimeout as pause } from "node:timers/promises";
import type { Dice } from "./dice.ts";
import { SOLARIS_TIMEOUT_MS, type Version } from "./instances.ts";
import type { Cluster } from "./open-cluster.ts";
import { freeze, killAll, thaw } from "./server-processes.ts";

/** The ledger gives an instance this long, by the widest margins that it has (src-backend/pin-changes/records.ts). */
const GIVEN_UP_AFTER_MS = SOLARIS_TIMEOUT_MS + 7000;

/** Something that happens to a cluster under load. When it has ended, everything runs again. */
export interface Happening {
  readonly name: string;
  readonly happen: (struck: Struck) => Promise<void>;
}

/** A cluster to which something happens. */
export interface Struck {
  readonly cluster: Cluster;
  readonly dice: Dice;
  /** What each instance is at the moment. */
  readonly versions: Version[];
}

const startAgain = ({ cluster, versions }: Struck, index: number): Promise<void> =>
  cluster.instances.start(index, versions[index] ?? "shipped");

/** An instance is killed while Solaris has its request in hand: only the ledger knows of it. */
const killedWhileAsking = (moment: "before" | "after"): Happening => ({
  name: `kill -9 of an instance ${moment} Solaris has changed its PIN`,
  happen: async (struck) => {
    const { instances, solaris } = struck.cluster;
    const { instance, release } = await solaris.holdNext(moment);
    await instances.kill(instance);
    release();
    await startAgain(struck, instance);
  },
});

/** For longer than the ledger waits for an instance: the others give its change up, and then it goes on. */
const instanceFrozen: Happening = {
  name: "an instance frozen and thawed, after Solaris has changed its PIN",
  happen: async ({ cluster: { instances, solaris } }) => {
    const { instance, release } = await solaris.holdNext("after");
    instances.freeze(instance);
    release();
    await pause(GIVEN_UP_AFTER_MS);
    instances.thaw(instance);
  },
};

const allKilled: Happening = {
  name: "kill -9 of all instances at once",
  happen: async (struck) => {
    const { instances } = struck.cluster;
    const all = instances.ports.map((_, index) => index);
    await Promise.all(all.map(instances.kill));
    await Promise.all(all.map((index) => startAgain(struck, index)));
  },
};

/** The change is done, and what became of it cannot be written. */
const databaseRestarted: Happening = {
  name: "PostgreSQL restarted at once, with a change under way",
  happen: async ({ cluster: { pair, solaris } }) => {
    const { release } = await solaris.holdNext("after");
    await pair.primary().stop("immediate");
    release();
    await pair.start(pair.primary());
    await pair.untilInStep();
  },
};

const failedOver: Happening = {
  name: "the primary killed and the standby promoted, with a change under way",
  happen: async ({ cluster: { pair, proxy, solaris } }) => {
    const { release } = await solaris.holdNext("after");
    await pair.failOver(proxy.switchDatabase);
    release();
    await pair.addStandby();
  },
};

/** Nothing can be committed any more: each commit waits for a standby. */
const standbyLost: Happening = {
  name: "the standby killed, and another one made",
  happen: async ({ cluster: { pair } }) => {
    await killAll(pair.standby());
    await pair.addStandby();
  },
};

/** The one that was given up lives on for a while, but without a standby it can commit nothing. */
const primaryFrozen: Happening = {
  name: "the primary frozen, the standby promoted, and the old primary thawed",
  happen: async ({ cluster: { pair, proxy } }) => {
    const old = pair.primary();
    freeze(old);
    await pair.promote(proxy.switchDatabase);
    thaw(old);
    await pair.addStandby();
    await killAll(old);
  },
};

/**
 * One instance after the other is replaced by another version. `killing`: after the first of them, one of the others is
 * killed and started again, on tables that the newer version has changed.
 */
const rolledTo = (to: Version, killing?: "killing"): Happening => ({
  name: `rolled to the version "${to}"`,
  happen: async (struck) => {
    const { cluster, versions } = struck;
    for (const [index, from] of versions.entries()) {
      await cluster.instances.stop(index);
      await cluster.instances.start(index, to);
      versions[index] = to;
      await cluster.proxy.untilHealthy(versions.length);
      if (killing === undefined || index > 0 || from === to) continue;
      await cluster.instances.kill(index + 1);
      await startAgain(struck, index + 1);
      await cluster.proxy.untilHealthy(versions.length);
    }
  },
});

/**
 * What docs/postgresql.md warns of: a standby that no commit waits for is behind, and is promoted. What has been written
 * meanwhile is gone.
 */
export const failedOverAsynchronously: Happening = {
  name: "the primary killed and an asynchronous standby promoted, which was behind",
  happen: async ({ cluster: { pair, proxy, solaris } }) => {
    await pair.makeAsynchronous();
    await pair.standby().stop("immediate");
    await solaris.untilCarriedOut(solaris.carriedOut.length + 10);
    await killAll(pair.primary());
    await pair.start(pair.standby());
    await pair.promote(proxy.switchDatabase);
    await pair.addStandby();
  },
};

/** One of each kind that the short form has time for. */
export const someEvents: readonly Happening[] = [
  killedWhileAsking("after"),
  databaseRestarted,
  failedOver,
  rolledTo("upgraded"),
];

/** All of them. */
export const everyEvent: readonly Happening[] = [
  killedWhileAsking("before"),
  killedWhileAsking("after"),
  allKilled,
  databaseRestarted,
  failedOver,
  rolledTo("upgraded", "killing"),
  standbyLost,
  killedWhileAsking("after"),
  primaryFrozen,
  instanceFrozen,
  rolledTo("shipped", "killing"),
];
