import { expect, it } from "vitest";
import { reword } from "../../../src-renderer/words/reword.ts";

const catalogue = { outcome: { changed: { title: "Changed", next: "Then {what}" } }, done: "Done" } as const;

it("puts a partner's messages in the place of ours, and leaves the others", () => {
  expect(reword(catalogue, { "outcome.changed.next": "Afterwards {what}", done: "Ready" })).toEqual({
    outcome: { changed: { title: "Changed", next: "Afterwards {what}" } },
    done: "Ready",
  });
  expect(reword(catalogue, {})).toEqual(catalogue);
});

it("takes no name of a group, and none that every object has", () => {
  expect(reword(catalogue, { outcome: "x", next: "x", "changed.next": "x" })).toEqual(catalogue);
  expect(reword({ toString: "ours", a: { constructor: "ours" } }, {})).toEqual({
    toString: "ours",
    a: { constructor: "ours" },
  });
});
