// docs/solaris-api.md §10: the documented statuses. Solaris may add others, and a control call may set any.
export const documentedCardStatuses = [
  "ACTIVE",
  "ACTIVATION_BLOCKED_BY_SOLARIS",
  "BLOCKED",
  "BLOCKED_BY_SOLARIS",
  "CLOSED",
  "CLOSED_BY_SOLARIS",
  "COUNTERFEIT_CARD",
  "FRAUD",
  "INACTIVE",
  "LOST",
  "NEVER_RECEIVED",
  "PROCESSING",
  "STOLEN",
] as const;

export type Person = {
  readonly id: string;
  readonly name: string;
  /** Undefined if Solaris has no number to send a code to. */
  mobileNumber: string | undefined;
  readonly accounts: readonly Account[];
};

export type Account = { readonly id: string; readonly personId: string; readonly cards: readonly Card[] };

/** A card exactly as the API shows it (docs/solaris-api.md §10). */
export type Card = {
  readonly id: string;
  status: string;
  readonly reference: string;
  readonly type: string;
  readonly expiration_date: string;
  readonly new_card_ordered: boolean;
  readonly person_id: string;
  readonly account_id: string;
  readonly business_id?: string;
  readonly representation: {
    readonly line_1: string;
    readonly line_2: string;
    readonly masked_pan: string;
    readonly formatted_expiration_date: string;
  };
};

/** Finds a person by id. */
export function findPerson(people: readonly Person[], id: string): Person | undefined {
  return people.find((person) => person.id === id);
}

/** Finds an account by id. */
export function findAccount(people: readonly Person[], id: string): Account | undefined {
  return people.flatMap((person) => person.accounts).find((account) => account.id === id);
}

/** Finds a card by id. */
export function findCard(people: readonly Person[], id: string): Card | undefined {
  return people
    .flatMap((person) => person.accounts)
    .flatMap((account) => account.cards)
    .find((card) => card.id === id);
}
