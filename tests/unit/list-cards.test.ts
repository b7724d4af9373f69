import { describe, expect, it } from "vitest";
import type { Card } from "../../src-backend/api/cards.ts";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { listCards } from "../../src-main/cards/list-cards.ts";

const card: Card = {
  id: "a-card",
  status: "ACTIVE",
  type: "VISA_DEBIT",
  masked_pan: "453212******1234",
  name_on_card: "ADA/SINGLE",
  expires: "01/31",
};
const viewsOf = (...cards: Card[]) => listCards({ listCards: async () => cards } as unknown as BackendClient);

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
