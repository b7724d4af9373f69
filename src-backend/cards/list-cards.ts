import type { Card, Cards } from "../../src-contract/api/card-schemas.ts";
import { NAME_ON_CARD_LONGEST } from "../../src-contract/api/card-schemas.ts";
import { ProblemError } from "../http/problem-error.ts";
import type { CustomerIdentity } from "../sign-in/customer-identity.ts";
import { type SolarisCard, solarisCard } from "../solaris/answers.ts";
import { readAllPages } from "../solaris/paging.ts";
import type { Solaris } from "../solaris/solaris-client.ts";
import { SolarisRefusal } from "../solaris/solaris-failure.ts";
import { listAccounts } from "./list-accounts.ts";

/** They fit into the 64 KiB that the app reads. */
const MOST_CARDS = 150;
/** These mean that an account has ended or is not ours to read. Other statuses say nothing about the account. */
const accountEnded: ReadonlySet<number> = new Set([400, 403, 404, 410]);

/** A customer's cards as read. It proves that a card is absent only if nothing was left out. */
interface ListedCards {
  readonly cards: readonly SolarisCard[];
  readonly cardsLeftOut: number;
  readonly accountsLeftOut: number;
  readonly isComplete: boolean;
}

/** The cards of all the customer's accounts, as the app shows them, and how many it cannot show. */
export async function listCards(solaris: Solaris, customer: CustomerIdentity): Promise<Cards> {
  const { cards, cardsLeftOut, accountsLeftOut, isComplete } = await readCards(solaris, customer);
  const tooMany = Math.max(0, cards.length - MOST_CARDS);
  if (tooMany > 0) solaris.log({ event: "solaris_list_cut", operation: "list_cards" });
  return {
    cards: cards.slice(0, MOST_CARDS).map(describeCard),
    cards_left_out: cardsLeftOut + tooMany,
    accounts_left_out: accountsLeftOut,
    truncated: !isComplete || tooMany > 0,
  };
}

/**
 * Makes sure that the card is the customer's. Another customer's card looks like one that does not exist: this only reads
 * the customer's own list, and never asks Solaris about the id.
 * @throws ProblemError `ERR_NOT_FOUND`, or `ERR_SOLARIS_UNAVAILABLE` if the list is incomplete
 */
export async function requireOwnCard(solaris: Solaris, customer: CustomerIdentity, cardId: string): Promise<void> {
  const { cards, cardsLeftOut, accountsLeftOut, isComplete } = await readCards(solaris, customer);
  if (cards.some((card) => card.id === cardId)) return;
  const isKnown = isComplete && cardsLeftOut === 0 && accountsLeftOut === 0;
  throw new ProblemError(isKnown ? "ERR_NOT_FOUND" : "ERR_SOLARIS_UNAVAILABLE");
}

// docs/solaris-api.md §10: there is no list by person, so this goes through the accounts.
async function readCards(solaris: Solaris, customer: CustomerIdentity): Promise<ListedCards> {
  const accounts = await listAccounts(solaris, customer);
  const lists = await Promise.all([...accounts.owners].map(([id, owner]) => readAccount(solaris, id, owner)));
  const cards = new Map<string, SolarisCard>();
  let cardsLeftOut = 0;
  for (const { owner, entry } of lists.flatMap((list) => list?.cards ?? [])) {
    const parsed = solarisCard.safeParse(entry);
    if (!parsed.success) cardsLeftOut += 1;
    // An account can have several people's cards, and can be another person's.
    else if ((parsed.data.person_id || owner) === customer.personId) cards.set(parsed.data.id, parsed.data);
  }
  if (cardsLeftOut > 0) solaris.log({ event: "solaris_entries_skipped", operation: "list_cards", count: cardsLeftOut });
  return {
    cards: [...cards.values()],
    cardsLeftOut,
    accountsLeftOut: accounts.leftOut + lists.filter((list) => list === null).length,
    isComplete: accounts.isComplete && lists.every((list) => list?.isComplete !== false),
  };
}

/** Null if Solaris refuses this account: a closed one must not hide the cards of the others. */
async function readAccount(solaris: Solaris, accountId: string, owner: string) {
  try {
    const call = { operation: "list_cards", path: ["v1", "accounts", accountId, "cards"] } as const;
    const { entries, isComplete } = await readAllPages(solaris, call);
    return { cards: entries.map((entry) => ({ owner, entry })), isComplete };
  } catch (error) {
    if (!(error instanceof SolarisRefusal) || !accountEnded.has(error.error?.status ?? 0)) throw error;
    solaris.log({ event: "account_refused_by_solaris" });
    return null;
  }
}

function describeCard(card: SolarisCard): Card {
  return {
    id: card.id,
    status: card.status,
    type: card.type,
    masked_pan: maskPan(card.representation?.masked_pan ?? ""),
    // `/` stands between first and last names (§10).
    name_on_card: (card.representation?.line_1 ?? "").replace("/", " ").trim().slice(0, NAME_ON_CARD_LONGEST),
    expires: formatExpiry(card),
  };
}

/** Passes on a masked PAN, and masks any other: at most the first six and the last four digits stay (PCI DSS 3.4.1). */
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
