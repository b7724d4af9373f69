import { describe, expect, test } from "vitest";
import { isGood, lineOf } from "../../build/tasks/test-cluster.mjs";
import { type AskedChange, type Claim, claimOfCode, claimOfState, judge, type Told } from "./verdict.ts";

const say = (claim: Claim, at = 10): Told => ({ claim, words: claim, at });
const asked = (told: Told[], settled: Claim[]): AskedChange => ({
  requestId: "id",
  encryptedPin: "pin",
  told,
  settled: settled.map((claim) => say(claim, 20)),
});
const changedAt = (...times: number[]) => times.map((at) => ({ encryptedPin: "pin", at }));
const alike = (claim: Claim): Claim[] => [claim, claim, claim];

describe("what is true", () => {
  test.each([
    ["changed, and told so", asked([say("changed")], alike("changed")), changedAt(5), 0],
    ["refused, and told so", asked([say("not-changed")], alike("not-changed")), [], 0],
    ["changed, and nobody knows", asked([say("nothing")], alike("unknown")), changedAt(5), 1],
    ["not changed, and nobody knows", asked([say("unknown")], alike("unknown")), [], 1],
    ["changed, with an answer that never came", asked([say("nothing")], alike("changed")), changedAt(5), 0],
  ])("%s", (_, change, log, unknown) => {
    expect(judge([change], log)).toEqual({ changes: log.length, doubles: 0, wrong: [], unknown });
  });
});

describe("what is wrong", () => {
  test.each([
    ["changed, without a change", asked([say("changed")], alike("unknown")), []],
    ["changed, before there was a change", asked([say("changed", 4)], alike("changed")), changedAt(5)],
    ["not changed, with a change", asked([say("not-changed")], alike("changed")), changedAt(5)],
    ["not changed, before there was a change", asked([say("not-changed", 4)], alike("changed")), changedAt(5)],
    ["an instance that knows no outcome", asked([], ["changed", "nothing", "changed"]), changedAt(5)],
    ["instances that disagree", asked([], ["changed", "unknown", "changed"]), changedAt(5)],
  ])("%s", (_, change, log) => {
    expect(judge([change], log).wrong).toHaveLength(1);
  });

  test("each instance that settles it untruly", () => {
    expect(judge([asked([], alike("changed"))], []).wrong).toHaveLength(3);
  });
});

test("each change beyond the first is a double one", () => {
  const two = { ...asked([], alike("changed")), encryptedPin: "another" };
  const log = [...changedAt(1, 2, 3), { encryptedPin: "another", at: 1 }];
  expect(judge([asked([], alike("changed")), two], log)).toEqual({ changes: 4, doubles: 2, wrong: [], unknown: 0 });
});

test.each([
  ["ERR_SOLARIS_UNAVAILABLE", "not-changed"],
  ["ERR_PIN_CHANGE_CLOSED", "not-changed"],
  ["ERR_REQUEST_ID_REUSED", "not-changed"],
  ["ERR_PIN_CHANGE_OUTCOME_UNKNOWN", "unknown"],
  ["ERR_PIN_CHANGE_IN_PROGRESS", "nothing"],
  ["ERR_NOT_RECORDED", "nothing"],
  ["ERR_BACKEND_INTERNAL", "nothing"],
  ["503", "nothing"],
] as const)("the code %s claims: %s", (code, claim) => {
  expect(claimOfCode(code)).toBe(claim);
});

test.each([
  ["changed", "changed"],
  ["refused", "not-changed"],
  ["not_received", "not-changed"],
  ["unknown", "unknown"],
  ["in_progress", "nothing"],
  ["ERR_NOT_RECORDED", "nothing"],
] as const)("the state %s claims: %s", (state, claim) => {
  expect(claimOfState(state)).toBe(claim);
});

test("the last line has the four counts", () => {
  const result = { changes: 735, doubles: 1, wrong: ["one", "another"], unknown: 9 };
  expect(lineOf(result)).toBe("735 changes, 1 double changes, 2 wrong answers, 9 unknown");
});

test.each([
  ["good", true, {}],
  ["too little to show anything", false, { changes: 199 }],
  ["a double change", false, { doubles: 1 }],
  ["a wrong answer", false, { wrong: ["one"] }],
] as const)("what is %s", (_, good, more) => {
  expect(isGood({ changes: 200, doubles: 0, wrong: [], unknown: 20, ...more })).toBe(good);
});
