import type { Fetch } from "./http-call.ts";

/** The part of an Electron session that is needed here. */
export interface HttpSession {
  readonly fetch: Fetch;
  closeAllConnections(): Promise<void>;
}

/** What a call does once its turn has come, which it may have to wait for. */
export interface Turn {
  /** The headers that must be young when the call goes out (credentials.ts). */
  readonly authorize?: (() => Promise<Readonly<Record<string, string>>>) | undefined;
  /**
   * Called when the call is handed to the network. Nothing more is known before an answer comes: Chromium reports sending
   * (`webRequest.onSendHeaders`) even before it has resolved the host (measured).
   */
  readonly onHandedOver?: (() => void) | undefined;
}

export type FetchOnce = (url: string, init: RequestInit, turn?: Turn) => Promise<Response>;

/** The request with these headers besides its own. */
export function withHeaders(init: RequestInit, headers: Readonly<Record<string, string>>): RequestInit {
  return { ...init, headers: { ...(init.headers as Record<string, string> | undefined), ...headers } };
}

/**
 * A fetch for calls that must not arrive twice. Chromium silently resends a POST when a reused connection dies unanswered
 * (docs/threat-model.md#sent-once), but not on a new connection. So these calls have a session of their own, run one at a
 * time, and each begins by closing all connections.
 */
export function createOnceFetch(session: HttpSession) {
  let previous: Promise<unknown> = Promise.resolve();
  /** Runs something while no call is in progress; the next call closes the connections that it leaves open. */
  const between = <T>(run: () => Promise<T>): Promise<T> => {
    const result = previous.then(run);
    previous = result.catch(() => undefined); // its own caller gets the error
    return result;
  };
  const fetchOnce: FetchOnce = (url, init, { authorize, onHandedOver } = {}) =>
    between(async () => {
      await session.closeAllConnections();
      const answer = session.fetch(url, authorize === undefined ? init : withHeaders(init, await authorize()));
      if (!init.signal?.aborted) onHandedOver?.(); // a call that waited too long is not sent
      return answer;
    });
  return Object.assign(fetchOnce, { between });
}
