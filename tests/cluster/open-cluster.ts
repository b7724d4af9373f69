import path from "node:path";
import { buildInstances } from "./built-instances.ts";
import { type Cardholder, openCardholders } from "./cardholders.ts";
import { type CountingSolaris, startCountingSolaris } from "./counting-solaris.ts";
import { createPair, type DatabasePair, databaseUrl } from "./database-pair.ts";
import type { Dice } from "./dice.ts";
import { type Instances, instanceEnvironment, openInstances } from "./instances.ts";
import { openPrograms } from "./programs-beside.ts";
import { type FrontProxy, startProxy } from "./proxy.ts";

/** Three instances behind HAProxy, on a primary with a standby, in front of a Solaris that counts. */
export interface Cluster {
  readonly solaris: CountingSolaris;
  readonly pair: DatabasePair;
  readonly proxy: FrontProxy;
  readonly instances: Instances;
  readonly cardholders: readonly Cardholder[];
  /** Nothing is left of it. */
  readonly close: () => Promise<void>;
}

const INSTANCES = 3;

/** Builds the instances, starts everything, and signs the cardholders in. */
export async function openCluster(dice: Dice): Promise<Cluster> {
  const programs = await openPrograms();
  const closers: (() => Promise<void> | void)[] = [programs.close];
  const close = async () => {
    for (const closer of closers.toReversed()) await closer();
  };
  try {
    const built = await buildInstances();
    programs.adoptFolder(built.folder);
    closers.unshift(built.remove); // after the programs have ended
    const customers = path.join(programs.folder, "customers.json");
    const solaris = await startCountingSolaris(customers, dice);
    closers.push(solaris.close);
    const pair = await createPair(programs);
    closers.push(pair.close);
    // The instances are told of the proxy, and the proxy of them.
    let url = "";
    const instances = await openInstances(programs, built, INSTANCES, (index) =>
      instanceEnvironment(solaris.urlFor(index), customers, url),
    );
    const proxy = await startProxy(programs, instances.ports);
    url = databaseUrl(proxy.databasePort);
    await proxy.switchDatabase(pair.primary().port);
    await instances.replaceAll("shipped");
    await proxy.untilHealthy(INSTANCES);
    const cardholders = await openCardholders(proxy.url, solaris.sandboxUrl);
    return { solaris, pair, proxy, instances, cardholders, close };
  } catch (error) {
    await close();
    throw error;
  }
}
