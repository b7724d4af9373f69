// Everything that can happen to a few requests of one change, in every order, with the backend's own code: what is searched
// and what is not is in docs/postgresql.md, "Why the ledger needs synchronous commits".
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runs } from "../long-form.ts";
import type { Wrong } from "./claims.ts";
import { describeEvents } from "./describe-events.ts";
import { createScripts } from "./scripts.ts";
import { search } from "./search.ts";
import { everyFault, type Guard, guards, type Setting } from "./setting.ts";

/** Ten times what they take while both cores are busy with something else. */
const timeout = runs(300_000, 3_600_000);
const scripts = createScripts();
const isDouble = ({ is }: Wrong) => is === "double change";
const isWrongAnswer = ({ is }: Wrong) => is === "wrong answer";

const say = (text: string) => process.stdout.write(`${text}\n`);
const searchAndSay = async (setting: Setting, isWanted?: (wrong: Wrong) => boolean) => {
  const found = await search(setting, { scripts, mostStates: MOST_STATES, ...(isWanted && { isWanted }) });
  const { requests, database, without } = setting;
  const name = [database, ...(setting.faults ?? []), ...(without === undefined ? [] : [`without: ${without}`])].join(
    ", ",
  );
  const { states, depth, isWhole, counterexample } = found;
  const end = counterexample === null ? "nothing wrong" : `wrong after ${counterexample.length} events`;
  const size = `${isWhole ? "all " : ""}${states} states, ${depth} events deep`;
  say(`ledger: ${requests.join(" ")} (${name}): ${size}, ${end}`);
  return found;
};

const signed = ["change", "change", "settle"] as const;
const byTan = ["open", "authorize", "confirm", "confirm", "settle"] as const;
const faults = everyFault;
const some: readonly Omit<Setting, "database">[] = [
  { requests: signed, faults },
  { requests: ["change", "settle", "settle"], faults },
  { requests: ["change", "again", "settle"], faults },
  { requests: ["change", "change", "change", "settle"] },
  { requests: byTan },
];
/** Too many to search to the end: as deep as this many states are. */
const MOST_STATES = 1_000_000;
const more: readonly Omit<Setting, "database">[] = [
  { requests: ["change", "change", "settle", "settle"], faults },
  { requests: byTan, faults },
  { requests: ["change", "again", "again", "settle"], faults },
  { requests: ["change", "change", "again", "settle"], faults },
  { requests: ["change", "change", "change", "settle", "settle"] },
  { requests: ["open", "open", "authorize", "confirm", "confirm", "settle"] },
];
const named = (setting: Omit<Setting, "database">) =>
  [[...setting.requests, ...(setting.faults ?? [])].join(", "), setting] as const;

describe("requests of one change, at instances that crash", { timeout }, () => {
  it.each(runs(some, [...some, ...more]).map(named))(
    "change the PIN once and are told nothing untrue, with synchronous commits and failovers: %s",
    async (_name, setting) => {
      const { counterexample, isWhole } = await searchAndSay({ ...setting, database: "synchronous" });
      expect(counterexample === null ? "" : describeEvents(counterexample)).toBe("");
      expect(isWhole || more.includes(setting)).toBe(true);
    },
  );

  it("do so on one database, too, that comes back as it was", async () => {
    const { counterexample, isWhole } = await searchAndSay({ requests: signed, database: "embedded" });
    expect([counterexample, isWhole]).toEqual([null, true]);
  });
});

/** Where each guard is missed, and by what. */
const missed: Record<Guard, Omit<Setting, "without"> & { is: Wrong["is"] }> = {
  "an attempt has one row": { requests: ["change", "change"], database: "synchronous", is: "double change" },
  "a row is written before Solaris is asked": { requests: signed, database: "embedded", is: "wrong answer" },
  "that write is looked at": { requests: signed, database: "embedded", is: "wrong answer" },
  "only an unchanged row is replaced": { requests: signed, database: "embedded", is: "wrong answer" },
  "an unrecorded id is closed": { requests: ["change", "settle"], database: "embedded", is: "wrong answer" },
  "a second attempt that has not come is closed": {
    requests: ["change", "again", "settle"],
    database: "embedded",
    is: "wrong answer",
  },
  "an open change request is closed": { requests: byTan, database: "embedded", is: "wrong answer" },
  "an abandoned row is ended before that is told": { requests: signed, database: "embedded", is: "wrong answer" },
  "a cancelled wait is a failed write": {
    requests: ["change", "change"],
    database: "synchronous",
    faults: ["cancelled wait"],
    is: "double change",
  },
  "a refusal is confirmed before it is told": {
    requests: signed,
    database: "synchronous",
    faults: ["restart"],
    is: "wrong answer",
  },
};

describe("each guard is needed", { timeout }, () => {
  it.each(guards)("%s", async (without) => {
    const { is, ...setting } = missed[without];
    const isMissed = (wrong: Wrong) => wrong.is === is;
    expect((await searchAndSay(setting, isMissed)).counterexample).toBeNull();
    expect((await searchAndSay({ ...setting, without }, isMissed)).counterexample).not.toBeNull();
  });
});

describe("what is written in docs/postgresql.md", { timeout }, () => {
  const operations = readFileSync(path.join(import.meta.dirname, "..", "..", "docs", "postgresql.md"), "utf8");

  it.each<[string, Setting, (wrong: Wrong) => boolean]>([
    [
      "a double change with asynchronous commits",
      { requests: ["change", "change"], database: "asynchronous" },
      isDouble,
    ],
    [
      "a wrong answer with asynchronous commits",
      { requests: ["change", "settle"], database: "asynchronous" },
      isWrongAnswer,
    ],
  ])("is the shortest way to %s", async (_name, setting, isWanted) => {
    const { counterexample, depth } = await searchAndSay(setting, isWanted);
    expect(counterexample).toHaveLength(depth);
    const events = describeEvents(counterexample ?? []);
    say(events);
    expect(operations).toContain(events);
  });
});
