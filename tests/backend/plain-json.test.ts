import fc from "fast-check";
import { expect, it } from "vitest";
import { isPlainJson } from "../../src-backend/solaris/plain-json.ts";

const isPlain = (text: string) => isPlainJson(text, JSON.parse(text));

it.each([
  ['{"status":"FAILED","status":"COMPLETED"}', false],
  ['{"status":"FAILED","sta\\u0074us":"COMPLETED"}', false],
  ['{"a":{"b":1,"b":2}}', false],
  ['[{"a":1},{"a":1}]', true],
  ['{"a":"\\"b\\":1","b":"c"}', true],
  ['{"a":"b","c":["d","e"]}', true],
  ['{"__proto__":1,"constructor":2}', true],
  ['{"__proto__":1,"__proto__":2}', false],
  [`${"[".repeat(60)}${"]".repeat(60)}`, true],
  [`${"[".repeat(30_000)}${"]".repeat(30_000)}`, false],
  [`[${"0,".repeat(300_000)}0]`, true],
  ["7", true],
])("is told of %.40s", (text, expected) => {
  expect(isPlain(text)).toBe(expected);
});

it("is told of whatever one writes", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (value, indent) => {
      expect(isPlain(JSON.stringify(value, null, indent))).toBe(true);
    }),
  );
});
