import { expect, it } from "vitest";
import { expiryOf } from "../../src-renderer/card-expiry.ts";

it.each([
  ["04/30", new Date(2030, 1, 28, 12), "later"],
  ["04/30", new Date(2030, 2, 3), "soon"],
  ["04/30", new Date(2030, 3, 30, 23, 59, 59), "soon"],
  ["04/30", new Date(2030, 4, 1), "over"],
  ["12/29", new Date(2029, 11, 31, 23), "soon"],
  ["12/29", new Date(2030, 0, 1), "over"],
  ["", new Date(2030, 0, 1), "unknown"],
  ["13/30", new Date(2030, 0, 1), "unknown"],
  ["4/30", new Date(2030, 0, 1), "unknown"],
  ["04/2030", new Date(2030, 0, 1), "unknown"],
])("a card of %j is valid to the end of that month: %s %s", (expires, now, expiry) => {
  expect(expiryOf(expires, now.getTime())).toBe(expiry);
});
