import { ProviderUnavailable } from "./ask-provider.ts";

/** How long an answer of the provider is kept. All in milliseconds. */
export interface KeptFor {
  /** Until it is asked for again. */
  readonly freshMs: number;
  /** While it cannot be had again: until it counts for nothing. */
  readonly usableMs: number;
  /** Whether callers wait for a fresh one, or take the usable one while it is asked for. */
  readonly waits: boolean;
}

/** Between two questions while there is a usable answer: what a caller sends must not make us ask more often. */
const COOL_DOWN_MS = 30_000;
/** Between two questions while there is none, so the first caller after an outage need not wait long. */
const RETRY_MS = 5000;

/** An answer of the provider that is kept for a while. */
export interface KeptAnswer<T> {
  /** The answer; asks if there is none or it is not fresh. @throws ProviderUnavailable */
  readonly get: () => Promise<T>;
  /** A newer answer, because the kept one lacks something: asks again, or takes one that is younger than the cool-down. @throws ProviderUnavailable */
  readonly renew: () => Promise<T>;
}

/**
 * Keeps an answer, asks for it once at a time, and not more often than the cool-down, whether it was answered or not.
 * `createRemoteJWKSet` of jose does so only after successes, and has nothing left once its cache has expired.
 * @param ask throws ProviderUnavailable
 * @param monotonic in milliseconds
 */
export function keepAnswer<T>(
  ask: () => Promise<T>,
  { freshMs, usableMs, waits }: KeptFor,
  monotonic: () => number,
): KeptAnswer<T> {
  let kept: { readonly answer: T; readonly at: number } | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let pending: Promise<T> | undefined;
  let lastFailed = false;

  const age = () => (kept === undefined ? Number.POSITIVE_INFINITY : monotonic() - kept.at);
  const askNow = async (): Promise<T> => {
    askedAt = monotonic();
    try {
      const answer = await ask();
      kept = { answer, at: askedAt };
      lastFailed = false;
      return answer;
    } catch (error) {
      lastFailed = true;
      throw error;
    }
  };
  const renew = async (): Promise<T> => {
    if (pending !== undefined) return pending;
    const pauseMs = age() < usableMs ? COOL_DOWN_MS : RETRY_MS;
    if (monotonic() - askedAt < pauseMs) {
      if (lastFailed || kept === undefined) throw new ProviderUnavailable();
      return kept.answer;
    }
    pending = askNow().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  return {
    renew,
    get: async () => {
      if (kept !== undefined && age() < freshMs) return kept.answer;
      const renewing = renew();
      if (kept !== undefined && age() < usableMs && !waits) {
        renewing.catch(() => {}); // it is in the log
        return kept.answer;
      }
      try {
        return await renewing;
      } catch (error) {
        if (kept !== undefined && age() < usableMs) return kept.answer;
        throw error;
      }
    },
  };
}
