import { AppError } from "./app-error.ts";

export type OneAtATime = ReturnType<typeof createOneAtATime>;

/**
 * Runs steps that change something one at a time (docs/threat-model.md#one-step-at-a-time). The window offers no second step
 * meanwhile, so a second call does not come from the cardholder.
 */
export function createOneAtATime() {
  let running: Promise<unknown> | null = null;
  const begin = async <T>(run: () => Promise<T>): Promise<T> => {
    const step = run();
    const settled = step.catch(() => undefined); // its own caller gets the error
    running = settled;
    try {
      return await step;
    } finally {
      if (running === settled) running = null;
    }
  };
  /** Runs a step at once. @throws AppError ERR_BUSY while another step runs */
  const refuseSecond = async <T>(run: () => Promise<T>): Promise<T> => {
    if (running !== null) throw new AppError("ERR_BUSY");
    return begin(run);
  };
  /** Runs a step after the current one, whose cardholder may have been signed out meanwhile. */
  const after = async <T>(run: () => Promise<T>): Promise<T> => {
    while (running !== null) await running;
    return begin(run);
  };
  /** Whether a step runs now. */
  const isRunning = () => running !== null;
  return Object.assign(refuseSecond, { after, isRunning });
}
