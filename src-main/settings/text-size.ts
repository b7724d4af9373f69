import { type TextSize, textSizes } from "../../src-contract/bridge/settings-view.ts";

/** The size after this one. @param step 1 for larger, -1 for smaller, 0 for as usual; at either end it stays */
export function stepTextSize(now: TextSize, step: 1 | -1 | 0): TextSize {
  if (step === 0) return 100;
  return textSizes[textSizes.indexOf(now) + step] ?? now;
}
