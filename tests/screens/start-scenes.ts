import type { Overview } from "../../src-contract/bridge/views.ts";
import type { ErrorCode } from "../../src-contract/errors/error-codes.ts";
import type { ScreenState } from "../../src-renderer/screen-states.ts";
import { bound, failed, ok, signedIn, signedOut } from "./ordinary-answers.ts";
import { choosePinChange } from "./pin-scenes.ts";
import type { Answers, Scene } from "./scene.ts";

type StartState = Extract<ScreenState, "loading" | "failed" | `sign-in${string}`>;

/** Nobody is signed in, and the browser is the way. */
const nobody = (more: Partial<Overview> = {}) => signedOut({ demoCustomers: null, signInBy: "browser", ...more });
/** Signed in with the browser, and the bank wants a newer sign-in before a PIN is changed. @param ends how it ends */
const atTheBank = (ends: ErrorCode): Answers => ({
  getOverview: signedIn(bound, { signInBy: "browser" }),
  beginPinEntry: failed("ERR_SIGN_IN_AGAIN"),
  signInWithBrowser: failed(ends),
});

/** From the first moment to the sign-in. */
export const startScenes: Record<StartState, Scene> = {
  loading: { answers: { getOverview: "never" } },
  failed: { answers: { getOverview: failed("ERR_BACKEND_UNREACHABLE") } },
  "sign-in": { answers: { getOverview: signedOut() } },
  "sign-in-locked": { answers: { getOverview: signedOut({ lockedBecause: "idle" }) } },
  "sign-in-failed": {
    answers: { getOverview: signedOut(), signIn: failed("ERR_BACKEND_TIMEOUT") },
    steps: ({ press }) => press("Ada Single"),
  },
  "sign-in-browser": { answers: { getOverview: nobody() } },
  "sign-in-browser-locked": { answers: { getOverview: nobody({ lockedBecause: "idle" }) } },
  "sign-in-browser-failed": {
    answers: { getOverview: nobody(), signInWithBrowser: failed("ERR_SIGN_IN_EXPIRED") },
    steps: ({ press, words }) => press(words.signIn.withBrowser),
  },
  "sign-in-no-cardholder": {
    answers: { getOverview: nobody(), signInWithBrowser: failed("ERR_NO_CARDHOLDER") },
    steps: ({ press, words }) => press(words.signIn.withBrowser),
  },
  "sign-in-waiting": {
    answers: { getOverview: nobody(), signInWithBrowser: "never", copySignInLink: ok(null) },
    async steps({ press, words }) {
      await press(words.signIn.withBrowser);
      await press(words.browserWait.copyLink);
    },
  },
  "sign-in-waiting-long": {
    answers: { getOverview: nobody({ browserHintMs: 1 }), signInWithBrowser: "never" },
    steps: ({ press, words }) => press(words.signIn.withBrowser),
  },
  "sign-in-again": { answers: atTheBank("ERR_SIGN_IN_TOO_WEAK"), steps: choosePinChange },
  "sign-in-again-failed": {
    answers: atTheBank("ERR_SIGN_IN_TOO_WEAK"),
    async steps(cardholder) {
      await choosePinChange(cardholder);
      await cardholder.press(cardholder.words.signIn.withBrowser);
    },
  },
};
