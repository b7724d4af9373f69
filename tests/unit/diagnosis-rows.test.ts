import "./english-words.ts";
import { describe, expect, it } from "vitest";
import type { DiagnosisView } from "../../src-contract/bridge/diagnosis-view.ts";
import { saidAs } from "../../src-contract/errors/error-codes.ts";
import { runDiagnosis } from "../../src-main/diagnosis/run-diagnosis.ts";
import { describeDiagnosis, describeDuration } from "../../src-renderer/diagnosis-rows.ts";
import { errors } from "../../src-renderer/words/en/errors.ts";
import { tokenErrors } from "../../src-renderer/words/en/token.ts";
import { fakeSubjects } from "./diagnosis/fake-diagnosis.ts";

const view = await runDiagnosis(fakeSubjects());
const rowOf = (name: string, changes: Partial<DiagnosisView> = {}) =>
  describeDiagnosis({ ...view, ...changes }).find((row) => row.name === name) ?? expect.fail(name);

const failed = { state: "failed", code: "ERR_BACKEND_TIMEOUT", reason: null, status: null } as const;

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

  it("says of a bank that answers that it does", () => {
    expect(rowOf("bank")).toMatchObject({ lines: ["It answers."], state: "works" });
  });

  it.each<[Omit<Extract<DiagnosisView["backend"], { state: "failed" }>, "state">, string]>([
    [{ code: "ERR_CERTIFICATE_DATE", reason: "ERR_CERT_DATE_INVALID", status: null }, ", ERR_CERT_DATE_INVALID"],
    [{ code: "ERR_NETWORK_SIGN_IN", reason: null, status: 511 }, ", 511"],
    [{ code: "ERR_PROXY_PASSWORD", reason: null, status: null }, ""],
  ])("says of one that does not what the failure of a step says, and what support looks up: %o", (found, id) => {
    const row = rowOf("bank", { backend: { state: "failed", ...found } });
    const { what, next } = { ...errors, ...tokenErrors }[saidAs(found.code)];
    const reference = `Error number: ${found.code}${id}`;
    expect(row).toMatchObject({ lines: [what, next], reference, state: "problem" });
  });

  it.each([
    [0, "works", /right/],
    [-60, "works", /right/],
    [61, "attention", /1 minute slow/],
    [-7200, "attention", /2 hours fast/],
    [200_000, "attention", /2 days slow/],
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

  it("takes no notice of what does no harm", () => {
    for (const name of ["way", "rendering", "screenReader", "language", "program", "system", "key"]) {
      expect(rowOf(name, { way: "proxy", rendering: "software", screenReader: "on" }).state).toBe("information");
    }
  });

  it("says that encryption works where it was seen to, and points to where there is none", () => {
    expect(rowOf("tls").state).toBe("works");
    expect(rowOf("tls", { backend: failed }).state).toBe("information");
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
