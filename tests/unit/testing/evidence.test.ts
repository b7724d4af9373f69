import { describe, expect, it } from "vitest";
import { isKept, isRecorded } from "../../../src-testing/evidence.ts";

/** As Playwright documents them (playwright.dev/docs/api/class-testoptions#test-options-trace). */
const modes = [
  ["off", { first: false, retry: false, passed: false, failed: false }],
  ["on", { first: true, retry: true, passed: true, failed: true }],
  ["retain-on-failure", { first: true, retry: true, passed: false, failed: true }],
  ["retain-on-first-failure", { first: true, retry: false, passed: false, failed: true }],
  ["on-first-retry", { first: false, retry: true, passed: true, failed: true }],
  ["on-all-retries", { first: false, retry: true, passed: true, failed: true }],
] as const;

describe.each(modes)("a trace %s", (mode, { first, retry, passed, failed }) => {
  it("is recorded where it is asked for", () => {
    expect([isRecorded(mode, { retry: 0 }), isRecorded({ mode }, { retry: 1 })]).toEqual([first, retry]);
  });

  it("is kept where it is asked for", () => {
    expect(isKept(mode, { status: "passed", expectedStatus: "passed" })).toBe(passed);
    expect(isKept({ mode }, { status: "timedOut", expectedStatus: "passed" })).toBe(failed);
    expect(isKept(mode, { status: "failed", expectedStatus: "failed" })).toBe(passed);
  });
});
