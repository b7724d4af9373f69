import { type BridgeMethod, bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import { type CallLimit, type CallRate, createCallRate } from "../../src-contract/bridge/call-rate.ts";
import { log } from "../log.ts";

/**
 * Several times what an automated run needs: a binding and three PIN changes within half a minute make four calls of
 * `getOverview`, 43 in all.
 */
const usual: CallLimit = { atOnce: 4, inARow: 30, oneMoreMs: 500 };

/** Each call opens a page in the browser, or another program, which one after another would bury. A second sign-in ends the first. */
const opensProgram: CallLimit = { atOnce: 3, inARow: 6, oneMoreMs: 5_000 };

/**
 * More than a person enters, of all methods that take a token's PIN together: through any of them the window could guess at a
 * token that counts no wrong ones (docs/hardware-key.md#the-pin).
 */
const tokenPins: CallLimit = { atOnce: 2, inARow: 10, oneMoreMs: 10_000 };

const special: Partial<Record<BridgeMethod, CallLimit>> = {
  signInWithBrowser: opensProgram,
  openBrowserAgain: opensProgram,
  openContact: opensProgram,
  installUpdate: opensProgram,
  /** Each loads a vendor's module in a process of its own. */
  listTokens: { atOnce: 2, inARow: 10, oneMoreMs: 2_000 },
  enterTokenPin: tokenPins,
  setTokenPin: tokenPins,
  removeWithToken: tokenPins,
  /** It opens a system dialog over the window; one after another would make the window unusable. */
  saveReport: { atOnce: 2, inARow: 4, oneMoreMs: 20_000 },
};

/** The window's recent calls, by method. */
export type CallRates = Readonly<Record<BridgeMethod, CallRate>>;

/** @param now milliseconds of a monotonic clock */
export function createCallRates(now: () => number): CallRates {
  const ofTokenPins = createCallRate(tokenPins, now);
  const rateOf = (limit: CallLimit) => (limit === tokenPins ? ofTokenPins : createCallRate(limit, now));
  return Object.fromEntries(
    bridgeMethods.map((method) => [method, withLog(method, rateOf(special[method] ?? usual))]),
  ) as CallRates;
}

/** Logs a flood once. */
function withLog(method: BridgeMethod, { enter, leave }: CallRate): CallRate {
  let isRefusing = false;
  return {
    enter() {
      const isLetIn = enter();
      if (!isLetIn && !isRefusing) log({ event: "call_failed", method, code: "ERR_TOO_MANY_CALLS" });
      isRefusing = !isLetIn;
      return isLetIn;
    },
    leave,
  };
}
