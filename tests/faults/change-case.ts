import { setTimeout as pause } from "node:timers/promises";
import type { PinChangeRecord } from "../../src-contract/api/pin-change-schemas.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { RunningServers } from "../../src-testing/servers-here.ts";
import { answerTan, beginChange, bindByTheWords, must, wordOf } from "./cardholder.ts";
import { type CaseResult, createFindings } from "./case-result.ts";
import { type Fault, strikeAll } from "./fault.ts";
import type { Fixture } from "./fixture.ts";
import type { Sent } from "./line.ts";
import { findSecrets, secretsOf } from "./secrets.ts";

/** A PIN change that meets faults, and how it has to end. */
export interface ChangeCase {
  readonly way: PinChangeRoute;
  /** They strike from the beginning, and end once the cardholder has been told something. */
  readonly faults?: readonly Fault[];
  /** They strike once the app waits for the TAN. */
  readonly atTan?: readonly Fault[];
  /** What the cardholder enters before the TAN that was sent. */
  readonly wrongTans?: readonly string[];
  /** All that the window is told, in order, until the change has ended: the answers when it asks again, too. */
  readonly told: readonly string[];
  /** The PIN that the card has afterwards. */
  readonly pin: "new" | "old";
  /** The ledger could not record the refusal; it does when the cardholder leaves the change. */
  readonly isClosedOnLeaving?: true;
  /** What the backend says of it afterwards, if that differs from what the window was told last. */
  readonly settled?: PinChangeRecord["state"];
}

const stateOfWord: Record<string, PinChangeRecord["state"]> = {
  changed: "changed",
  refused: "refused",
  failed: "not_received",
  "not-sent": "not_received",
  unknown: "unknown",
};

export function nameOf({ way, faults = [], atTan = [], wrongTans = [] }: ChangeCase): string {
  const words = [...faults.map((fault) => fault.words), ...atTan.map((fault) => `with the TAN awaited ${fault.words}`)];
  return [way, ...words, ...(wrongTans.length > 0 ? [`${wrongTans.length} wrong TANs`] : [])].join(", ");
}

/** A PIN that no rule forbids, and another one than last time. */
let lastPin = 0;
export function nextPin(): string {
  lastPin = (lastPin + 1) % 7;
  return ["9406", "8291", "7305", "7316", "7294", "6174", "3905"][lastPin] ?? "";
}

/**
 * Runs one case: the change with its faults. Then sends all its requests again, past the app, asks the backend what became
 * of the change, and makes another change, which has to work.
 */
export async function runChangeCase(fixture: Fixture, one: ChangeCase): Promise<CaseResult> {
  const { findings, expectSame } = createFindings(nameOf(one));
  const { app, cardId, line, sandbox, folder } = fixture;
  const { bridge } = app;
  line.sent.length = 0;
  try {
    const pin = nextPin();
    const before = (await sandbox.hasPin(cardId, pin)).changes;
    const told = await changeWithFaults(fixture, one, cardId, pin, expectSame);
    expectSame("told", told, one.told);

    const after = await sandbox.hasPin(cardId, pin);
    expectSame("pin", after.matches ? "new" : "old", one.pin);
    findings.doubles += Math.max(0, after.changes - before - 1);

    const sent = [...line.sent];
    if (one.isClosedOnLeaving) must(await bridge.endPinChange());
    await sendAgain(fixture.servers, sent);
    const replayed = (await sandbox.hasPin(cardId, pin)).changes;
    findings.doubles += replayed - after.changes;
    const state = one.settled ?? stateOfWord[(told.at(-1) ?? "").split(" ")[0] ?? ""];
    for (const settled of await settleRaw(fixture, sent)) expectSame("settled", settled, state);

    must(await bridge.endPinChange());
    expectSame("journal", await app.journalled(), 0);
    await bindByTheWords(bridge);
    const next = nextPin();
    expectSame("another change", await changeSimply(bridge, one.way, cardId, next), "changed");
    const end = await sandbox.hasPin(cardId, next);
    expectSame("its PIN", end, { matches: true, changes: Math.max(end.changes, replayed + 1) });
    findings.doubles += Math.max(0, end.changes - replayed - 1);
    findings.secrets.push(...(await findSecrets(folder, secretsOf(line.sent, await app.privateKeys()))));
  } catch (error) {
    findings.wrong.push(`did not come to its end: ${error instanceof Error ? error.message : error}`);
    await sandbox.clearFaults();
    await line.mend();
    await fixture.servers.startBackend();
    await bridge.endPinChange();
  }
  return findings;
}

async function changeWithFaults(
  fixture: Fixture,
  { way, faults = [], atTan = [], wrongTans = [] }: ChangeCase,
  cardId: string,
  pin: string,
  expectSame: ReturnType<typeof createFindings>["expectSame"],
): Promise<string[]> {
  const { bridge } = fixture.app;
  const told: string[] = [];
  let pass = await strikeAll(fixture, faults);
  const allPass = async () => {
    expectSame("struck", await pass(), true);
    pass = async () => true;
  };
  const tell = async (word: string) => {
    if (told.at(-1) !== word || word.startsWith("failed")) told.push(word);
    await allPass();
  };
  const first = wordOf(await beginChange(bridge, way, cardId, pin));
  if (first === "tan-awaited") {
    await allPass();
    pass = await strikeAll(fixture, atTan);
    await answerTan(bridge, wrongTans, tell);
  } else {
    await tell(first);
  }
  // The answer can still become a better one.
  const last = told.at(-1);
  if (last === "unknown" || last === "in-progress") await settleByTheWords(fixture, tell);
  return told;
}

/** Asks what became of the open change until it has ended, as the window does. */
export async function settleByTheWords({ app }: Fixture, tell: (word: string) => Promise<void>): Promise<void> {
  for (;;) {
    const word = wordOf(await app.bridge.settleOpenChange());
    await tell(word);
    if (word !== "in-progress") return;
    await pause(100); // the window polls too: nothing tells it
  }
}

/** A change that meets no fault. */
export async function changeSimply(
  bridge: DesktopBridge,
  way: PinChangeRoute,
  cardId: string,
  pin: string,
): Promise<string> {
  let word = wordOf(await beginChange(bridge, way, cardId, pin));
  if (word === "tan-awaited") {
    await answerTan(bridge, [], async (next) => {
      word = next;
    });
  }
  must(await bridge.endPinChange());
  return word;
}

/**
 * Sends all requests that were to change something again, past the app: same address, same token, same body. The last one
 * first, because a new authorisation makes an earlier confirmation worthless.
 */
export async function sendAgain(servers: Pick<RunningServers, "backendUrl">, sent: readonly Sent[]): Promise<void> {
  for (const request of sent.toReversed()) {
    if (!request.path.endsWith("/settlement")) await send(servers.backendUrl(), request);
  }
}

/** What the backend says of the last change that was sent, once it has ended; empty if none was sent. */
async function settleRaw({ servers }: Fixture, sent: readonly Sent[]): Promise<string[]> {
  const last = sent.findLast(({ path }) => /\/pin-change(s|-requests)$/.test(path));
  if (last === undefined) return [];
  const { request_id: id } = JSON.parse(last.body) as { request_id: string };
  for (;;) {
    const answer = await send(servers.backendUrl(), { ...last, path: `/v1/pin-changes/${id}/settlement`, body: "" });
    const { state } = (await answer.json()) as { state: string };
    if (state !== "in_progress") return [state];
    await pause(100);
  }
}

export function send(origin: string, { method, path, authorization = "", body }: Sent): Promise<Response> {
  const type = body === "" ? {} : { "content-type": "application/json" };
  const headers = { authorization, connection: "close", ...type };
  return fetch(origin + path, { method, headers, ...(body !== "" && { body }) });
}
