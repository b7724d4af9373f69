import { describe, expect, it } from "vitest";
import { runDiagnosis } from "../../src-main/diagnosis/run-diagnosis.ts";
import type { DiagnosisView } from "../../src-preload/contract/diagnosis.ts";
import { describeDiagnosis, describeDuration } from "../../src-renderer/diagnosis-rows.ts";
import { fakeSurroundings } from "./diagnosis/fake-surroundings.ts";

const view = await runDiagnosis(fakeSurroundings());
const rowOf = (name: string, changes: Partial<DiagnosisView> = {}) =>
  describeDiagnosis({ ...view, ...changes }).find((row) => row.name === name) ?? expect.fail(name);

describe("a diagnosis in words", () => {
  it("has a row for everything, each with a label, a sentence and a state", () => {
    const rows = describeDiagnosis(view);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    for (const { label, lines } of rows) {
      expect(label).toMatch(/^\S/);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line).not.toMatch(/undefined|null|\{/);
    }
    expect(rows.map(({ state }) => state)).not.toContain("problem");
  });

  it.each<[DiagnosisView["backend"], RegExp, string | undefined]>([
    [{ state: "reachable" }, /answers/, undefined],
    [{ state: "no-connection", code: "ERR_NAME_NOT_RESOLVED" }, /no connection/, "For support: ERR_NAME_NOT_RESOLVED"],
    [{ state: "no-connection", code: "other" }, /no connection/, undefined],
    [{ state: "timeout" }, /in time/, undefined],
    [{ state: "not-trusted", code: "ERR_CERT_DATE_INVALID" }, /date and time/, "For support: ERR_CERT_DATE_INVALID"],
    [{ state: "unexpected-answer", status: 407 }, /in its place/, "For support: 407"],
    [{ state: "unexpected-answer", status: null }, /in its place/, undefined],
  ])("says of the bank whether it answers, what to do, and what support looks up: %o", (backend, says, reference) => {
    const row = rowOf("bank", { backend });
    expect(row.lines[0]).toMatch(says);
    expect([row.reference, row.state]).toEqual([reference, backend.state === "reachable" ? "works" : "problem"]);
  });

  it.each([
    [0, "works", /right/],
    [-60, "works", /right/],
    [61, "attention", /slow by 1 minute\b/],
    [-7200, "attention", /fast by 2 hours/],
    [200_000, "attention", /slow by 2 days/],
    [null, "information", /there was none/],
  ] as const)("says of a clock that is off by %s seconds: %s", (clockDifferenceSeconds, state, says) => {
    const row = rowOf("clock", { clockDifferenceSeconds });
    expect(row.state).toBe(state);
    expect(row.lines[0]).toMatch(says);
  });

  it.each(["locked", "unavailable", "silent"] as const)("says what to do about a keychain that is %s", (state) => {
    const row = rowOf("keychain", { keychain: { which: "windows-credentials", state } });
    expect(row.state).toBe("problem");
    expect(row.lines[0]).toContain("Windows");
    expect(row.lines[1]).toMatch(/sign|screen/i);
  });

  it("takes no notice of surroundings that do no harm", () => {
    for (const name of ["way", "rendering", "screenReader", "language", "program", "system", "key"]) {
      expect(rowOf(name, { way: "proxy", rendering: "software", screenReader: "on" }).state).toBe("information");
    }
  });

  it("says that encryption works where it was seen to, and points to where there is none", () => {
    expect(rowOf("tls").state).toBe("works");
    expect(rowOf("tls", { backend: { state: "timeout" } }).state).toBe("information");
    expect(rowOf("tls", { tls: "not-used" }).state).toBe("attention");
  });

  it("names durations in the largest unit", () => {
    expect([0, 59, 60, 3599, 3600, 90_000].map(describeDuration)).toEqual([
      "0 seconds",
      "59 seconds",
      "1 minute",
      "60 minutes",
      "1 hour",
      "1 day",
    ]);
  });
});
