import type { LimitedAction, Overview, PinChangeRoute } from "../src-preload/contract/views.ts";

/** Of some actions, the one that can be done again last, and from when on; null where none has to wait. */
export function longestWait(
  waits: Overview["waits"] | undefined,
  actions: readonly LimitedAction[],
): { readonly action: LimitedAction; readonly until: string } | null {
  return actions.reduce<ReturnType<typeof longestWait>>((longest, action) => {
    const until = waits?.[action] ?? null;
    if (until === null || (longest !== null && Date.parse(until) <= Date.parse(longest.until))) return longest;
    return { action, until };
  }, null);
}

/** What a PIN change takes of what the bank limits. */
export function limitsOf(route: PinChangeRoute): readonly LimitedAction[] {
  return route === "sms" ? ["pinChange", "code"] : ["pinChange"];
}
