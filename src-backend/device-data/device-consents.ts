import type { DeviceConsent } from "../../src-contract/api/consent-schemas.ts";
import { failureFields } from "../database/database-failed.ts";
import { recordOrRefuse } from "../database/record-or-refuse.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import type { SolarisConsent } from "../solaris/answers.ts";
import { isOwn } from "../solaris/own-entry.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import type { ConsentRecords } from "./consent-records.ts";

/** What a customer says of device data, in Solaris' words (docs/solaris-api.md §9). */
type Said = "APPROVED" | "REJECTED";

/**
 * Tells Solaris that the customer consents to device data, and notes the consent. If it cannot be noted, nobody could withdraw
 * it later: so Solaris is told at once that it counts no more.
 * @throws ProblemError `ERR_SOLARIS_UNAVAILABLE`; SolarisRefusal, SolarisUnclear
 */
export async function giveConsent(
  solaris: Solaris,
  records: Pick<ConsentRecords, "add">,
  customer: CustomerIdentity,
  now: () => number,
): Promise<DeviceConsent> {
  const at = secondOf(now());
  const call = {
    operation: "create_consent",
    method: "POST",
    path: pathOf(customer),
    body: saying("APPROVED", at),
  } as const;
  const created = await solaris.call(call);
  // Another person's consent is no answer to this request, and neither is one that says no.
  if (!isOwn(created, customer) || !says(created, "APPROVED")) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
  const note = async (): Promise<DeviceConsent> => {
    const noted = await records.add(customer.rowIds, created.id, at);
    if (noted === null) throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
    solaris.log({ event: "device_consent", said: "given" });
    return noted;
  };
  try {
    return await recordOrRefuse(solaris.log, "device_consents", note, "ERR_SOLARIS_UNAVAILABLE");
  } catch (error) {
    // The request is refused either way. What fails here is in the log (solaris_call_failed, solaris_answer_unclear).
    await tellWithdrawal(solaris, customer, created.id, secondOf(now())).catch(() => undefined);
    throw error;
  }
}

/**
 * Withdraws a consent. From its first step on no device data is taken under it, whatever Solaris answers then; that Solaris
 * knows it, is said only if it answered so. Another customer's consent looks like one that does not exist.
 * @throws ProblemError `ERR_NOT_FOUND`, `ERR_NOT_RECORDED`, `ERR_SOLARIS_UNAVAILABLE`; SolarisRefusal, SolarisUnclear
 */
export async function withdrawConsent(
  solaris: Solaris,
  records: Pick<ConsentRecords, "suspend" | "noteWithdrawal">,
  customer: CustomerIdentity,
  consentId: string,
  now: () => number,
): Promise<void> {
  const suspend = () => records.suspend(customer.rowIds, consentId);
  const consent = await recordOrRefuse(solaris.log, "device_consents", suspend);
  if (consent === null) throw new ProblemError("ERR_NOT_FOUND");
  if (consent.withdrawn_at !== null) return;
  const at = secondOf(now());
  await tellWithdrawal(solaris, customer, consentId, at);
  solaris.log({ event: "device_consent", said: "withdrawn" });
  // Solaris' answer stands even if this fails: then it is told as not withdrawn, and can be withdrawn again.
  await records.noteWithdrawal(customer.rowIds, consentId, at).catch((error: unknown) => {
    solaris.log({ event: "database_failed", use: "device_consents", ...failureFields(error) });
  });
}

async function tellWithdrawal(
  solaris: Solaris,
  customer: CustomerIdentity,
  consentId: string,
  at: string,
): Promise<void> {
  const path = [...pathOf(customer), consentId];
  const changed = await solaris.call({
    operation: "change_consent",
    method: "PATCH",
    path,
    body: saying("REJECTED", at),
  });
  const isThisOne = changed.id === undefined || changed.id === null || changed.id === consentId;
  if (!isThisOne || !isOwn(changed, customer) || !says(changed, "REJECTED")) {
    throw new ProblemError("ERR_SOLARIS_UNAVAILABLE");
  }
}

function pathOf({ personId }: CustomerIdentity): string[] {
  return ["v1", "persons", personId, "device_consents"];
}

function saying(what: Said, at: string) {
  return { event_type: what, confirmed_at: at };
}

/** Absent, as its id alone is enough of an answer; anything else contradicts. */
function says({ event_type: said }: Pick<SolarisConsent, "event_type">, what: Said): boolean {
  return said === undefined || said === null || said === what;
}

/** The second that has begun, because Solaris refuses a time that is yet to come by its clock (docs/solaris-api.md §9). */
function secondOf(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}
