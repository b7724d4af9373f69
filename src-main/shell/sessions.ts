import type { Session, session } from "electron";
import { trustedOrigin } from "./ipc.ts";

/** In memory only: no name with `persist:`, no cache (docs/threat-model.md#nothing-kept-by-window). */
const inMemory = { cache: false };

type Sessions = Pick<typeof session, "fromPartition">;

/** The window's session: hardened as every session is, and without any network. */
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
 * A proxy that no packet is ever sent to: TCP to a multicast address is refused by the system itself (RFC 9293, 3.9.2.3).
 * A closed port of this computer would do as long as no other program opens it.
 */
const nowhere = "[ff02::1]:9";

/**
 * Only the window's own files are let through (docs/threat-model.md#window-without-network). What Chromium does without
 * asking (`webRequest` sees neither WebRTC nor what it connects ahead of need) meets a proxy that is nowhere, and a
 * certificate is never good enough (docs/threat-model.md#server-questions-refused).
 */
function denyNetwork(target: Session): void {
  target.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwnFile(details.url) }));
  if (__DEVELOPMENT_SERVER__ !== "") return; // hot reload's socket has to get through
  void target.setProxy({ mode: "fixed_servers", proxyRules: nowhere, proxyBypassRules: "<-loopback>" });
  target.setCertificateVerifyProc((_request, decide) => decide(-2));
}

/** Exactly our origin, or the development server's socket in `npm run dev`. */
export function isOwnFile(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (__DEVELOPMENT_SERVER__ !== "" && `http://${host}` === __DEVELOPMENT_SERVER__) return true;
  return `${protocol}//${host}` === trustedOrigin && username === "" && password === "";
}
