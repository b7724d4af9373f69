// A time limit that a case waits for costs its time in every run, and one that runs out because the computer is busy
// fails a case for no reason of its own. So here limits end when a case says so, and never by themselves.

/** What the backend has for Solaris while it answers one request, in milliseconds: as it ships (src-backend/config.ts). */
export const SOLARIS_LIMIT_MS = 7000;
/** What the app has for one call to its backend, in milliseconds: as it ships. */
export const CALL_LIMIT_MS = 10_000;

let limits: { readonly ms: number; readonly controller: AbortController }[] = [];

/**
 * Takes the time limits of this process in hand, those of `AbortSignal.timeout`.
 * @returns what gives them back
 */
export function holdTimeLimits(): () => void {
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    limits.push({ ms, controller });
    return controller.signal;
  };
  return () => {
    AbortSignal.timeout = timeout;
    limits = [];
  };
}

/** Lets every limit of this length run out now. @throws where there is none: then nobody would go on */
export function runOut(ms: number): void {
  const ending = limits.filter((limit) => limit.ms === ms);
  if (ending.length === 0) throw new Error(`no time limit of ${ms} ms is held in this process`);
  limits = limits.filter((limit) => limit.ms !== ms);
  for (const { controller } of ending) controller.abort(new DOMException("The time is over.", "TimeoutError"));
}
