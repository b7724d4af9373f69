import "./english-words.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CardView } from "../../src-contract/bridge/views.ts";
import { cardKind, cardTitle, isVirtual, lastDigits, matchesSearch } from "../../src-renderer/card-words.ts";

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

  it("has its kind and its last four for a name, and the kind alone where Solaris gives no number", () => {
    expect(cardTitle(view({}))).toBe("Visa debit card ending in 4567");
    expect(cardTitle(view({ maskedNumber: "" }))).toBe("Visa debit card");
    expect(lastDigits(view({ maskedNumber: "5374********" }))).toBeUndefined();
  });

  it.each([
    ["VIRTUAL_VISA_CREDIT", true],
    ["VISA_DEBIT", false],
    ["NOT_SO_VIRTUALLY", false],
  ])("%s: virtual %s", (type, virtual) => {
    expect(isVirtual(view({ type }))).toBe(virtual);
  });

  it.each([
    ["", true],
    ["4567", true],
    ["VISA", true],
    ["debit 4567", true],
    ["lovelace", true],
    ["11/31", true],
    ["blocked", true],
    ["mastercard", false],
    ["visa 4568", false],
  ])("is found by all words of what is shown of it: %j %s", (sought, isFound) => {
    const card = view({ nameOnCard: "ADA LOVELACE", expires: "11/31", status: "BLOCKED" });
    expect(matchesSearch(card, sought)).toBe(isFound);
  });

  it.each([
    ["JOSÉ MUÑOZ", "jose munoz"],
    ["JOSE MUNOZ", "josé"],
    ["Mu\u0308ller", "m\u00fcller"],
  ])("is found whether accents are typed or not, in either form: %s by %s", (nameOnCard, sought) => {
    expect(matchesSearch(view({ nameOnCard }), sought)).toBe(true);
  });
});
