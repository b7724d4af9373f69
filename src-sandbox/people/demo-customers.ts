import { createHash } from "node:crypto";
import { type Account, type Card, documentedCardStatuses, type Person } from "./person.ts";

type CardPlan = { readonly status: string; readonly type: string };

/** One line of a DEMO_CUSTOMERS file. */
export type DemoCustomer = { readonly name: string; readonly person_id: string; readonly accounts: readonly string[] };

const oneActiveCard: readonly CardPlan[] = [{ status: "ACTIVE", type: "VISA_DEBIT" }];

// Every documented status once, and one undocumented; more than fit on one page of ten.
const cardsInEveryStatus: readonly CardPlan[] = [...documentedCardStatuses, "UNDER_REVIEW"].map((status, index) => ({
  status,
  type: index % 2 === 0 ? "MASTERCARD_DEBIT" : "VISA_DEBIT",
}));

const cardsOfManyTypes: readonly CardPlan[] = [
  { status: "ACTIVE", type: "VIRTUAL_VISA_DEBIT" },
  { status: "ACTIVE", type: "MASTERCARD_BUSINESS_DEBIT" },
  { status: "ACTIVE", type: "VIRTUAL_MASTERCARD_FREELANCE_DEBIT" },
  { status: "ACTIVE", type: "VISA_CREDIT" },
  { status: "ACTIVE", type: "VIRTUAL_VISA_BUSINESS_CREDIT" },
  { status: "ACTIVE", type: "VISA_BUSINESS_DEBIT_2" },
  // Not in the documents, whose list is open.
  { status: "ACTIVE", type: "GIROCARD_DEBIT" },
  { status: "INACTIVE", type: "VIRTUAL_MASTERCARD_DEBIT" },
  { status: "BLOCKED", type: "VISA_BUSINESS_CREDIT" },
];

/** The fictional people of every sandbox. Their ids derive from their names, so they are the same at each start. */
export function createDemoPeople(): Person[] {
  // The German regulator keeps 0171 39200 00 to 99 free for films and examples.
  return [
    createPerson("Ada Single", "+491713920011", [oneActiveCard]),
    createPerson("Victor Many", "+491713920012", [cardsInEveryStatus, cardsOfManyTypes]),
    createPerson("Nora Null", "+491713920010", [[]]),
    createPerson("Mila Mobilefree", undefined, [oneActiveCard]),
    createPerson("Finn Five", "+491713920014", [oneActiveCard]),
  ];
}

/** The customers as a DEMO_CUSTOMERS file lists them. */
export function listCustomers(people: readonly Person[]): DemoCustomer[] {
  return people.map((person) => ({
    name: person.name,
    person_id: person.id,
    accounts: person.accounts.map((account) => account.id),
  }));
}

/** Thirty-two hexadecimal digits that depend only on the name. */
export function deriveId(name: string): string {
  return createHash("sha256").update(`solaris-sandbox/${name}`).digest("hex").slice(0, 32);
}

function createPerson(name: string, mobileNumber: string | undefined, plans: readonly (readonly CardPlan[])[]): Person {
  const id = `${deriveId(`person/${name}`)}cper`;
  const accounts = plans.map((cards, index): Account => {
    const accountId = `${deriveId(`account/${name}/${index}`)}cacc`;
    return {
      id: accountId,
      personId: id,
      cards: cards.map((plan, number) => createCard(name, id, accountId, plan, number)),
    };
  });
  return { id, name, accounts, mobileNumber };
}

function createCard(name: string, personId: string, accountId: string, plan: CardPlan, number: number): Card {
  const seed = deriveId(`card/${accountId}/${number}`);
  const business = plan.type.includes("BUSINESS") || plan.type.includes("FREELANCE");
  const lastFour = String(Number.parseInt(seed.slice(0, 8), 16) % 10_000).padStart(4, "0");
  const month = String((number % 12) + 1).padStart(2, "0");
  return {
    id: `${seed}mcrd`,
    status: plan.status,
    reference: seed.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
    type: plan.type,
    expiration_date: `2031-${month}-28`,
    new_card_ordered: false,
    person_id: personId,
    account_id: accountId,
    ...(business && { business_id: `${deriveId(`business/${name}`)}cbiz` }),
    representation: {
      line_1: name.toUpperCase().replace(" ", "/"),
      line_2: business ? "MANY THINGS GMBH" : "",
      masked_pan: `${plan.type.includes("VISA") ? "453212" : "537458"}******${lastFour}`,
      formatted_expiration_date: `${month}/31`,
    },
  };
}
