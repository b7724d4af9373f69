// Attacker: a script in the window, or our own mistakes. Way: the state that the window keeps, which every part of it can
// read. Impact: PIN, passcode or code stay there as text, which cannot be wiped.
// docs/threat-model.md#secrets-wiped, #no-secret-in-state
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type BridgeMethod, bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import type { CardView, Overview, PinChangeEnd } from "../../src-contract/bridge/views.ts";
import type { Result } from "../../src-contract/errors/result.ts";
import {
  changePasscode,
  changePin,
  choosePinChange,
  confirmCode,
  confirmTan,
  enterPasscode,
  leavePinChange,
  loadCards,
  resendTan,
  setPasscode,
  signIn,
  signInToProxy,
  start,
} from "../../src-renderer/actions.ts";
import type { SecretBytes } from "../../src-renderer/secrets/secret-bytes.ts";
import { store } from "../../src-renderer/store.ts";
import { ascii } from "../unit/by-hand.ts";
import { typed } from "../unit/typed-secret.ts";

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
  customer: { name: "Ada", number: 0 },
  pausedChange: null,
  signInBy: "browser",
  browserHintMs: 20_000,
  device: { state: "bound", computerName: "A computer", passcodeAttemptsLeft: 5 },
  lockedBecause: null,
  codeCoolDownMs: 1,
  lock: { quietMs: 240_000, warningMs: 60_000 },
  hasOpenChange: false,
  unusableFolder: null,
  pinChangeRoutes: ["signed", "sms"],
  letters: null,
  deviceConsent: null,
  waits: { pin_change: null, binding: null, code: null },
  protection: "keychain_passcode",
  bankTime: 0,
};
const ok = <T>(value: T) => Promise.resolve({ ok: true, value } as Result<T>);

type Eight<T> = [T, T, T, T, T, T, T, T];
const received: string[] = [];
const lent: Uint8Array[] = [];
type Answer<T> = () => Promise<Result<T>>;

/** A main that notes every secret that it is given, and answers as it is told to. */
function bridgeThat(end: Answer<PinChangeEnd>, step: Answer<Overview>, unit: Answer<null>): DesktopBridge {
  const note = (...secrets: Uint8Array[]) => {
    received.push(...secrets.map((secret) => Buffer.from(secret).toString()));
    lent.push(...secrets);
  };
  const taking =
    <T>(answer: Answer<T>) =>
    (...secrets: Uint8Array[]) => {
      note(...secrets);
      return answer();
    };
  const others = Object.fromEntries(bridgeMethods.map((method) => [method, () => ok(null)])) as Record<
    BridgeMethod,
    () => Promise<Result<null>>
  >;
  return {
    ...others,
    getOverview: () => ok(overview),
    getSettings: () => failed("ERR_BUSY"),
    signIn: () => ok(overview),
    confirmCode: taking(step),
    setPasscode: taking(step),
    enterPasscode: (passcode) => taking(unit)(passcode),
    changePasscode: taking(unit),
    listCards: () => ok({ cards: [card], cardsLeftOut: 0, accountsLeftOut: 0, isCutShort: false }),
    changePin: (_card, pin) => {
      note(pin);
      return end();
    },
    resendTan: () => ok({ outcome: "tan-awaited", sent: { id: "a", validForMs: 1 } }),
    confirmTan: taking(end),
    signInToProxy: (_name, password) => {
      note(password);
      return unit();
    },
  } as DesktopBridge;
}

const everyState: string[] = [];
let stop: () => void;
beforeEach(() => {
  received.length = 0;
  lent.length = 0;
  everyState.length = 0;
  stop = store.subscribe((state) => everyState.push(JSON.stringify(state)));
});
afterEach(() => {
  stop();
  store.setState(store.getInitialState(), true);
  vi.unstubAllGlobals();
});

const failed = (code: "ERR_BUSY" | "ERR_NOT_SIGNED_IN" | "ERR_PASSCODE_WRONG" | "ERR_TAN_REFUSED") =>
  Promise.resolve({ ok: false, code, attemptsLeft: 3 } as const);
const signedOut = () => failed("ERR_NOT_SIGNED_IN");
const thrown = () => Promise.reject(new Error("x"));
const ends: [string, Answer<PinChangeEnd>, Answer<Overview>, Answer<null>][] = [
  ["changed", () => ok({ outcome: "changed" }), () => ok(overview), () => ok(null)],
  [
    "refused",
    () => ok({ outcome: "refused", code: "ERR_PIN_REFUSED" }),
    () => failed("ERR_BUSY"),
    () => failed("ERR_PASSCODE_WRONG"),
  ],
  ["unknown", () => ok({ outcome: "unknown" }), () => failed("ERR_NOT_SIGNED_IN"), () => failed("ERR_BUSY")],
  ["not sent", () => failed("ERR_BUSY"), () => failed("ERR_BUSY"), () => ok(null)],
  ["at the code", () => failed("ERR_TAN_REFUSED"), () => ok(overview), () => ok(null)],
  ["signed out", signedOut, signedOut, signedOut],
  ["in an exception", thrown, thrown, thrown],
];

describe.each(ends)("a flow that ends %s", (_name, end, step, unit) => {
  it("has at no moment a secret in the store, and wipes each", async () => {
    vi.stubGlobal("window", { bridge: bridgeThat(end, step, unit) });
    const texts = [
      "903718",
      "rain on 7 roofs",
      "rain on 7 roofs",
      "rain on 7 roofs",
      "snow on 8 hills",
      "1928",
      "562739",
      "grey 4 walls",
    ];
    const secrets = texts.map((text) => typed(text));
    const [code, first, entered, current, next, pin, tan, proxyPassword] = secrets as Eight<SecretBytes>;
    const quietly = (step: Promise<unknown>) => step.catch(() => undefined);
    await start();
    await signIn("Ada");
    await quietly(confirmCode(code));
    await quietly(setPasscode(first));
    await loadCards();
    await choosePinChange(card, "signed");
    await quietly(enterPasscode(entered, "a-card"));
    await quietly(changePasscode(current, next));
    await quietly(changePin(card, pin, "signed"));
    await resendTan();
    await quietly(confirmTan(tan));
    await quietly(signInToProxy("ada", proxyPassword));
    await leavePinChange();
    expect(received).toEqual(texts);
    expect(lent).toEqual(texts.map(({ length }) => new Uint8Array(length)));
    expect([entered.count(), pin.count()], "of these the entry goes, too").toEqual([0, 0]);
    expect(everyState.length).toBeGreaterThan(10);
    for (const state of everyState) {
      for (const text of new Set(texts)) {
        expect(state).not.toContain(text);
        expect(state).not.toContain(ascii(text).join()); // as bytes
      }
    }
  });
});

it("the store has a place for none", () => {
  expect(Object.keys(store.getInitialState()).sort()).toEqual([
    "browserWait",
    "busy",
    "cards",
    "consentFor",
    "devices",
    "failure",
    "isPastProxy",
    "isRemovedWithKey",
    "keychainAsks",
    "looksLater",
    "overview",
    "panel",
    "panelBelow",
    "pinChange",
    "place",
    "settings",
    "signInAgain",
    "tokenWaits",
    "update",
    "updateFailure",
    "updatePercent",
  ]);
});
