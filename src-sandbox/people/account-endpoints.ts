import { pathId } from "../http/call.ts";
import type { Operation } from "../http/operation.ts";
import { answerPage } from "../http/pages.ts";
import { modelNotFound } from "../http/solaris-errors.ts";
import { findAccount, findCard, findPerson } from "./person.ts";

/**
 * GET /v1/persons/{person_id}/accounts. The documents read for this (docs/solaris-api.md §10) show no account object; so
 * this has only `id` and `person_id`.
 */
export const listAccounts: Operation = (world, call) => {
  const personId = pathId(call, "person_id");
  const person = findPerson(world.people, personId);
  if (person === undefined) throw modelNotFound("A", "Person", personId);
  const accounts = person.accounts.map((account) => ({ id: account.id, person_id: person.id }));
  return answerPage(call, accounts);
};

/** GET /v1/accounts/{account_id}/cards (docs/solaris-api.md §10), in pages. */
export const listCards: Operation = (world, call) => {
  const accountId = pathId(call, "account_id");
  const account = findAccount(world.people, accountId);
  if (account === undefined) throw modelNotFound("A", "Account", accountId);
  return answerPage(call, account.cards);
};

/** GET /v1/cards/{card_id} (docs/solaris-api.md §10). */
export const getCard: Operation = (world, call) => {
  const cardId = pathId(call, "card_id");
  const card = findCard(world.people, cardId);
  if (card === undefined) throw modelNotFound("A", "CardAccount", cardId);
  return { status: 200, body: card };
};
