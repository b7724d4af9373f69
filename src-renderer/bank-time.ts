import { noteReceived } from "./deadlines.ts";
import { store } from "./store.ts";

/**
 * Now by the bank's clock, as this computer's may be wrong; by this computer's until main has said it.
 * @returns milliseconds since 1970
 */
export function bankNow(): number {
  const { overview } = store.getState();
  // The part that a failure leaves as it came (run-step.ts).
  return overview === null ? Date.now() : overview.bankTime + performance.now() - noteReceived(overview.waits);
}
