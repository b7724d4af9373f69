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

/** A proxy that asks for a name and a password, and its authentication scheme. */
export interface AskingProxy {
  /** `host:port`. */
  readonly address: string;
  /** The authentication scheme (RFC 9110 §11.1) in lower case, e.g. `basic`. */
  readonly scheme: string;
}

/** A password for one proxy and one scheme: under another scheme the network might be able to read it. */
export interface ProxyPassword extends AskingProxy {
  readonly name: string;
  /** ISO 8859-1, a byte for each character; the caller's to wipe. */
  readonly password: Uint8Array;
}

/** How a HEAD request ended. `asked.isRefusal`: the proxy rejected the given password. */
export type HeadEnd =
  | { readonly state: "through" }
  | { readonly state: "asked"; readonly by: AskingProxy; readonly isRefusal: boolean }
  | { readonly state: "unsupported" }
  | { readonly state: "timeout" }
  | { readonly state: "failed"; readonly error: Error };

/** The target, session and time limit of a HEAD request. */
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
 * Sends a HEAD request to the backend, so a proxy on the way can ask for credentials: `session.fetch` raises no `login`
 * (measured), and must not hold up a real request. Chromium remembers accepted credentials for the session, in memory, so
 * later requests pass. The password goes once, and only to its own proxy under its own scheme: never to a server (`isProxy`)
 * or to another proxy. Never rejects.
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
      answer.on("error", () => {}); // Chromium delivers the head of a refused tunnel, then fails the body (measured)
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

/** As proxy settings write it: an IPv6 address in brackets. */
function addressOf({ host, port }: Pick<AuthInfo, "host" | "port">): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]:${port}` : `${host}:${port}`;
}
