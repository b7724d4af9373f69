import type { ScreenState } from "../../src-renderer/screen-states.ts";
import { failed, signedOut } from "./ordinary-answers.ts";
import type { Scene } from "./scene.ts";

type StartState = Extract<ScreenState, "loading" | "failed" | `sign-in${string}`>;

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
  "sign-in-unavailable": { answers: { getOverview: signedOut({ demoCustomers: null }) } },
};
