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

/** Who asks for a name and a password, and in which way. */
export interface AskingProxy {
  /** `host:port`. */
  readonly address: string;
  /** Of RFC 9110 §11.1, in lower case, e.g. `basic`. */
  readonly scheme: string;
}

/** For one proxy only, that asks in one way only: in another the network may be able to read it. */
export interface ProxyPassword extends AskingProxy {
  readonly name: string;
  /** ISO 8859-1, a byte for each character; wiped by whoever made it. */
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
  /** Of the backend. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly isConfigured: IsConfigured;
}

/** Whether this computer's settings name the proxy `host:port`. */
export type IsConfigured = (address: string) => boolean;

/** RFC 9110 §15.5.8. */
export const PROXY_AUTHENTICATION_REQUIRED = 407;

/**
 * Asks for the head of an address of the backend, so that a proxy on the way can ask who it is: `session.fetch` raises no
 * `login` (measured), and no request that matters is to be the one that is held up. What the proxy accepts, Chromium keeps
 * in memory for this session, whose later requests pass. A password is given once, to the proxy that it is for, in the way
 * that it is for, and to nobody else: never to a server (`isProxy`), nor to another proxy. Never rejects.
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
