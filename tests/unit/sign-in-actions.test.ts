import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import { choosePinChange, requestCode, start } from "../../src-renderer/actions.ts";
import { openLetterCode, requestLetter } from "../../src-renderer/letter-actions.ts";
import { cancelSignIn, signInLater, signInWithBrowser } from "../../src-renderer/sign-in-actions.ts";
import { store } from "../../src-renderer/store.ts";
import { absent, bound, cards, failed, ok, signedIn, signedOut } from "../screens/ordinary-answers.ts";

const nobody = signedOut({ demoCustomers: null, signInBy: "browser" });
const [card] = cards;
const answers: Partial<Record<keyof DesktopBridge, (...args: never[]) => Promise<unknown>>> = {};
const called: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  called.length = 0;
  for (const key of Object.keys(answers)) delete answers[key as keyof DesktopBridge];
  answers.getOverview = async () => nobody;
  answers.getSettings = async () => failed("ERR_INTERNAL"); // the language of other tests stays
  const bridge = new Proxy({} as DesktopBridge, {
    get:
      (_target, method: keyof DesktopBridge) =>
      async (...args: never[]) => {
        called.push([method, ...args].join(" "));
        return (await answers[method]?.(...args)) ?? ok(null);
      },
  });
  vi.stubGlobal("window", { bridge });
  store.setState(store.getInitialState(), true);
});
afterEach(() => {
  store.setState(store.getInitialState(), true);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The wait for the browser, until a test ends it. */
function waitsForBrowser() {
  let end = (_result: unknown): void => undefined;
  answers.signInWithBrowser = () => new Promise((resolve) => (end = resolve));
  return (result: unknown) => end(result);
}

describe("a sign-in with the browser", () => {
  it("waits without a step under way, so that its buttons work, and offers help after twenty seconds", async () => {
    const end = waitsForBrowser();
    await start();
    const waiting = signInWithBrowser("other");
    expect(called.at(-1)).toBe("signInWithBrowser other");
    expect(store.getState()).toMatchObject({ browserWait: { isLong: false }, busy: false });
    vi.advanceTimersByTime(19_999);
    expect(store.getState().browserWait).toEqual({ isLong: false });
    vi.advanceTimersByTime(1);
    expect(store.getState().browserWait).toEqual({ isLong: true });
    end(signedIn(bound));
    await waiting;
    expect(store.getState()).toMatchObject({ browserWait: null, overview: { customer: { name: "Ada Single" } } });
  });

  it("that the cardholder gives up leads back without a reproach", async () => {
    const end = waitsForBrowser();
    await start();
    const waiting = signInWithBrowser("any");
    expect(await cancelSignIn()).toBeNull();
    end(failed("ERR_SIGN_IN_CANCELLED"));
    await waiting;
    expect(store.getState()).toMatchObject({ browserWait: null, failure: null, overview: { customer: null } });
    vi.advanceTimersByTime(60_000);
    expect(store.getState().browserWait).toBeNull();
  });

  it("that ends otherwise, as by a locked screen, says so, also after one that was given up", async () => {
    await start();
    for (const givesUp of [true, false]) {
      const end = waitsForBrowser();
      const waiting = signInWithBrowser("any");
      if (givesUp) await cancelSignIn();
      end(failed("ERR_SIGN_IN_CANCELLED"));
      await waiting;
      expect(store.getState().failure?.code).toBe(givesUp ? undefined : "ERR_SIGN_IN_CANCELLED");
    }
  });

  it("whose call throws leaves no wait behind that nobody could end", async () => {
    answers.signInWithBrowser = () => Promise.reject(new Error("x"));
    await start();
    await signInWithBrowser("any").catch(() => undefined);
    expect(store.getState().browserWait).toBeNull();
  });

  it.each(["ERR_SIGN_IN_EXPIRED", "ERR_NO_CARDHOLDER", "ERR_SIGN_IN_UNAVAILABLE"] as const)(
    "tells of %s",
    async (code) => {
      answers.signInWithBrowser = async () => failed(code);
      await start();
      await signInWithBrowser("any");
      expect(store.getState()).toMatchObject({ browserWait: null, failure: { code } });
    },
  );
});

describe("a step for which the sign-in is not enough", () => {
  beforeEach(async () => {
    answers.getOverview = async () => signedIn(bound, { signInBy: "browser" });
    await start();
  });

  it("goes on after signing in again: the PIN that was to be changed", async () => {
    answers.beginPinEntry = async () => failed("ERR_SIGN_IN_AGAIN");
    await choosePinChange(card, "signed");
    expect(store.getState()).toMatchObject({ signInAgain: { for: "pin", card }, failure: null, pinChange: null });
    answers.signInWithBrowser = async () => signedIn(bound, { signInBy: "browser" });
    answers.beginPinEntry = async () => ok(null);
    await signInWithBrowser("any");
    expect(store.getState()).toMatchObject({ signInAgain: null, pinChange: { stage: "entering", card } });
  });

  it("goes on after signing in again: the code that was asked for, under the name that was entered", async () => {
    answers.requestCode = async () => failed("ERR_SIGN_IN_AGAIN");
    await requestCode("Ada’s desk");
    answers.signInWithBrowser = async () => signedIn(absent, { signInBy: "browser" });
    answers.requestCode = async () => signedIn(absent, { signInBy: "browser" });
    await signInWithBrowser("any");
    expect(called.filter((call) => call.startsWith("requestCode"))).toEqual(Array(2).fill("requestCode Ada’s desk"));
    expect(store.getState().signInAgain).toBeNull();
  });

  it("goes on after signing in again: another letter with a code, and the code of one", async () => {
    answers.signInWithBrowser = async () => signedIn(absent, { signInBy: "browser" });
    answers.requestLetter = async () => failed("ERR_SIGN_IN_AGAIN");
    await requestLetter(true);
    answers.requestLetter = async () => signedIn(absent, { signInBy: "browser" });
    await signInWithBrowser("any");
    expect(called.filter((call) => call.startsWith("requestLetter"))).toEqual(Array(2).fill("requestLetter true"));
    answers.beginLetterCode = async () => failed("ERR_SIGN_IN_AGAIN");
    await openLetterCode();
    answers.beginLetterCode = async () => ok(null);
    await signInWithBrowser("any");
    expect(store.getState()).toMatchObject({ signInAgain: null, place: "letter-code" });
  });

  it("is asked again where signing in failed, and can be left", async () => {
    answers.beginPinEntry = async () => failed("ERR_SIGN_IN_AGAIN");
    await choosePinChange(card, "signed");
    answers.signInWithBrowser = async () => failed("ERR_SIGN_IN_TOO_WEAK");
    await signInWithBrowser("any");
    expect(store.getState()).toMatchObject({ signInAgain: { for: "pin" }, failure: { code: "ERR_SIGN_IN_TOO_WEAK" } });
    signInLater();
    expect(store.getState()).toMatchObject({ signInAgain: null, failure: null, pinChange: null });
  });

  it("is not gone on with for somebody else of the same name, who sees nothing of the one before", async () => {
    answers.beginPinEntry = async () => failed("ERR_SIGN_IN_AGAIN");
    await choosePinChange(card, "signed");
    store.setState({ cards: { cards, cardsLeftOut: 0, accountsLeftOut: 0, isCutShort: false }, place: "devices" });
    answers.signInWithBrowser = async () =>
      signedIn(bound, { signInBy: "browser", customer: { name: "Ada Single", number: 1 } });
    answers.beginPinEntry = async () => ok(null);
    await signInWithBrowser("any");
    expect(store.getState()).toMatchObject({ signInAgain: null, pinChange: null, cards: null, place: "home" });
  });

  it("is forgotten with the session", async () => {
    answers.beginPinEntry = async () => failed("ERR_SIGN_IN_AGAIN");
    await choosePinChange(card, "signed");
    answers.getOverview = async () => nobody;
    answers.signInWithBrowser = async () => failed("ERR_NOT_SIGNED_IN");
    await signInWithBrowser("any");
    expect(store.getState()).toMatchObject({ signInAgain: null, overview: { customer: null } });
  });
});
