// The model's requests are the backend's own code; its table and its order of events are not. So ways through the model are
// walked again with the real ledger on a real database, and each reply, answer and row has to be the same.
import { expect, it } from "vitest";
import type { Database } from "../../src-backend/database/open-database.ts";
import { createLedger, type Ledger } from "../../src-backend/pin-changes/ledger.ts";
import { openOwnDatabase } from "../backend/own-database.ts";
import { runs } from "../long-form.ts";
import type { Happening } from "./events.ts";
import { type RequestKind, requestId, runRequest, type Said, type Told } from "./requests.ts";
import type { Asked, Point, Reply } from "./scripts.ts";
import { search } from "./search.ts";
import type { Setting } from "./setting.ts";
import { visibleRows } from "./world.ts";

const WAYS = runs(100, 3000);
const timeout = runs(120_000, 1_800_000);

it.each<[string, Setting["requests"]]>([
  ["equal requests and a settlement", ["change", "change", "settle"]],
  ["a second attempt", ["change", "again", "settle"]],
  ["a change by TAN", ["open", "authorize", "confirm", "settle"]],
])("ways through the model are the real ledger's, too: %s", { timeout }, async (_name, requests) => {
  const { states, pickWays } = await search({ requests, database: "embedded" });
  const ways = await pickWays(WAYS);
  expect(ways.length).toBe(Math.min(WAYS, states));
  const database = await openOwnDatabase();
  for (const way of ways) await walk(way, database);
});

/** A request that runs, and what it waits for. */
interface Running {
  readonly asked: { readonly what: Asked; readonly run: () => Promise<Reply>; readonly hear: (reply: Reply) => void }[];
  isHoldOver: boolean;
  told: Told | null;
}

async function walk(way: readonly Happening[], database: Database): Promise<void> {
  const ledger = createLedger(database);
  await database.deleteFrom("pin_change").execute();
  const running = new Map<Point, Running[]>();
  for (const { actor, heard, told, reached, does, to } of way) {
    if (typeof actor === "string") continue;
    const request = running.get(actor)?.shift() ?? (await start(actor.kind, ledger));
    if (heard === null) continue;
    const asked = request.asked.shift();
    expect(asked?.what, does).toEqual(actor.asks);
    request.isHoldOver = heard.isHoldOver;
    const isHappening = heard.reply !== "database failed" || does.endsWith("does not hear so");
    const reply = actor.asks?.for === "solaris" || !isHappening ? heard.reply : await asked?.run();
    if (heard.reply !== "database failed") expect(reply, does).toEqual(heard.reply);
    asked?.hear(heard.reply);
    await settled();
    expect(request.told, does).toEqual(told);
    if (reached !== null) running.set(reached, [...(running.get(reached) ?? []), request]);
    expect(await ledger.find(["ada"], requestId), does).toEqual(visibleRows(to));
  }
}

async function start(kind: RequestKind, ledger: Ledger): Promise<Running> {
  const request: Running = { asked: [], isHoldOver: false, told: null };
  const ask = <T extends Reply>(what: Asked, run: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const hear = (reply: Reply) =>
        reply === "database failed" ? reject(new Error("the database failed")) : resolve(reply as T);
      request.asked.push({ what, run, hear });
    });
  const asking: Ledger = {
    find: (...of) => ask({ for: "find" }, () => ledger.find(...of)),
    inTurn: (_requestId, run) => run({} as Database),
    add: (_transaction, entry, rowIds) =>
      ask({ for: "add", entry }, () => ledger.inTurn(requestId, (inside) => ledger.add(inside, entry, rowIds))),
    replace: (read, by) => ask({ for: "replace", read, by }, () => ledger.replace(read, by)),
  };
  const callSolaris = (operation: Extract<Asked, { for: "solaris" }>["operation"]) =>
    ask<Said>({ for: "solaris", operation }, () => expect.fail());
  const surroundings = { ledger: asking, callSolaris, isHoldOver: () => request.isHoldOver };
  void runRequest(kind, surroundings).then((told) => {
    request.told = told;
  });
  await settled();
  return request;
}

/** Until every promise is through: nothing here waits for anything else. */
const settled = () => new Promise(setImmediate);
