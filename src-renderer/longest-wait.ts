import type { Overview } from "../src-contract/bridge/views.ts";
import type { LimitedAction } from "../src-contract/rules/limited-actions.ts";
import type { PinChangeRoute } from "../src-contract/rules/pin-change-route.ts";

/** The action with the longest wait, and its milliseconds; null if none has to wait. */
export function longestWait(
  waits: Overview["waits"] | undefined,
  actions: readonly LimitedAction[],
): { readonly action: LimitedAction; readonly ms: number } | null {
  return actions.reduce<ReturnType<typeof longestWait>>((longest, action) => {
    const ms = waits?.[action] ?? null;
    return ms === null || (longest !== null && ms <= longest.ms) ? longest : { action, ms };
  }, null);
}

/** The limited actions that a PIN change counts as. */
export function limitedActionsOf(route: PinChangeRoute): readonly LimitedAction[] {
  return route === "sms" ? ["pin_change", "code"] : ["pin_change"];
}
