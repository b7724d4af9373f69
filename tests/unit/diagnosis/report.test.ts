import { describe, expect, it } from "vitest";
import type { DiagnosisView } from "../../../src-contract/bridge/diagnosis-view.ts";
import { AppError } from "../../../src-main/app-error.ts";
import { createDiagnosis } from "../../../src-main/diagnosis/diagnosis.ts";
import { reportFileName, writeReport } from "../../../src-main/diagnosis/report.ts";
import { runDiagnosis } from "../../../src-main/diagnosis/run-diagnosis.ts";
import { supportId } from "../../screens/ordinary-answers.ts";
import { fakeHandOver, fakeSubjects } from "./fake-diagnosis.ts";

const view: DiagnosisView = await runDiagnosis(fakeSubjects());

describe("the report", () => {
  it("is lines of a key and a word, with times in UTC", () => {
    const recentErrors = [
      { code: "ERR_PIN_REFUSED", at: "2031-01-01T11:59:00.000Z", method: "changePin", supportId },
      { code: "ERR_BACKEND_TIMEOUT", at: "2031-01-01T11:58:00.000Z", method: "listCards" },
    ] as const;
    expect(writeReport({ ...view, recentErrors })).toBe(`report: cardbound 1
taken_at: 2031-01-01T12:00:00.000Z
app_version: 1.2.3
electron_version: 33.2.1
chromium_version: 130.0.6723.137
node_version: 20.18.1
system: linux
system_version: 6.1.0
uptime_seconds: 61
language: en
rendering: hardware
screen_reader: off
keychain: secret-service
keychain_state: works
protection: keychain_passcode
backend: reachable
way: direct
encryption: used
clock_difference_seconds: 1
errors: 2
error: 2031-01-01T11:59:00.000Z ERR_PIN_REFUSED changePin ${supportId}
error: 2031-01-01T11:58:00.000Z ERR_BACKEND_TIMEOUT listCards
`);
  });

  it.each<[DiagnosisView["backend"], string]>([
    [
      { state: "failed", code: "ERR_CERTIFICATE_DATE", reason: "ERR_CERT_DATE_INVALID", status: null },
      "backend: ERR_CERTIFICATE_DATE\nbackend_failure: ERR_CERT_DATE_INVALID\nway:",
    ],
    [
      { state: "failed", code: "ERR_NETWORK_SIGN_IN", reason: null, status: 511 },
      "backend: ERR_NETWORK_SIGN_IN\nbackend_status: 511\nway:",
    ],
    [
      { state: "failed", code: "ERR_BACKEND_TIMEOUT", reason: null, status: null },
      "backend: ERR_BACKEND_TIMEOUT\nway:",
    ],
  ])("says why the backend was not reached: %o", (backend, lines) => {
    expect(writeReport({ ...view, backend })).toContain(lines);
  });

  it("says what is not known", () => {
    expect(writeReport({ ...view, clockDifferenceSeconds: null })).toContain("clock_difference_seconds: unknown\n");
  });

  it("is named after its day", () => {
    expect(reportFileName(view)).toBe("cardbound-report-2031-01-01.txt");
  });
});

describe("the diagnosis behind the bridge", () => {
  it("looks once for all who ask at the same time, and anew for who asks afterwards", async () => {
    let looks = 0;
    const diagnosis = createDiagnosis(async () => ({ ...view, uptimeSeconds: ++looks }), fakeHandOver().handOver);
    const [first, second] = await Promise.all([diagnosis.run(), diagnosis.run()]);
    expect([first, second, await diagnosis.run()].map(({ uptimeSeconds }) => uptimeSeconds)).toEqual([1, 1, 2]);
  });

  it("can be asked again after it failed", async () => {
    const looks = [() => Promise.reject(new Error("x")), async () => view];
    const diagnosis = createDiagnosis(async () => (looks.shift() ?? expect.fail())(), fakeHandOver().handOver);
    await expect(diagnosis.run()).rejects.toThrow("x");
    expect(await diagnosis.run()).toBe(view);
  });

  it("copies and saves what was shown, and looks where nothing was", async () => {
    let looks = 0;
    const { handOver, copied, saved } = fakeHandOver();
    const diagnosis = createDiagnosis(async () => ({ ...view, uptimeSeconds: ++looks }), handOver);
    await diagnosis.copyReport();
    expect(await diagnosis.saveReport()).toBe(true);
    expect(copied).toEqual([writeReport({ ...view, uptimeSeconds: 1 })]);
    expect(saved).toEqual([{ report: copied[0], fileName: "cardbound-report-2031-01-01.txt" }]);
  });

  it("asks the cardholder where to save once at a time, says when they would rather not, and tells of a failure", async () => {
    let decide: (saved: boolean) => void = () => {};
    const handOver = { ...fakeHandOver().handOver, save: () => new Promise<boolean>((resolve) => (decide = resolve)) };
    const diagnosis = createDiagnosis(async () => view, handOver);
    const asked = diagnosis.saveReport();
    await expect(diagnosis.saveReport()).rejects.toMatchObject({ code: "ERR_BUSY" });
    await new Promise((resolve) => setImmediate(resolve));
    decide(false);
    expect(await asked).toBe(false);
    handOver.save = () => Promise.reject(new AppError("ERR_REPORT_NOT_SAVED"));
    await expect(diagnosis.saveReport()).rejects.toMatchObject({ code: "ERR_REPORT_NOT_SAVED" });
  });
});
