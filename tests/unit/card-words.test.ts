import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CardView } from "../../src-contract/bridge/views.ts";
import { cardKind, cardName, maskedNumber } from "../../src-renderer/card-words.ts";

const view = (change: Partial<CardView>): CardView => ({
  id: "a",
  maskedNumber: "537458******4567",
  nameOnCard: "",
  type: "VISA_DEBIT",
  expires: "",
  status: "ACTIVE",
  pinChange: "allowed",
  ...change,
});

describe("a card in words", () => {
  it.each([
    ["MASTERCARD_DEBIT", "Mastercard debit card"],
    ["MASTERCARD_BUSINESS_DEBIT", "Business Mastercard debit card"],
    ["VIRTUAL_MASTERCARD_FREELANCE_DEBIT", "Virtual Freelance Mastercard debit card"],
    ["VIRTUAL_VISA_BUSINESS_CREDIT", "Virtual Business Visa credit card"],
    ["VISA_BUSINESS_DEBIT_2", "Business Visa debit card"],
    ["GIROCARD_DEBIT", "Debit card"],
    ["SOMETHING_NEW", "Card"],
    ["", "Card"],
    ["constructor", "Card"],
    ["__proto___toString", "Card"],
  ])("%s is a %s", (type, words) => {
    expect(cardKind(view({ type }))).toBe(words);
  });

  it("has words of ours only, whatever the type is", () => {
    const ours = /^(?:(?:Virtual|Business|Freelance|Mastercard|Visa|[Dd]ebit|[Cc]redit|[Cc]ard)(?: |$))+$/;
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype))), (type) => {
        expect(cardKind(view({ type }))).toMatch(ours);
      }),
    );
  });

  it("shows its number in fours, stars as dots, and in short its last four", () => {
    expect(maskedNumber(view({}))).toBe("5374 58•• •••• 4567");
    expect(maskedNumber(view({ maskedNumber: "5374********" }))).toBe("5374 •••• ••••");
    expect(maskedNumber(view({ maskedNumber: "" }))).toBe("");
    expect(cardName(view({}))).toBe("Card ending in 4567");
    expect(cardName(view({ maskedNumber: "" }))).toBe("Visa debit card");
  });
});
