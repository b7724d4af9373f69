import { setTimeout as pause } from "node:timers/promises";
import { routes } from "../../src-contract/api/routes.ts";
import type { Happening } from "./chaos.ts";
import { settle } from "./client.ts";
import type { Dice } from "./dice.ts";
import type { Version } from "./instances.ts";
import { deliver, type NotedChange, startLoad } from "./load.ts";
import type { Cluster } from "./open-cluster.ts";
import { judge, type Verdict } from "./verdict.ts";

/** Of the questions in the end. */
const AT_ONCE = 6;
/** How long an instance may say in the end that a change is in progress. */
const PATIENCE_MS = 60_000;

/** What happens, and how much has to be done meanwhile. */
export interface Course {
  /** What the instances are. */
  readonly version?: Version;
  /** How many changes are asked for at once, besides one by TAN. */
  readonly loops: number;
  /** Changes that are carried out before, between and after the events. */
  readonly between: number;
  readonly events: readonly Happening[];
  /** They begin again until so many milliseconds have passed. */
  readonly forMs?: number;
  readonly tell?: (line: string) => void;
}

/**
 * Runs a course under load; then asks each instance what became of each change, sends all once more, and judges.
 * @returns the verdict on this course alone
 */
export async function runChaos(cluster: Cluster, dice: Dice, course: Course): Promise<Verdict> {
  const { solaris, instances, proxy, cardholders } = cluster;
  const { version = "shipped", loops, between, events, forMs = 0, tell = () => {} } = course;
  const load = startLoad(
    cardholders,
    loops,
    { origins: instances.origins, proxyUrl: proxy.url, solaris },
    dice.split(),
  );
  const struck = { cluster, dice, versions: instances.ports.map(() => version) };
  const beganAt = performance.now();
  const before = solaris.carriedOut.length;
  const workOn = () => solaris.untilCarriedOut(solaris.carriedOut.length + between);
  await workOn();
  for (let next = 0; next < events.length || performance.now() - beganAt < forMs; next += 1) {
    const event = events[next % events.length];
    if (event === undefined) break;
    const at = performance.now();
    await event.happen(struck);
    const backAt = performance.now();
    await workOn();
    tell(`${event.name}: ${Math.round(backAt - at)} ms until everything ran again; ${sumUp(load.noted, at, backAt)}`);
  }
  await load.stop();
  await proxy.untilHealthy(instances.ports.length);
  await eachOf(load.noted, (change) => settleEverywhere(cluster, change));
  await eachOf(load.noted, (change) => sendAgain(cluster, change, dice));
  tell(`asked for ${load.noted.length} changes in ${Math.round((performance.now() - beganAt) / 1000)} s`);
  return judge(load.noted, solaris.carriedOut.slice(before));
}

/** Asks every instance until it has an outcome. */
async function settleEverywhere({ instances }: Cluster, change: NotedChange): Promise<void> {
  const { cardholder, requestId, settled } = change;
  for (const [index, origin] of instances.origins.entries()) {
    const giveUpAt = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await settle(`instance ${index}`, origin, cardholder.authorization, requestId);
      if (answer.claim !== "nothing" || performance.now() > giveUpAt) {
        settled.push(answer);
        break;
      }
      await pause(200); // nothing tells when another instance gives it up
    }
  }
}

/** Sends all that could carry it out once more, to any instance: what has an outcome keeps it. */
async function sendAgain({ instances }: Cluster, change: NotedChange, dice: Dice): Promise<void> {
  for (const [index, { path, body }] of change.sent.entries()) {
    const isAuthorization = path.endsWith(routes.pinChangeAuthorization.split("/").at(-1) ?? "");
    const isRepeated = change.sent.findIndex((one) => one.path === path) < index;
    if (isAuthorization || isRepeated) continue; // it changes nothing by itself
    await deliver("an instance, sent again", dice.oneOf(instances.origins), change, path, body);
  }
}

async function eachOf<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  const lane = async () => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** What was answered in a span of time: how much, how slowly, and what of it was no outcome. */
function sumUp(noted: readonly NotedChange[], from: number, to: number): string {
  const told = noted.flatMap((change) => change.told).filter(({ at }) => at >= from && at <= to);
  const slowest = Math.max(0, ...told.map(({ ms = 0 }) => ms));
  const counts = new Map<string, number>();
  for (const { claim, words } of told) {
    const word = words.slice(words.lastIndexOf(": ") + 2); // the steps before a confirmation claim nothing either
    if (claim === "nothing" && word !== "authorization_required" && word !== "200")
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const without = [...counts].map(([word, count]) => `${count} ${word}`).join(", ");
  return `${told.length} answers, the slowest after ${Math.round(slowest)} ms, without an outcome: ${without || "none"}`;
}
