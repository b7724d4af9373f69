import type { Session, session } from "electron";
import { trustedOrigin } from "./ipc.ts";

/** In memory only: no name with `persist:`, no cache (docs/threat-model.md#nothing-kept-by-window). */
const inMemory = { cache: false };

type Sessions = Pick<typeof session, "fromPartition">;

/** The window's session: hardened like every session, and without network. */
export function openWindowSession(sessions: Sessions): Session {
  const windowSession = sessions.fromPartition("window", inMemory);
  denyNetwork(windowSession);
  return windowSession;
}

/** The sessions that talk to the backend; `once` serves only calls that must not arrive twice (once-fetch.ts). */
export function openBackendSessions(sessions: Sessions): { ordinary: Session; once: Session } {
  return {
    ordinary: sessions.fromPartition("backend", inMemory),
    once: sessions.fromPartition("backend-once", inMemory),
  };
}

/**
 * A proxy that no packet ever reaches: the system itself refuses TCP to a multicast address (RFC 9293, 3.9.2.3). A closed
 * local port would only do until another program opens it.
 */
const unreachableProxy = "[ff02::1]:9";

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
