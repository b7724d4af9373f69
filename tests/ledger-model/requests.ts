import { ProblemError } from "../../src-backend/http/problem-error.ts";
import { authorizeChange } from "../../src-backend/pin-changes/authorize-change.ts";
import type { PinChangeDependencies } from "../../src-backend/pin-changes/begin-pin-change.ts";
import { changePin } from "../../src-backend/pin-changes/change-pin.ts";
import { confirmChange } from "../../src-backend/pin-changes/confirm-change.ts";
import { createChangeRequest } from "../../src-backend/pin-changes/create-change-request.ts";
import type { Ledger } from "../../src-backend/pin-changes/ledger.ts";
import { createRecords } from "../../src-backend/pin-changes/records.ts";
import { settlePinChange } from "../../src-backend/pin-changes/settle-pin-change.ts";
import type { CustomerIdentity } from "../../src-backend/sign-in/customer-identity.ts";
import type { SolarisOperation } from "../../src-backend/solaris/operations.ts";
import type { Solaris } from "../../src-backend/solaris/solaris-client.ts";
import { errorMeaning, type ProblemCode } from "../../src-contract/errors/error-codes.ts";
import { usual } from "../backend/usual-config.ts";

/** What the app asks for, always under one request id. `again`: the second attempt, after Solaris refused the key. */
export const requestKinds = ["change", "again", "settle", "open", "authorize", "confirm"] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What Solaris' answer makes of a call: `yes`, or a problem. */
export type Said = "yes" | ProblemCode;

/** All that a request of the backend can see of the world. */
export interface Surroundings {
  readonly ledger: Ledger;
  readonly callSolaris: (operation: SolarisOperation) => Promise<Said>;
  /** Whether the hold of a row that is under way looks over, by this instance's clock. */
  readonly isHoldOver: () => boolean;
}

/** An answer to the app, and what it says of the PIN. */
export interface Told {
  /** `promised`: unchanged, and it stays so. `unchanged`: so far. */
  readonly claims: "changed" | "promised" | "unchanged" | "nothing";
  readonly words: string;
  /** Of a settlement, whose answers are final but for `in_progress`. */
  readonly settled?: "changed" | "refused" | "not_received" | "unknown";
}

const customer: CustomerIdentity = {
  customerId: "ada",
  rowIds: ["ada"],
  name: "Ada",
  personId: "person",
  accountIds: ["account"],
  signedIn: null,
};
const card = "card";
export const requestId = "8a1d3c52-5a0c-4f5e-9d3b-1f1f0a4f7c11";
const signed = { request_id: requestId, device_id: "device", encrypted_pin: "a.b.c.d.e", key_id: "k", signature: "00" };
const route = "sms";
/** Nothing is counted, and nobody waits for a turn: limits and turns are not what keeps a change from happening twice. */
const count = async () => {};
const newChange = { require: async () => {}, count };
const unrecorded = { count, takeTurns: (close: () => Promise<void>) => close() };
/** A clock that is later than any hold. */
const AFTER_HOLD_MS = 60_000;

/** Runs the backend's own code for one request, in the surroundings given. */
export async function runRequest(kind: RequestKind, surroundings: Surroundings): Promise<Told> {
  const dependencies = dependenciesOf(surroundings);
  try {
    switch (kind) {
      case "change":
        await changePin(dependencies, customer, card, { ...signed, attempt: 1 }, newChange);
        return { claims: "changed", words: "changed" };
      case "again":
        await changePin(dependencies, customer, card, { ...signed, key_id: "newer", attempt: 2 }, newChange);
        return { claims: "changed", words: "changed" };
      case "open": {
        const body = {
          request_id: requestId,
          attempt: 1 as const,
          encrypted_pin: "a.b.c.d.e",
          key_id: "k",
          route,
        } as const;
        await createChangeRequest(dependencies, customer, card, body, newChange);
        return { claims: "nothing", words: "authorization_required" };
      }
      case "authorize":
        await authorizeChange(dependencies, customer, requestId, { route }, count);
        return { claims: "nothing", words: "authorized" };
      case "confirm":
        await confirmChange(dependencies, customer, requestId, { route, tan: "123456" }, count);
        return { claims: "changed", words: "changed" };
      case "settle":
        return settlementAs(await settlePinChange(dependencies, customer, requestId, unrecorded));
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return problemAs(kind, error.code);
  }
}

/** The vocabulary of errors says what a code claims (src-contract/errors/error-entry.ts). */
function problemAs(kind: RequestKind, code: ProblemCode): Told {
  if (errorMeaning(code).pinChange !== "not-changed") return { claims: "nothing", words: code };
  // A change by TAN goes on after such an answer.
  return { claims: kind === "change" || kind === "again" ? "promised" : "unchanged", words: code };
}

function settlementAs({ state, problem }: Awaited<ReturnType<typeof settlePinChange>>): Told {
  const words = problem === undefined ? state : `${state}, ${problem}`;
  if (state === "in_progress") return { claims: "nothing", words };
  const claims = state === "changed" ? "changed" : state === "unknown" ? "nothing" : "promised";
  return { claims, words, settled: state };
}

function dependenciesOf({ ledger, callSolaris, isHoldOver }: Surroundings): PinChangeDependencies {
  const now = () => (isHoldOver() ? AFTER_HOLD_MS : 0);
  const records = createRecords({
    ledger,
    // An instance that remembers nothing: what it has in hand may be another one's.
    inFlight: { take: () => () => {}, heldFor: () => null, untilEmpty: async () => {} },
    mayHaveForgotten: () => false,
    isLost: async () => false,
    isShared: true,
    log: () => {},
    now,
    solarisTimeoutMs: 5000,
  });
  const { policy, changeRequestSeconds } = usual;
  return { records, openSolaris: () => solarisOf(callSolaris), policy, now, changeRequestSeconds };
}

/** Only the calls that a row depends on can go wrong: a list that cannot be read is one of them (`list_cards`). */
function solarisOf(callSolaris: Surroundings["callSolaris"]): Solaris {
  const headers = { total: "1" };
  const call = async ({ operation }: { operation: SolarisOperation }) => {
    if (operation === "list_devices") return { entries: [{ id: "device" }], headers };
    const said = await callSolaris(operation);
    if (said !== "yes") throw new ProblemError(said);
    return operation === "list_cards" ? { entries: [{ id: card }], headers } : { id: "request-at-solaris" };
  };
  return { log: () => {}, call } as unknown as Solaris;
}
