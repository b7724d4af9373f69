import type { Certificate, Session, session } from "electron";
import { hasPinnedKey } from "../backend/server-pins.ts";
import type { Config } from "../start-options.ts";
import { trustedOrigin } from "./trusted-origin.ts";

/** In memory only: no name with `persist:`, no cache (docs/threat-model.md#nothing-kept-by-window). */
const inMemory = { cache: false };

type Sessions = Pick<typeof session, "fromPartition">;

/** The window's session: hardened like every session, and without network. */
export function openWindowSession(sessions: Sessions): Session {
  const windowSession = sessions.fromPartition("window", inMemory);
  denyNetwork(windowSession);
  return windowSession;
}

/**
 * The sessions for main's own calls. `once` serves only calls that must not arrive twice (once-fetch.ts); `signIn` is for the
 * identity provider, `updates` for the update server. Each is opened when it is first read: they cost a start a tenth of a
 * second, and the first screen needs none (docs/performance.md#start).
 */
export function openMainSessions(
  sessions: Sessions,
  backend: Pick<Config, "backendOrigin" | "backendPins">,
): Record<"ordinary" | "once" | "signIn" | "updates", Session> {
  const ordinary = opened(() => withPins(sessions.fromPartition("backend", inMemory), backend));
  const once = opened(() => withPins(sessions.fromPartition("backend-once", inMemory), backend));
  const signIn = opened(() => sessions.fromPartition("sign-in", inMemory));
  const updates = opened(() => sessions.fromPartition("updates", inMemory));
  return {
    get ordinary() {
      return ordinary();
    },
    get once() {
      return once();
    },
    get signIn() {
      return signIn();
    },
    get updates() {
      return updates();
    },
  };
}

/**
 * Opens a session once, when it is first asked for. In its first moments Electron's own answer is `DIRECT`, whatever proxy its
 * calls take: who asks for the way waits until it has been read.
 */
function opened(open: () => Session): () => Session {
  let one: Session | null = null;
  return () => {
    one ??= withReadProxies(open());
    return one;
  };
}

function withReadProxies(fresh: Session): Session {
  const areRead = fresh.forceReloadProxyConfig();
  const resolveProxy = fresh.resolveProxy.bind(fresh);
  fresh.resolveProxy = async (url) => {
    await areRead;
    return resolveProxy(url);
  };
  return fresh;
}

/** What a verifying function answers: Chromium's own result stands. */
const AS_CHROMIUM_SAYS = -3;
/** net_error_list.h: SSL_PINNED_KEY_NOT_IN_CERT_CHAIN. */
const NO_PINNED_KEY = -150;

/**
 * Lets only a backend through that has one of the profile's keys, besides all that the system asks for
 * (docs/threat-model.md#backend-pinned). A proxy on the way, which may speak TLS too, is not meant.
 */
function withPins(
  target: Session,
  { backendOrigin, backendPins }: Pick<Config, "backendOrigin" | "backendPins">,
): Session {
  if (backendPins.length === 0) return target;
  const host = new URL(backendOrigin).hostname.replace(/^\[|\]$/g, ""); // Electron names an IPv6 address without brackets
  target.setCertificateVerifyProc(({ hostname, errorCode, validatedCertificate }, decide) => {
    const isJudged = errorCode !== 0 || hostname !== host;
    decide(isJudged || hasPinnedKey(chainOf(validatedCertificate), backendPins) ? AS_CHROMIUM_SAYS : NO_PINNED_KEY);
  });
  return target;
}

/** More than any chain has. */
const LONGEST_CHAIN = 10;

/** Each certificate's text, the server's first. The last of Electron's has itself as issuer. */
function chainOf(first: Certificate): readonly string[] {
  const chain: string[] = [];
  for (let next: Certificate | undefined = first; next && chain.length < LONGEST_CHAIN; next = next.issuerCert) {
    chain.push(next.data);
  }
  return chain;
}

/**
 * A proxy that no packet ever reaches: the system itself refuses TCP to a multicast address (RFC 9293, 3.9.2.3). A closed
 * local port would only do until another program opens it.
 */
export const unreachableProxy = "[ff02::1]:9";

/**
 * Lets only the window's own files through (docs/threat-model.md#window-without-network). `webRequest` sees neither WebRTC
 * nor Chromium's preconnects, so those meet an unreachable proxy, and every certificate is rejected
 * (docs/threat-model.md#server-questions-refused).
 */
function denyNetwork(target: Session): void {
  target.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwnFile(details.url) }));
  if (__DEVELOPMENT_SERVER__ !== "") return; // hot reload needs its socket
  void target.setProxy({ mode: "fixed_servers", proxyRules: unreachableProxy, proxyBypassRules: "<-loopback>" });
  target.setCertificateVerifyProc((_request, decide) => decide(-2));
}

/** Whether an address is exactly of our origin, or the development server's socket under `npm run dev`. */
export function isOwnFile(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (__DEVELOPMENT_SERVER__ !== "" && `http://${host}` === __DEVELOPMENT_SERVER__) return true;
  return `${protocol}//${host}` === trustedOrigin && username === "" && password === "";
}
