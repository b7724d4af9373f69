import { describe, expect, it } from "vitest";
import { bridgeArguments } from "../../../src-main/bridge/bridge-arguments.ts";
import { labelOf } from "../../../src-main/keys/key-on-token.ts";
import { createTokenChoice } from "../../../src-main/keys/token-choice.ts";
import type { TokenPlace } from "../../../src-main/token/tokens.ts";

const card: TokenPlace = { module: "one", serial: "00001234", label: "card" };
const choiceOf = (...places: TokenPlace[]) => createTokenChoice({ list: async () => places });
const labels = async (...places: TokenPlace[]) => (await choiceOf(...places).list(null)).map(({ label }) => label);

describe("the choice", () => {
  it("is taken once, by the customer who made it", async () => {
    const { choose, list, take } = choiceOf(card);
    const [view] = await list(null);
    expect(view).toEqual({ id: expect.any(String), label: "card (…1234)" });
    const id = view?.id ?? "";
    choose("ada", id);
    expect(take("bob")).toBe("as-before");
    expect(take("ada")).toBe("as-before"); // forgotten with the first question
    choose("ada", id);
    expect(take("ada")).toEqual(card);
    choose("ada", "keychain");
    expect(take("ada")).toBeNull();
  });

  it("is what held before, where that is chosen after another one whose code was never asked for", async () => {
    const { choose, list, take } = choiceOf(card);
    const [view] = await list(null);
    choose("ada", view?.id ?? "");
    expect(bridgeArguments.chooseToken.safeParse(["before"]).success).toBe(true);
    choose("ada", "before");
    expect(take("ada")).toBe("as-before");
  });

  it("is of nothing that was not listed", async () => {
    const { choose, list } = choiceOf(card);
    await list(null);
    for (const id of ["0", crypto.randomUUID()]) expect(() => choose("ada", id)).toThrow("ERR_TOKEN_MISSING");
  });

  it("is of the list that the window shows, though another one has come after it", async () => {
    const ends: ((found: TokenPlace[]) => void)[] = [];
    const { choose, list, take } = createTokenChoice({ list: () => new Promise((resolve) => ends.push(resolve)) });
    const [first, second] = [list(null), list(null)];
    const spare = { ...card, serial: "5678" };
    ends[1]?.([spare]);
    const [shown] = await second;
    ends[0]?.([card]);
    await first;
    choose("ada", shown?.id ?? "");
    expect(take("ada")).toEqual(spare);
  });

  it("is possible among more tokens than any computer has", async () => {
    const many = Array.from({ length: 999 }, (_, at) => ({ ...card, serial: `${at}` }));
    const { choose, list, take } = choiceOf(...many);
    const views = await list(null);
    expect(new Set(views.map(({ label }) => label)).size).toBe(999);
    const id = views[998]?.id ?? "";
    expect(bridgeArguments.chooseToken.safeParse([id]).success).toBe(true);
    choose("ada", id);
    expect(take("ada")).toEqual(many[998]);
  });

  it("says which token was chosen before: by module, serial number and label, exactly", async () => {
    const others = [
      { ...card, serial: "0000123" },
      { ...card, module: "other" },
      { ...card, label: "Card" },
    ];
    const views = await choiceOf(...others, card).list(card);
    expect(views.map(({ isBefore }) => isBefore ?? false)).toEqual([false, false, false, true]);
    expect((await choiceOf(...others).list(card)).some(({ isBefore }) => isBefore)).toBe(false);
  });
});

describe("tokens beside each other", () => {
  it("have their serial number's end, or as much as tells them apart", async () => {
    expect(await labels(card)).toEqual(["card (…1234)"]);
    expect(await labels({ ...card, serial: "" })).toEqual(["card"]);
    expect(await labels({ ...card, serial: "", label: "" })).toEqual([null]);
    expect(await labels(card, { ...card, serial: "00005678" })).toEqual(["card (…1234)", "card (…5678)"]);
    expect(await labels(card, { ...card, serial: "91234" })).toEqual(["card (00001234)", "card (91234)"]);
    expect(await labels(card, { ...card, module: "other" })).toEqual([
      "card (00001234, one)",
      "card (00001234, other)",
    ]);
    expect(await labels({ ...card, label: "" }, { ...card, serial: "5678" })).toEqual(["(…1234)", "card (…5678)"]);
  });

  it("that differ only in what nobody sees look different", async () => {
    const all = await labels(card, { ...card, label: "ca\u200brd" }, { ...card, label: "c\u0430rd", serial: "9" });
    expect(new Set(all).size).toBe(3);
  });
});

it.each(["a\u202ebc", "a\u200bbc", "a\u0007bc", "a\u2066bc"])(
  "a label shows where it has a character that nobody sees",
  (label) => {
    expect(labelOf({ label })).toBe("a\ufffdbc");
  },
);
