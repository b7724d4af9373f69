import type { AsyncCommand } from "fast-check";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import { beginChange, bindByTheWords, must, secretBytes, wordOf } from "./cardholder.ts";
import { nextPin, send, settleByTheWords } from "./change-case.ts";
import { type Fault, strikeAll } from "./fault.ts";
import type { Fixture } from "./fixture.ts";
import type { Sent } from "./line.ts";
import { CODE } from "./secrets.ts";

/** What a walk knows of one request for a PIN change. */
interface Request {
  readonly pin: string;
  /** What the window was told last; while the app waits for a TAN, `failed` is no end. */
  told: string;
  /** A fault may have lost an answer. */
  lost: boolean;
  changes: number;
}

/** Where the cardholder is. `open`: the journal may hold a change whose end nobody was told. */
export interface Model {
  at: "idle" | "tan" | "told" | "open";
}

/** The fixture, and what has happened in this walk. */
export interface Run {
  readonly fixture: Fixture;
  readonly cardId: string;
  readonly requests: Map<string, Request>;
  readonly sent: Sent[];
  /** The id of the request that the window works on. */
  inHand: string | undefined;
  /** The request that changed the PIN last. */
  newest: Request | undefined;
  changes: number;
  readonly advance: (seconds: number) => Promise<void>;
}

type Command = AsyncCommand<Model, Run>;

const anywhere: Model["at"][] = ["idle", "tan", "told", "open"];

/** Makes a command that can run in some states. After each, the invariants have to hold. */
function command(name: string, can: Model["at"][], act: (model: Model, run: Run) => Promise<void>): Command {
  return {
    check: ({ at }) => can.includes(at),
    run: async (model, run) => {
      await act(model, run);
      holdInvariants(run);
    },
    toString: () => name,
  };
}

function holdInvariants({ requests }: Run): void {
  for (const [id, { told, lost, changes }] of requests) {
    const what = `request ${id}, told ${told}, changed ${changes} times`;
    if (changes > 1) throw new Error(`two changes: ${what}`);
    if (told === "changed" && changes !== 1) throw new Error(`claimed a change: ${what}`);
    if (/^(refused|not-sent)/.test(told) && changes !== 0) throw new Error(`denied a change: ${what}`);
    if (told === "unknown" && !lost) throw new Error(`unknown for no reason: ${what}`);
  }
}

/** Counts the changes at Solaris since the last count for the one request that can have made them. */
async function count(run: Run, id: string | undefined): Promise<void> {
  const { changes } = await run.fixture.sandbox.hasPin(run.cardId, "0000");
  const more = changes - run.changes;
  run.changes = changes;
  if (more === 0) return;
  const request = run.requests.get(id ?? "");
  if (request === undefined) throw new Error(`${more} changes that nobody asked for`);
  request.changes += more;
  run.newest = request;
}

/** Takes over what was sent since. @returns the id of the request that it was for */
function takeSent(run: Run): string | undefined {
  const { sent } = run.fixture.line;
  const fresh = sent.splice(0).filter(({ path }) => path.includes("/pin-change"));
  run.sent.push(...fresh);
  return fresh.map(requestIdOf).findLast((id) => id !== undefined);
}

function requestIdOf({ path, body }: Sent): string | undefined {
  const begun = /\/pin-change(s|-requests)$/.test(path);
  return begun ? (JSON.parse(body) as { request_id: string }).request_id : /\/pin-changes\/([^/]+)\//.exec(path)?.[1];
}

function tell(model: Model, run: Run, word: string): void {
  const request = run.requests.get(run.inHand ?? "");
  if (request !== undefined) request.told = word;
  model.at = word === "tan-awaited" || word.startsWith("failed") ? "tan" : "told";
}

export function change(way: PinChangeRoute, faults: readonly Fault[]): Command {
  return command(`change by ${way} ${wordsOf(faults)}`, ["idle", "told", "open"], async (model, run) => {
    const { fixture, cardId, requests } = run;
    if (model.at !== "idle") await leave().run(model, run);
    if (way !== "sms") await bindByTheWords(fixture.app.bridge); // an earlier fault may have unbound it
    takeSent(run);
    const pin = nextPin();
    const pass = await strikeAll(fixture, faults);
    const word = wordOf(await beginChange(fixture.app.bridge, way, cardId, pin));
    await pass();
    run.inHand = takeSent(run);
    if (run.inHand !== undefined) {
      requests.set(run.inHand, { pin, told: "", lost: faults.length > 0, changes: 0 });
    }
    await count(run, run.inHand);
    tell(model, run, word);
    if (word.startsWith("failed")) model.at = "open"; // nothing was sent; an earlier change may be open
  });
}

export function answerTan(tan: string, faults: readonly Fault[]): Command {
  return command(`answer ${tan === CODE ? "the" : "a wrong"} TAN ${wordsOf(faults)}`, ["tan"], async (model, run) => {
    const request = run.requests.get(run.inHand ?? "");
    if (request !== undefined) request.lost ||= faults.length > 0;
    const pass = await strikeAll(run.fixture, faults);
    const word = wordOf(await run.fixture.app.bridge.confirmTan(secretBytes(tan)));
    await pass();
    takeSent(run);
    await count(run, run.inHand);
    tell(model, run, word);
  });
}

export function resendTan(faults: readonly Fault[]): Command {
  return command(`have the TAN sent again ${wordsOf(faults)}`, ["tan"], async (model, run) => {
    const before = run.requests.get(run.inHand ?? "");
    const pass = await strikeAll(run.fixture, faults);
    const word = wordOf(await run.fixture.app.bridge.resendTan());
    await pass();
    const id = takeSent(run) ?? run.inHand;
    if (id !== undefined && before !== undefined && !run.requests.has(id)) {
      run.requests.set(id, { pin: before.pin, told: "", lost: before.lost, changes: 0 });
    }
    run.inHand = id;
    const request = run.requests.get(id ?? "");
    if (request !== undefined) request.lost ||= faults.length > 0;
    await count(run, id);
    tell(model, run, word);
  });
}

export function settle(faults: readonly Fault[]): Command {
  return command(`settle ${wordsOf(faults)}`, ["told", "open"], async (model, run) => {
    const pass = await strikeAll(run.fixture, faults);
    const word = wordOf(await run.fixture.app.bridge.settleOpenChange());
    await pass();
    run.inHand = takeSent(run) ?? run.inHand;
    await count(run, undefined);
    if (!word.startsWith("failed")) tell(model, run, word);
  });
}

export function leave(faults: readonly Fault[] = []): Command {
  return command(`leave ${wordsOf(faults)}`, ["tan", "told", "open"], async (model, run) => {
    const { app } = run.fixture;
    const before = await app.journalled();
    const pass = await strikeAll(run.fixture, faults);
    must(await app.bridge.endPinChange());
    await pass();
    takeSent(run);
    await count(run, undefined);
    const after = await app.journalled();
    const told = run.requests.get(run.inHand ?? "")?.told ?? "";
    const isOver = model.at === "tan" || /^(changed|refused|not-sent)/.test(told);
    if (model.at !== "open" && faults.length === 0 && isOver && after !== before - 1) {
      throw new Error(`told ${told} and left, and still in the journal`);
    }
    run.inHand = undefined;
    model.at = after > 0 ? "open" : "idle";
  });
}

export function replay(which: number): Command {
  return command(`replay ${which}`, anywhere, async (_model, run) => {
    const again = run.sent.filter(({ path }) => !path.endsWith("/settlement"));
    const one = again.at(-1 - (which % Math.max(1, again.length))); // a recent one: older ones were replayed before
    if (one === undefined) return;
    await send(run.fixture.servers.backendUrl(), one);
    await count(run, requestIdOf(one));
  });
}

export function restartApp(): Command {
  return command("restart the app", anywhere, async (model, run) => {
    const { app, person } = run.fixture;
    app.restart();
    must(await app.bridge.signIn(person));
    run.inHand = undefined;
    model.at = (await app.journalled()) > 0 ? "open" : "idle";
  });
}

/** Anything else that happens. */
export function happening(name: string, happen: (run: Run) => Promise<unknown>): Command {
  return command(name, anywhere, async (_model, run) => {
    await happen(run);
    await count(run, undefined);
  });
}

/** Settles and leaves everything: then the journal is empty, and no request of the walk, sent again, changes anything. */
export async function endRun(model: Model, run: Run): Promise<void> {
  const { app, line, sandbox, servers } = run.fixture;
  for (let round = 0; model.at !== "idle" && round < 20; round++) {
    if (model.at === "open") {
      await settleByTheWords(run.fixture, async (word) => {
        run.inHand = takeSent(run) ?? run.inHand;
        tell(model, run, word);
        if (word === "in-progress") await run.advance(60);
      });
    }
    await leave().run(model, run);
  }
  if ((await app.journalled()) > 0) throw new Error("the journal is not empty");
  for (const one of run.sent.toReversed()) await send(servers.backendUrl(), one);
  await count(run, undefined);
  holdInvariants(run);
  const { newest } = run;
  if (newest !== undefined && !(await sandbox.hasPin(run.cardId, newest.pin)).matches) {
    throw new Error("the card does not have the PIN of the last change");
  }
  line.sent.length = 0;
}

function wordsOf(faults: readonly Fault[]): string {
  return `(${faults.map(({ words }) => words).join(", ")})`;
}
