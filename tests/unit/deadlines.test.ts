import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { bankNow } from "../../src-renderer/bank-time.ts";
import { deadlineAfter, noteReceived } from "../../src-renderer/deadlines.ts";
import { runAndShow } from "../../src-renderer/run-step.ts";
import { store } from "../../src-renderer/store.ts";
import { awaitingCode, signedIn } from "../screens/ordinary-answers.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  store.setState(store.getInitialState(), true);
});

it("what is left counts from when main said it, however late it is shown, and whatever becomes of the clock", async () => {
  await runAndShow(async () =>
    signedIn(awaitingCode(300), { waits: { pin_change: null, binding: null, code: 60_000 } }),
  );
  const { overview } = store.getState();
  const sent = overview?.device?.state === "binding" && overview.device.step === "code" ? overview.device.sent : null;
  vi.advanceTimersByTime(100_000); // help lay over the screen
  vi.setSystemTime(Date.now() + 7_200_000);
  expect((deadlineAfter(sent, sent?.validForMs) ?? 0) - performance.now()).toBe(200_000);
  expect((deadlineAfter(overview?.waits, overview?.waits.code) ?? 0) - performance.now()).toBe(-40_000);
});

it("what time it is counts from when the bank said it, also after a failure, and whatever becomes of the clock", async () => {
  const bankTime = Date.UTC(2027, 2, 8);
  // Of its own: what arrived once counts as then, and the modules are shared with other files.
  await runAndShow(async () =>
    signedIn(awaitingCode(300), { bankTime, waits: { pin_change: null, binding: null, code: null } }),
  );
  vi.setSystemTime(0);
  vi.advanceTimersByTime(60_000);
  const { overview } = store.getState();
  store.setState({ overview: overview && { ...overview, device: { state: "locked" } } });
  expect(bankNow()).toBe(bankTime + 60_000);
});

it("what was not said is no moment", () => {
  expect(deadlineAfter({}, null)).toBeNull();
  expect(deadlineAfter({}, undefined)).toBeNull();
  expect(deadlineAfter(null, 1)).toBeNull();
});

it("what arrived stays when it arrived", () => {
  const said = {};
  const at = noteReceived(said);
  vi.advanceTimersByTime(1000);
  expect(noteReceived(said)).toBe(at);
});
