// Checklist row 53: no state that the window keeps has a PIN or a code in it, whatever main answers.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DesktopBridge } from "../../src-preload/contract/bridge.ts";
import type { Result } from "../../src-preload/contract/result.ts";
import type { CardView, Overview, PinChangeOutcome } from "../../src-preload/contract/views.ts";
import {
  changePin,
  choosePinChange,
  confirmCode,
  leavePinChange,
  loadCards,
  signIn,
  start,
} from "../../src-renderer/actions.ts";
import { store } from "../../src-renderer/store.ts";
import { ascii } from "../unit/by-hand.ts";

const card: CardView = {
  id: "a-card",
  maskedNumber: "453212******4567",
  nameOnCard: "ADA",
  type: "VISA_DEBIT",
  expires: "01/31",
  status: "ACTIVE",
  pinChange: "allowed",
};
const overview: Overview = {
  version: "1",
  demoCustomers: null,
  customer: { name: "Ada" },
  device: { state: "binding", step: "code", computerName: "A computer", expiresAt: "2031-01-01T00:00:00Z" },
} as Overview;
const ok = <T>(value: T) => Promise.resolve({ ok: true, value } as Result<T>);

const received: string[] = [];
/** A main that gives back what it is told to. */
function bridgeThat(
  outcome: () => Promise<Result<PinChangeOutcome>>,
  step: () => Promise<Result<Overview>>,
): DesktopBridge {
  return {
    getOverview: () => ok(overview),
    signIn: () => ok(overview),
    signOut: () => ok(null),
    beginPinEntry: () => ok(null),
    requestCode: () => ok(overview),
    confirmCode: (code) => {
      received.push(Buffer.from(code).toString());
      return step();
    },
    continueBinding: () => ok(overview),
    abandonBinding: () => ok(overview),
    listCards: () => ok([card]),
    changePin: (_card, pin) => {
      received.push(Buffer.from(pin).toString());
      return outcome();
    },
    endPinChange: () => ok(null),
  };
}

const everyState: string[] = [];
let stop: () => void;
beforeEach(() => {
  received.length = 0;
  everyState.length = 0;
  stop = store.subscribe((state) => everyState.push(JSON.stringify(state)));
});
afterEach(() => {
  stop();
  store.setState(store.getInitialState(), true);
  vi.unstubAllGlobals();
});

const failed = (code: "ERR_BUSY" | "ERR_NOT_SIGNED_IN") => Promise.resolve({ ok: false, code } as const);
const ends: [string, () => Promise<Result<PinChangeOutcome>>, () => Promise<Result<Overview>>][] = [
  ["changed", () => ok({ outcome: "changed" }), () => ok(overview)],
  ["refused", () => ok({ outcome: "refused", code: "ERR_PIN_REFUSED" }), () => failed("ERR_BUSY")],
  ["unknown", () => ok({ outcome: "unknown" }), () => failed("ERR_NOT_SIGNED_IN")],
  ["not sent", () => failed("ERR_BUSY"), () => failed("ERR_BUSY")],
  ["signed out", () => failed("ERR_NOT_SIGNED_IN"), () => failed("ERR_NOT_SIGNED_IN")],
  ["in an exception", () => Promise.reject(new Error("x")), () => Promise.reject(new Error("x"))],
];

describe.each(ends)("a flow that ends %s", (_name, outcome, step) => {
  it("has at no moment a PIN or a code in the store, and wipes both", async () => {
    vi.stubGlobal("window", { bridge: bridgeThat(outcome, step) });
    const [code, pin] = [ascii("903718"), ascii("1928")];
    await start();
    await signIn("Ada");
    await confirmCode(code).catch(() => undefined);
    await loadCards();
    choosePinChange(card);
    await changePin(card, pin).catch(() => undefined);
    await leavePinChange();
    expect(received).toEqual(["903718", "1928"]);
    expect([code, pin]).toEqual([new Uint8Array(6), new Uint8Array(4)]);
    expect(everyState.length).toBeGreaterThan(5);
    for (const state of everyState) {
      expect(state).not.toContain("903718");
      expect(state).not.toContain("1928");
      expect(state).not.toContain("49,57,50,56"); // the digits as bytes
    }
  });
});

it("the store has a place for neither", () => {
  expect(Object.keys(store.getInitialState()).sort()).toEqual(["busy", "cards", "failure", "overview", "pinChange"]);
});
