/** The part of Electron's `net.request` that is needed here; `Session` is Electron's session. */
export type NetRequest<Session> = (options: {
  method: "HEAD";
  url: string;
  session: Session;
  credentials: "omit";
  redirect: "manual";
}) => Request;

interface Request {
  on(event: "login", heard: (asked: AuthInfo, answer: (name?: string, password?: string) => void) => void): unknown;
  on(event: "response", heard: (answer: Response) => void): unknown;
  on(event: "redirect", heard: () => void): unknown;
  on(event: "error", heard: (error: Error) => void): unknown;
  end(): unknown;
  abort(): void;
}

interface Response {
  readonly statusCode: number;
  on(event: "error", heard: () => void): unknown;
}

interface AuthInfo {
  readonly isProxy: boolean;
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
}

/** A proxy that asks for a name and a password, and the way in which it asks. */
export interface AskingProxy {
  /** `host:port`. */
  readonly address: string;
  /** Of RFC 9110 §11.1, in lower case, e.g. `basic`. */
  readonly scheme: string;
}

/** A password for one proxy and one scheme: in another scheme the network may be able to read it. */
export interface ProxyPassword extends AskingProxy {
  readonly name: string;
  /** ISO 8859-1, a byte for each character; the caller's to wipe. */
  readonly password: Uint8Array;
}

/** How far a HEAD came. `asked.isRefusal`: the password that it had was given, and not accepted. */
export type HeadEnd =
  | { readonly state: "through" }
  | { readonly state: "asked"; readonly by: AskingProxy; readonly isRefusal: boolean }
  | { readonly state: "unsupported" }
  | { readonly state: "timeout" }
  | { readonly state: "failed"; readonly error: Error };

/** Where a head is asked for, through which session, and for how long at most. */
export interface HeadRequest<Session> {
  readonly request: NetRequest<Session>;
  readonly session: Session;
  /** An address of the backend. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly isConfigured: IsConfigured;
}

/** Whether this computer's settings name the proxy `host:port`. */
export type IsConfigured = (address: string) => boolean;

/** RFC 9110 §15.5.8. */
export const PROXY_AUTHENTICATION_REQUIRED = 407;

/**
 * Asks for the head of an address of the backend, so that a proxy on the way can ask who is there: `session.fetch` raises no
 * `login` (measured), and a request that matters must not be held up. Chromium keeps in memory what the proxy accepts, for
 * this session, and its later requests pass. The password is given once, to its own proxy in its own scheme, and to nobody
 * else: never to a server (`isProxy`), nor to another proxy. Never rejects.
 */
export function requestHead<Session>(
  { request, session, url, timeoutMs, isConfigured }: HeadRequest<Session>,
  given: ProxyPassword | null,
): Promise<HeadEnd> {
  return new Promise((resolve) => {
    const head = request({ method: "HEAD", url, session, credentials: "omit", redirect: "manual" });
    let isGiven = false;
    let by: AskingProxy | null = null;
    const end = (reached: HeadEnd) => {
      clearTimeout(timer);
      resolve(by === null ? reached : { state: "asked", by, isRefusal: isGiven && by.address === given?.address });
    };
    const timer = setTimeout(() => {
      end({ state: "timeout" });
      head.abort();
    }, timeoutMs);
    head.on("login", (asked, answer) => {
      const address = addressOf(asked);
      if (!asked.isProxy || !isConfigured(address)) return answer();
      const scheme = asked.scheme.toLowerCase();
      if (given !== null && !isGiven && address === given.address && scheme === given.scheme) {
        isGiven = true;
        return answer(given.name, Buffer.from(given.password).toString("latin1"));
      }
      by = { address, scheme };
      answer();
    });
    head.on("response", (answer) => {
      answer.on("error", () => {}); // of a refused tunnel Chromium gives the head, and fails at the rest (measured)
      end({ state: answer.statusCode === PROXY_AUTHENTICATION_REQUIRED ? "unsupported" : "through" });
      head.abort();
    });
    head.on("redirect", () => {
      end({ state: "through" });
      head.abort();
    });
    head.on("error", (error) => end({ state: "failed", error }));
    head.end();
  });
}

/** As in a proxy's setting: an IPv6 address stands in brackets. */
function addressOf({ host, port }: Pick<AuthInfo, "host" | "port">): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]:${port}` : `${host}:${port}`;
}
