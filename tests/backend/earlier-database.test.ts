// What an earlier version wrote into its database still says what became of each PIN change, and nothing is carried out twice.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import { controlSandbox } from "../../src-testing/sandbox-control.ts";
import { type KeptRow, readKeptLedger, startOnKeptDatabase } from "../fixtures/version-0.1.ts";
import { createKey, encryptPin, signText } from "../sandbox/partner.ts";
import { type Ask, ask, path, pinChange } from "./backend.ts";

/** Today's backend on the database of then, with its owner signed in. */
async function openKept(database: "ended" | "killed", settings: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "earlier-database-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const servers = await startOnKeptDatabase(database, folder, settings);
  onTestFinished(servers.close);
  const ledger = readKeptLedger(database);
  const signIn = async (name: string): Promise<Ask> => {
    const { json } = await ask(servers.backendUrl() + demoRoutes.signIn, "POST", { name });
    return (method, to, body) =>
      ask(servers.backendUrl() + to, method, body, { authorization: `Bearer ${json.token}` });
  };
  const owner = await signIn(ledger.customer);
  return { ...servers, ...ledger, signIn, owner, sandbox: controlSandbox(servers.sandboxUrl) };
}

const settle = async (owner: Ask, { request_id }: KeptRow) => {
  const { status, json } = await owner("POST", path.settlement(request_id));
  expect(status).toBe(200);
  const { card_id: _, request_id: __, changed_at: changedAt, ...record } = json;
  // The day on which that version ran, and not today.
  expect(changedAt?.slice(0, 10)).toBe(record.state === "changed" ? "2026-11-26" : undefined);
  return record;
};

/** What that version called its errors, and what they are called by now. */
const since: Readonly<Record<string, string>> = {
  pin_refused: "ERR_PIN_REFUSED",
  pin_key_outdated: "ERR_PIN_KEY_OUTDATED",
  pin_change_closed: "ERR_PIN_CHANGE_CLOSED",
};
const named = ({ problem, ...attempt }: KeptRow["left_as"][number]) => {
  if (problem === undefined) return attempt;
  const code = since[problem];
  if (code === undefined) throw new Error(`a row with the problem ${problem}`);
  return { ...attempt, problem: code };
};

/** What a row has to be read as. Written here apart from the backend's own rules. */
function readingOf({ left_as }: KeptRow): KeptRow["left_as"][number] {
  const attempts = left_as.map(named);
  const last = attempts.at(-1);
  const [first] = attempts;
  if (last === undefined || first === undefined) throw new Error("a row without an attempt");
  switch (last.state) {
    case "changed":
    case "refused":
    case "unknown":
      return last;
    case "not_received": // a second attempt that never came leaves the first one's end
      return first;
    case "received":
      return { state: "refused", problem: "ERR_SOLARIS_UNAVAILABLE" };
    case "authorization_required":
    case "awaiting_confirmation":
      return { state: "refused", problem: "ERR_PIN_CHANGE_CLOSED" };
    case "started":
    case "confirming":
      return { state: "unknown" };
    default:
      throw new Error(`a row in the state ${last.state}`);
  }
}

const codeOfReading = ({ state, problem }: ReturnType<typeof readingOf>): string | undefined =>
  ({ changed: undefined, unknown: "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", not_received: "ERR_PIN_CHANGE_CLOSED" })[state] ??
  problem;

const everyState = [
  "authorization_required",
  "awaiting_confirmation",
  "changed",
  "confirming",
  "not_received",
  "received",
  "refused",
  "started",
  "unknown",
];

it("the database of version 0.1 has a row in every state that it could leave", () => {
  const states = readKeptLedger("ended").rows.flatMap(({ left_as }) => left_as.map(({ state }) => state));
  expect([...new Set(states)].sort()).toEqual(everyState);
});

/** The ids in that version's rows have no secret; new ones have this one's. */
const keyed = { CUSTOMER_ID_SECRET: "the-first-secret-of-the-ids-in-rows" };

describe.each([
  ["ended", "ended", {}],
  ["killed", "killed", {}],
  ["ended, under a secret for the ids in rows", "ended", keyed],
] as const)("the database of version 0.1 that was %s", (_name, database, settings) => {
  it("says what became of each of its PIN changes, again after a restart", async () => {
    const { owner, rows, restart } = await openKept(database, settings);
    const read = async () => Promise.all(rows.map(async (row) => ({ how: row.how, ...(await settle(owner, row)) })));
    const expected = rows.map((row) => ({ how: row.how, ...readingOf(row) }));
    expect(await read()).toEqual(expected);
    await restart();
    expect(await read()).toEqual(expected);
  });

  it("carries out none of them a second time", async () => {
    const { owner, rows, sandbox } = await openKept(database, settings);
    const sent = rows.flatMap((row) => (row.sent === undefined ? [] : [{ row, sent: row.sent }]));
    expect(sent).not.toEqual([]);
    for (const { row, sent: request } of sent) {
      const { status, json } = await owner("POST", request.path, request.body);
      const code = codeOfReading(readingOf(row));
      expect([row.how, status === 200, json.code]).toEqual([row.how, code === undefined, code]);
    }
    for (const operation of ["pin_update", "sca_pin_update", "authorize_change_request", "confirm_change_request"]) {
      expect(await sandbox.arrivals(operation)).toBe(0);
    }
  });

  it("takes a new PIN change, and keeps it", async () => {
    const { owner, customer, sandbox, restart } = await openKept(database, settings);
    const [unrestricted, restricted] = [createKey(), createKey()];
    const keys = [
      { purpose: "unrestricted", key: unrestricted.point },
      { purpose: "restricted", key: restricted.point },
    ] as const;
    const { id } = await sandbox.addDevice(customer, "A computer", { keys });
    const card = (await owner("GET", routes.cards)).json.cards[0].id;
    const { json: jwk } = await owner("GET", path.pinKey(card));
    const encrypted_pin = encryptPin(jwk, "7305");
    const body = pinChange(id, { encrypted_pin, key_id: jwk.kid, signature: signText(restricted, encrypted_pin) });
    expect((await owner("POST", path.pinChanges(card), body)).json).toEqual({ outcome: "changed" });
    expect(await sandbox.hasPin(card, "7305")).toEqual({ matches: true, changes: 1 });
    await restart();
    expect((await owner("POST", path.settlement(body.request_id))).json).toMatchObject({ state: "changed" });
    expect((await owner("POST", path.pinChanges(card), body)).json).toEqual({ outcome: "changed" });
    expect(await sandbox.hasPin(card, "7305")).toEqual({ matches: true, changes: 1 });
  });
});

it.each([
  ["without a secret", {}],
  ["under a secret", keyed],
] as const)(
  "a code that version 0.1 had sent is taken to Solaris, from its own customer alone: %s",
  async (_n, settings) => {
    const { signIn, owner, sandbox, pending_device: pending } = await openKept("ended", settings);
    if (pending === undefined) throw new Error("there is no pending device");
    const { device_id, challenge_id, signature } = pending;
    await owner("POST", path.verification(device_id), { challenge_id, signature });
    expect(await sandbox.arrivals("verify_challenge")).toBe(0);
    await (await signIn(pending.customer))("POST", path.verification(device_id), { challenge_id, signature });
    expect(await sandbox.arrivals("verify_challenge")).toBe(1);
  },
);
