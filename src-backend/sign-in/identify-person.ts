import { NAME_LONGEST, opaqueId } from "../../src-contract/api/identifiers.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { Log, NoCardholderReason } from "../server-log.ts";
import type { CustomerIdentity } from "./customer-identity.ts";
import { customerIdOf, type RowSecrets, rowIdsOf } from "./customer-ids.ts";
import type { FoundPerson } from "./found-person.ts";
import { createPersonLookup, type LookupConfig } from "./person-lookup.ts";
import type { PersonTable } from "./person-table.ts";
import { subjectId } from "./subject.ts";
import type { VerifiedToken } from "./verified-token.ts";

/** Where the person of a token is looked for, in this order; at least one of the three. */
export interface PersonConfig {
  /** The claim with Solaris' person id. */
  readonly claim?: string | undefined;
  readonly lookup?: LookupConfig | undefined;
  readonly table?: PersonTable | undefined;
  /** The claim with the person's name, unless the look-up or the table has one. */
  readonly nameClaim: string;
}

/**
 * Whom a valid token stands for, apart from how they signed in.
 * @throws ProblemError `ERR_NO_CARDHOLDER`, `ERR_SIGN_IN_UNAVAILABLE`
 */
export type IdentifyPerson = (
  token: Pick<VerifiedToken, "subject" | "claims">,
) => Promise<Omit<CustomerIdentity, "signedIn">>;

/** What a window shows of somebody whose name nobody told. */
const nameless = "—";
/** Control characters, broken ones, and those that turn the direction of the text around them. */
const unshowable = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu;

/** Creates it. @param monotonic in milliseconds */
export function createIdentifyPerson(
  { claim, lookup, table, nameClaim }: PersonConfig,
  secrets: RowSecrets | undefined,
  log: Log,
  monotonic: () => number,
): IdentifyPerson {
  const lookUp = lookup && createPersonLookup(lookup, log, monotonic);

  const nobody = (reason: NoCardholderReason): ProblemError => {
    log({ event: "sign_in_refused", reason });
    return new ProblemError("ERR_NO_CARDHOLDER");
  };

  const find = async ({ subject, claims }: Pick<VerifiedToken, "subject" | "claims">): Promise<FoundPerson> => {
    if (claim !== undefined && Object.hasOwn(claims, claim)) {
      // The provider means to say who it is. If that is no id, nobody else is asked, who might name another person.
      const id = opaqueId.safeParse(claims[claim]);
      if (!id.success) throw nobody("claim_unusable");
      return { personId: id.data };
    }
    if (lookUp === undefined && table === undefined) throw nobody("claim_missing");
    if (!subjectId.safeParse(subject).success) throw nobody("subject_unusable");
    const found = (await lookUp?.(subject)) ?? table?.get(subject);
    if (found === undefined) throw nobody("subject_unknown");
    return found;
  };

  return async (token) => {
    const { personId, name } = await find(token);
    return {
      customerId: customerIdOf(personId),
      rowIds: rowIdsOf(personId, secrets),
      name: showable(name) ?? showable(token.claims[nameClaim]) ?? nameless,
      personId,
      accountIds: null,
    };
  };
}

function showable(name: unknown): string | undefined {
  if (typeof name !== "string") return undefined;
  return name.slice(0, NAME_LONGEST).replace(unshowable, " ").trim() || undefined;
}
