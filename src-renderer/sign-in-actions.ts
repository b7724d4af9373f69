import type { Overview, SignInAccount } from "../src-contract/bridge/views.ts";
import type { Failure, Result } from "../src-contract/errors/result.ts";
import { choosePinChange, goOn, requestCode } from "./actions.ts";
import { bridge } from "./bridge.ts";
import { runAndShow } from "./run-step.ts";
import { store } from "./store.ts";

/** Whether the cardholder has given up the sign-in that waits. A locked screen ends one too, of which they have to be told. */
let isGivenUp = false;

/**
 * Signs in with the browser. The window shows that it waits, and its buttons work meanwhile. Then what was begun goes on.
 * @param account whom the bank's page lets sign in
 */
export async function signInWithBrowser(account: SignInAccount): Promise<void> {
  const { overview, signInAgain: begun } = store.getState();
  isGivenUp = false;
  store.setState({ failure: null, browserWait: { isLong: false } });
  const timer = setTimeout(() => store.setState({ browserWait: { isLong: true } }), overview?.browserHintMs);
  let result: Result<Overview>;
  try {
    result = await bridge().signInWithBrowser(account);
  } finally {
    clearTimeout(timer);
    store.setState({ browserWait: null });
  }
  if (!result.ok && result.code === "ERR_SIGN_IN_CANCELLED" && isGivenUp) return;
  if (!(await runAndShow(async () => result))) return;
  const isSame = store.getState().overview?.customer?.number === overview?.customer?.number;
  store.setState({ signInAgain: null });
  await goOn();
  if (!isSame) return; // what was begun was somebody else's
  if (begun?.for === "pin") await choosePinChange(begun.card, begun.route);
  if (begun?.for === "code") await requestCode(begun.computerName);
  if (begun?.for === "step") await begun.goOn();
}

/** @returns why it failed; null if it did not */
export const openBrowserAgain = () => failureOf(bridge().openBrowserAgain());
/** @returns why it failed; null if it did not */
export const copySignInLink = () => failureOf(bridge().copySignInLink());
/** The wait ends with it, and the screen before comes back. */
export const cancelSignIn = () => {
  isGivenUp = true;
  return failureOf(bridge().cancelSignIn());
};

/** Leaves what needed another sign-in undone. */
export const signInLater = () => store.setState({ signInAgain: null, failure: null });

/** These run beside the sign-in that waits, so they are no steps. */
async function failureOf(call: Promise<Result<null>>): Promise<Failure | null> {
  const result = await call;
  return result.ok ? null : result;
}
