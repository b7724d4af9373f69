import type { Database } from "../../src-backend/database/open-database.ts";
import type { Ledger, LedgerEntry } from "../../src-backend/pin-changes/ledger.ts";
import type { SolarisOperation } from "../../src-backend/solaris/operations.ts";
import { type RequestKind, runRequest, type Said, type Told } from "./requests.ts";

/** What a request asks its surroundings for. */
export type Asked =
  | { readonly for: "find" }
  | { readonly for: "add"; readonly entry: LedgerEntry }
  | { readonly for: "replace"; readonly read: LedgerEntry; readonly by: LedgerEntry }
  | { readonly for: "solaris"; readonly operation: SolarisOperation };

/** What it hears: rows, whether it wrote, what Solaris said; or that the database failed. */
export type Reply = readonly LedgerEntry[] | boolean | Said | "database failed";

/** A reply, and whether holds look over from then on. */
export interface Heard {
  readonly reply: Reply;
  readonly isHoldOver: boolean;
}

/** A request that waits for a reply, or has answered. */
export interface Point {
  readonly id: number;
  readonly kind: RequestKind;
  readonly heard: readonly Heard[];
  readonly asks: Asked | null;
  readonly told: Told | null;
  /** The points that were reached from here, by what was heard. */
  readonly next: Map<string, Point>;
}

/**
 * The backend's own code as a table of steps. It has no memory but what it heard, so a request is known by that, and each
 * step is found once, by running the code with what was heard so far.
 */
export type Scripts = ReturnType<typeof createScripts>;

/** Creates the table, empty. */
export function createScripts() {
  const points: Point[] = [];
  const add = async (kind: RequestKind, heard: readonly Heard[]): Promise<Point> => {
    const reached = await replay(kind, heard);
    const point = { id: points.length, kind, heard, next: new Map(), ...reached };
    points.push(point);
    return point;
  };
  const first = new Map<RequestKind, Promise<Point>>();
  return {
    points,
    /** A request that arrives: the same point for all of a kind, because they are alike. */
    begin: (kind: RequestKind): Promise<Point> => {
      const known = first.get(kind) ?? add(kind, []);
      first.set(kind, known);
      return known;
    },
    /** Finds out where a reply leads. @param key stands for the reply */
    learn: async (point: Point, key: string, heard: Heard): Promise<Point> => {
      const reached = point.next.get(key) ?? (await add(point.kind, [...point.heard, heard]));
      point.next.set(key, reached);
      return reached;
    },
  };
}

async function replay(kind: RequestKind, heard: readonly Heard[]): Promise<Pick<Point, "asks" | "told">> {
  const asked: Asked[] = [];
  let isHoldOver = false;
  const ask = async <T extends Reply>(what: Asked): Promise<T> => {
    asked.push(what);
    const now = heard[asked.length - 1];
    // Not known yet. The request stays here for good, and is collected as garbage.
    if (now === undefined) return new Promise(() => {});
    isHoldOver = now.isHoldOver;
    if (now.reply === "database failed") throw new Error("the database failed");
    return now.reply as T;
  };
  const ledger: Ledger = {
    find: () => ask<readonly LedgerEntry[]>({ for: "find" }),
    // One step: what else is in its transaction is not modelled, and a transaction that fails has written nothing.
    inTurn: (_requestId, run) => run({} as Database),
    add: (_transaction, entry) => ask<boolean>({ for: "add", entry }),
    replace: (read, by) => ask<boolean>({ for: "replace", read, by }),
  };
  const callSolaris = (operation: SolarisOperation) => ask<Said>({ for: "solaris", operation });
  let told: Told | null = null;
  let failure: unknown = null;
  runRequest(kind, { ledger, callSolaris, isHoldOver: () => isHoldOver }).then(
    (answer) => (told = answer),
    (error) => (failure = error),
  );
  // Everything it waits for is there or never comes, so it has stopped once its promises are through.
  await new Promise(setImmediate);
  if (failure !== null) throw failure;
  return { told, asks: asked[heard.length] ?? null };
}
