import type { Card } from "../api/cards.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { type SolarisCard, solarisCard } from "../solaris/answers.ts";
import { readAllPages } from "../solaris/paging.ts";
import { type Solaris, SolarisRefusal } from "../solaris/solaris-client.ts";

/** As many as fit into the 64 KiB that the app reads. */
const MOST_CARDS = 150;

/** The customer's cards of all their accounts, as the app shows them. */
export async function listCards(solaris: Solaris, customer: CustomerIdentity): Promise<Card[]> {
  const cards = (await readCards(solaris, customer)).map(describeCard);
  if (cards.length > MOST_CARDS) solaris.log({ event: "solaris_list_cut", operation: "list_cards" });
  return cards.slice(0, MOST_CARDS);
}

/**
 * Makes sure that the card is one of the customer's. Somebody else's answers like one that does not exist: only the
 * customer's own list is asked, so Solaris is not asked about the id at all.
 */
export async function requireOwnCard(solaris: Solaris, customer: CustomerIdentity, cardId: string): Promise<void> {
  const cards = await readCards(solaris, customer);
  if (!cards.some((card) => card.id === cardId)) throw new ProblemError("not_found");
}

// solaris-api §10: there is no list by person, so it goes by way of the accounts.
async function readCards(solaris: Solaris, customer: CustomerIdentity): Promise<SolarisCard[]> {
  const lists = await Promise.all(customer.accountIds.map((accountId) => readAccount(solaris, accountId)));
  // An account can have cards of several people.
  return lists.flat().filter((card) => card.person_id === undefined || card.person_id === customer.personId);
}

async function readAccount(solaris: Solaris, accountId: string): Promise<SolarisCard[]> {
  try {
    const call = { operation: "list_cards", path: ["v1", "accounts", accountId, "cards"] } as const;
    return await readAllPages(solaris, call, solarisCard);
  } catch (error) {
    if (!(error instanceof SolarisRefusal) || error.error.status !== 404) throw error;
    // An account that has ended must not hide the cards of the others.
    solaris.log({ event: "account_unknown_to_solaris" });
    return [];
  }
}

function describeCard(card: SolarisCard): Card {
  return {
    id: card.id,
    status: card.status,
    type: card.type,
    masked_pan: maskPan(card.representation?.masked_pan ?? ""),
    // `/` stands between first and last names (§10).
    name_on_card: (card.representation?.line_1 ?? "").replace("/", " ").trim().slice(0, 64),
    expires: formatExpiry(card),
  };
}

/** Passes on a masked PAN, and masks what is not: at most the first six and the last four digits (PCI DSS 3.4.1). */
function maskPan(pan: string): string {
  if (!/^[0-9*xX. -]{4,32}$/.test(pan)) return "";
  const digits = pan.replace(/[^0-9]/g, "");
  return digits.length <= 10 ? pan : `${"*".repeat(12)}${digits.slice(-4)}`;
}

function formatExpiry(card: SolarisCard): string {
  const formatted = card.representation?.formatted_expiration_date ?? "";
  if (/^\d\d\/\d\d$/.test(formatted)) return formatted;
  const [, year, month] = /^\d\d(\d\d)-(\d\d)-\d\d/.exec(card.expiration_date ?? "") ?? [];
  return year === undefined || month === undefined ? "" : `${month}/${year}`;
}
