import type { Fetch } from "./http-call.ts";

/** The part of an Electron session that is needed here. */
export interface HttpSession {
  readonly fetch: Fetch;
  closeAllConnections(): Promise<void>;
}

/**
 * A fetch that says when it has handed a call to the network, for which the call may have to wait. Nothing more is known
 * before an answer comes: Chromium reports the sending (`webRequest.onSendHeaders`, measured) before it has found the host.
 */
export type FetchOnce = (url: string, init: RequestInit, onHandedOver?: () => void) => Promise<Response>;

/**
 * A fetch for calls that must not arrive twice. Chromium silently sends a POST again when the connection it reused dies
 * unanswered (docs/threat-model.md#sent-once); on a connection that was never used before it does not. So: a session that
 * serves nothing else, one call at a time, and all its connections closed directly before each.
 */
export function createOnceFetch(session: HttpSession) {
  let previous: Promise<unknown> = Promise.resolve();
  /** Runs something while no call is under way; the connections that it leaves open are closed before the next. */
  const between = <T>(run: () => Promise<T>): Promise<T> => {
    const result = previous.then(run);
    previous = result.catch(() => undefined); // its caller is told; the next call does not depend on it
    return result;
  };
  const fetchOnce: FetchOnce = (url, init, onHandedOver) =>
    between(async () => {
      await session.closeAllConnections();
      const answer = session.fetch(url, init);
      if (!init.signal?.aborted) onHandedOver?.(); // what waited too long is not sent
      return answer;
    });
  return Object.assign(fetchOnce, { between });
}
