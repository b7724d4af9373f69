import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInRollout } from "../../../src-main/updates/rollout.ts";
import { isOlder } from "../../../src-main/updates/version-number.ts";

describe("a release for some computers", () => {
  const percent = fc.nat({ max: 100 });
  const version = fc.constantFrom("1.0.0", "1.2.0", "2.0.0");

  it("is for nobody at 0 %, and for everybody at 100 %", () =>
    fc.assert(
      fc.property(fc.uuid(), version, (id, of) => {
        expect(isInRollout(id, { version: of, percent: 0 })).toBe(false);
        expect(isInRollout(id, { version: of, percent: 100 })).toBe(true);
      }),
    ));

  it("stays for a computer when its share grows", () =>
    fc.assert(
      fc.property(fc.uuid(), version, percent, percent, (id, of, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        if (isInRollout(id, { version: of, percent: less }))
          expect(isInRollout(id, { version: of, percent: more })).toBe(true);
      }),
    ));

  it("comes to about its share, and to other computers with each version", () => {
    const ids = Array.from({ length: 4000 }, () => randomUUID());
    const at = (of: string) => ids.filter((id) => isInRollout(id, { version: of, percent: 20 }));
    const [first, second] = [at("1.2.0"), at("1.3.0")];
    expect(first.length / ids.length).toBeGreaterThan(0.15);
    expect(first.length / ids.length).toBeLessThan(0.25);
    const both = first.filter((id) => second.includes(id));
    expect(both.length / first.length).toBeLessThan(0.3);
  });
});

describe("versions", () => {
  it.each([
    ["1.2.0", "1.2.1"],
    ["1.9.0", "1.10.0"],
    ["1.99.99", "2.0.0"],
    ["0.0.9", "0.0.10"],
  ])("%s is older than %s, and not the other way round", (a, b) => {
    expect([isOlder(a, b), isOlder(b, a), isOlder(a, a)]).toEqual([true, false, false]);
  });
});
