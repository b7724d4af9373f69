import type { Fetch } from "./http-call.ts";

/** The part of an Electron session that is needed here. */
export interface HttpSession {
  readonly fetch: Fetch;
  closeAllConnections(): Promise<void>;
}

/**
 * A fetch for calls that must not arrive twice. Chromium silently sends a POST again when the connection it reused dies
 * unanswered (design, measured); on a connection that was never used before it does not. So: a session that serves
 * nothing else, one call at a time, and all its connections closed directly before each.
 */
export function createOnceFetch(session: HttpSession): Fetch {
  let previous: Promise<unknown> = Promise.resolve();
  return (url, init) => {
    const result = previous.then(async () => {
      await session.closeAllConnections();
      return session.fetch(url, init);
    });
    previous = result.catch(() => undefined); // its caller is told; the next call does not depend on it
    return result;
  };
}
