import { AppError } from "./app-error.ts";

/** Steps that change something, one at a time (checklist row 22): the window offers no second, so it is not the window that asks. */
export interface OneAtATime {
  /** @throws AppError ERR_BUSY while another step runs */
  <T>(run: () => Promise<T>): Promise<T>;
  /** Waits for a step that still runs, say one whose cardholder was signed out meanwhile. */
  readonly after: <T>(run: () => Promise<T>) => Promise<T>;
  /** Whether a step runs now. */
  readonly isRunning: () => boolean;
}

export function createOneAtATime(): OneAtATime {
  let running: Promise<unknown> | null = null;
  const begin = async <T>(run: () => Promise<T>): Promise<T> => {
    const step = run();
    const settled = step.catch(() => undefined); // its caller is told
    running = settled;
    try {
      return await step;
    } finally {
      if (running === settled) running = null;
    }
  };
  const refuseSecond = async <T>(run: () => Promise<T>): Promise<T> => {
    if (running !== null) throw new AppError("ERR_BUSY");
    return begin(run);
  };
  const after = async <T>(run: () => Promise<T>): Promise<T> => {
    while (running !== null) await running;
    return begin(run);
  };
  return Object.assign(refuseSecond, { after, isRunning: () => running !== null });
}
