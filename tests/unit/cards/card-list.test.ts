import { describe, expect, it } from "vitest";
import type { Card, Cards } from "../../../src-contract/api/card-schemas.ts";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { listCards } from "../../../src-main/cards/card-list.ts";

const card: Card = {
  id: "a-card",
  status: "ACTIVE",
  type: "VISA_DEBIT",
  masked_pan: "453212******1234",
  name_on_card: "ADA/SINGLE",
  expires: "01/31",
};
const listOf = (answer: Partial<Cards>) => {
  const whole = { cards: [], cards_left_out: 0, accounts_left_out: 0, truncated: false };
  return listCards({ listCards: async () => ({ ...whole, ...answer }) } as unknown as BackendClient);
};
const viewsOf = async (...cards: Card[]) => (await listOf({ cards })).cards;

describe("the cards", () => {
  it("are shown with what the window needs and nothing else", async () => {
    expect(await viewsOf({ ...card, person_id: "hidden" } as Card)).toEqual([
      {
        id: "a-card",
        maskedNumber: "453212******1234",
        nameOnCard: "ADA/SINGLE",
        type: "VISA_DEBIT",
        expires: "01/31",
        status: "ACTIVE",
        pinChange: "allowed",
      },
    ]);
  });

  it("come with what is missing of them", async () => {
    const missing = { cards_left_out: 1, accounts_left_out: 2, truncated: true };
    expect(await listOf(missing)).toEqual({ cards: [], cardsLeftOut: 1, accountsLeftOut: 2, isCutShort: true });
  });

  it("keep their order, and may be none", async () => {
    expect(await viewsOf()).toEqual([]);
    expect((await viewsOf({ ...card, id: "b" }, { ...card, id: "a" })).map(({ id }) => id)).toEqual(["b", "a"]);
  });

  it.each<readonly [string, string]>([
    ["ACTIVE", "allowed"],
    ["INACTIVE", "with-note"],
    ["BLOCKED", "with-note"],
    ...[
      "ACTIVATION_BLOCKED_BY_SOLARIS",
      "BLOCKED_BY_SOLARIS",
      "CLOSED",
      "CLOSED_BY_SOLARIS",
      "COUNTERFEIT_CARD",
      "FRAUD",
      "LOST",
      "NEVER_RECEIVED",
      "PROCESSING",
      "STOLEN",
      "UNDER_REVIEW",
      "active",
      "constructor",
      "__proto__",
      "toString",
    ].map((status) => [status, "not-allowed"] as const),
  ])("with status %s: a PIN change is %s", async (status, pinChange) => {
    expect(await viewsOf({ ...card, status })).toMatchObject([{ status, pinChange }]);
  });
});
