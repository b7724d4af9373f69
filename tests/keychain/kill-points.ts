import { runs } from "../long-form.ts";

/** Before or after the n-th change of keychain or marker. */
export interface KillPoint {
  readonly change: number;
  readonly when: "before" | "after";
}

/**
 * Where a step can be killed. The long form has all points; the short one leaves out those that leave behind what another
 * does: after a change is before the next one, unless Solaris is told something in between.
 * @param changes how many changes the step makes
 * @param tells the changes after which Solaris is told something before the next change
 */
export function killPoints(changes: number, tells: readonly number[] = []): readonly KillPoint[] {
  return Array.from({ length: changes }, (_, i) => i + 1).flatMap((change): KillPoint[] => {
    const isLikeTheNext = change < changes && !tells.includes(change);
    return isLikeTheNext && runs(true, false)
      ? [{ change, when: "before" }]
      : [
          { change, when: "before" },
          { change, when: "after" },
        ];
  });
}
