import type { ActivationLetter, RequestLetterRequest } from "../../src-contract/api/letter-schemas.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { type SolarisActivation, solarisActivation } from "../solaris/answers.ts";
import { readPastInstant } from "../solaris/instant.ts";
import { isOwn } from "../solaris/own-entry.ts";
import { readAllPages } from "../solaris/paging.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { SolarisRefusal, SolarisUnclear } from "../solaris/solaris-failure.ts";

const path = ["v1", "mfa", "challenges", "activation"];
const purpose = "DEVICE_BINDING";
const deliveryMethod = "SNAILMAIL";

/** A customer's letters whose code counts. It proves that there is none only if `leftOut` is 0. */
export interface ListedLetters {
  /** The newest first. */
  readonly letters: readonly ActivationLetter[];
  /** Unreadable entries, plus one if the list never ended. */
  readonly leftOut: number;
}

/** The customer's letters whose code counts as far as Solaris says (docs/solaris-api.md §6.6). */
export async function listLetters(
  solaris: Solaris,
  customer: CustomerIdentity,
  now: () => number,
): Promise<ListedLetters> {
  const query = { "filter[person_id]": customer.personId, "filter[include_expired]": "false" };
  const { entries, isComplete } = await readAllPages(solaris, { operation: "list_activations", path, query });
  const letters = new Map<string, ActivationLetter>();
  let leftOut = isComplete ? 0 : 1;
  for (const one of entries) {
    const parsed = solarisActivation.safeParse(one);
    if (!parsed.success) leftOut += 1;
    else if (isOwn(parsed.data, customer) && isLetter(parsed.data) && counts(parsed.data, now())) {
      letters.set(parsed.data.id, describe(parsed.data));
    }
  }
  if (leftOut > 0) solaris.log({ event: "solaris_entries_skipped", operation: "list_activations", count: leftOut });
  // All times are in one form and in UTC (instant.ts).
  const newestFirst = [...letters.values()].toSorted((one, other) =>
    (one.requested_at ?? "") < (other.requested_at ?? "") ? 1 : -1,
  );
  return { letters: newestFirst, leftOut };
}

/**
 * Has Solaris send the customer a letter. The code in Solaris' answer is not read: the letter proves something only as long as
 * nobody else has it.
 */
export async function requestLetter(
  solaris: Solaris,
  customer: CustomerIdentity,
  { invalidate_existing_code: invalidates = false }: RequestLetterRequest,
): Promise<ActivationLetter> {
  const body = {
    person_id: customer.personId,
    // Not MOBILE_APP: that would claim a phone (Q25).
    origin: "WEB",
    purpose,
    delivery_method: deliveryMethod,
    invalidate_existing_code: invalidates,
  };
  const query = invalidates ? { invalidate_existing_code: "true" } : {};
  const created = await solaris.call({ operation: "create_activation", method: "POST", path, query, body });
  // Another person's letter is no answer to this request.
  if (!isOwn(created, customer) || !isLetter(created)) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
  return describe(created);
}

/**
 * Ends a letter's code. Reports success only if Solaris' complete list no longer has it, whatever the request itself was
 * answered. Another customer's letter looks like one that does not exist.
 */
export async function cancelLetter(
  solaris: Solaris,
  customer: CustomerIdentity,
  letterId: string,
  now: () => number,
): Promise<void> {
  if (!(await hasLetter(solaris, customer, letterId, now))) throw new ProblemError("ERR_NOT_FOUND");
  const failure = await solaris
    .call({ operation: "delete_activation", method: "DELETE", path: [...path, letterId] })
    .then(
      () => null,
      (error: unknown) => {
        if (error instanceof SolarisRefusal || error instanceof SolarisUnclear) return error;
        throw error;
      },
    );
  if (!(await hasLetter(solaris, customer, letterId, now))) return;
  throw failure ?? new ProblemError("ERR_SOLARIS_UNAVAILABLE");
}

/**
 * Refuses a customer who has no code that counts: whatever they enter, Solaris cannot take it (Q26).
 * @throws ProblemError `ERR_CODE_EXPIRED`
 */
export async function requireActivationCode(
  solaris: Solaris,
  customer: CustomerIdentity,
  now: () => number,
): Promise<void> {
  const { letters, leftOut } = await listLetters(solaris, customer, now);
  if (letters.length === 0 && leftOut === 0) throw new ProblemError("ERR_CODE_EXPIRED");
}

async function hasLetter(
  solaris: Solaris,
  customer: CustomerIdentity,
  letterId: string,
  now: () => number,
): Promise<boolean> {
  const { letters, leftOut } = await listLetters(solaris, customer, now);
  const isThere = letters.some((one) => one.letter_id === letterId);
  if (!isThere && leftOut > 0) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
  return isThere;
}

/** The documents know this purpose and this way alone; what says another one is no letter for a device. */
function isLetter({ purpose: what, delivery_method: how }: SolarisActivation): boolean {
  return (what ?? purpose) === purpose && (how ?? deliveryMethod) === deliveryMethod;
}

function counts({ expires_at: until }: SolarisActivation, now: number): boolean {
  return until === undefined || Date.parse(until) > now;
}

function describe({ id, created_at: at, expires_at: until }: SolarisActivation): ActivationLetter {
  return { letter_id: id, requested_at: readPastInstant(at) ?? null, expires_at: until ?? null };
}
