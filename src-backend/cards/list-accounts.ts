import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { solarisAccount } from "../solaris/answers.ts";
import { readAllPages } from "../solaris/paging.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { SolarisRefusal } from "../solaris/solaris-failure.ts";

/** Each costs a call of its own, and all share one time limit. */
const MOST_ACCOUNTS = 50;

/** A customer's accounts as read. A missing one proves nothing unless all were read. */
export interface ListedAccounts {
  /** The owner of each account, which may be another person, by the account's id. */
  readonly owners: ReadonlyMap<string, string>;
  readonly leftOut: number;
  readonly isComplete: boolean;
}

/**
 * The customer's accounts: those of the demonstration, or Solaris' own list (docs/solaris-api.md §10). The app has no say.
 * @throws ProblemError `ERR_NO_CARDHOLDER` if Solaris does not know the person
 */
export async function listAccounts(
  solaris: Solaris,
  { accountIds, personId }: Pick<CustomerIdentity, "accountIds" | "personId">,
): Promise<ListedAccounts> {
  if (accountIds !== null) {
    return { owners: new Map(accountIds.map((id) => [id, personId])), leftOut: 0, isComplete: true };
  }
  const { entries, isComplete } = await readEntries(solaris, personId);
  const owners = new Map<string, string>();
  let leftOut = 0;
  for (const entry of entries) {
    const parsed = solarisAccount.safeParse(entry);
    if (!parsed.success) {
      leftOut += 1;
      continue;
    }
    const { id, person_id: owner } = parsed.data;
    // If two entries with one id disagree, the account is the other person's: then its cards have to name ours.
    if (!owners.has(id) || (owner && owner !== personId)) owners.set(id, owner || personId);
  }
  if (leftOut > 0) solaris.log({ event: "solaris_entries_skipped", operation: "list_accounts", count: leftOut });
  if (owners.size <= MOST_ACCOUNTS) return { owners, leftOut, isComplete };
  solaris.log({ event: "solaris_list_cut", operation: "list_accounts" });
  const first = new Map([...owners].slice(0, MOST_ACCOUNTS));
  return { owners: first, leftOut: leftOut + owners.size - MOST_ACCOUNTS, isComplete };
}

async function readEntries(solaris: Solaris, personId: string) {
  try {
    return await readAllPages(solaris, { operation: "list_accounts", path: ["v1", "persons", personId, "accounts"] });
  } catch (error) {
    throw saysNobody(error) ? new ProblemError("ERR_NO_CARDHOLDER") : error;
  }
}

/** Whether Solaris says that it knows no such person. Of a later page it may only mean that there is none. */
function saysNobody(error: unknown): boolean {
  if (!(error instanceof SolarisRefusal) || error.error?.status !== 404) return false;
  return (
    error.call.query?.["page[number]"] === "1" && error.error.entries.some(({ code }) => code === "model_not_found")
  );
}
