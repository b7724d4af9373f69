import type { Session, session } from "electron";
import { trustedOrigin } from "./ipc.ts";

/** In memory only: no name with `persist:`, no cache (checklist row 12). */
const inMemory = { cache: false };

type Sessions = Pick<typeof session, "fromPartition">;

/** The window's session: no network, no permission, nothing kept. */
export function openWindowSession(sessions: Sessions): Session {
  const windowSession = sessions.fromPartition("window", inMemory);
  denyPermissions(windowSession);
  denyRequests(windowSession);
  windowSession.on("will-download", (event) => event.preventDefault());
  windowSession.setSpellCheckerEnabled(false);
  return windowSession;
}

/** The sessions that talk to the backend; `once` serves only calls that must not arrive twice (once-fetch.ts). */
export function openBackendSessions(sessions: Sessions): { ordinary: Session; once: Session } {
  const ordinary = sessions.fromPartition("backend", inMemory);
  const once = sessions.fromPartition("backend-once", inMemory);
  for (const backendSession of [ordinary, once]) denyPermissions(backendSession);
  return { ordinary, once };
}

/** Electron grants by default; here nothing is granted, on any way of asking (row 10). */
export function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  target.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }));
}

/** Only the window's own files are let through; a proxy that answers nothing is the second belt (row 11). */
function denyRequests(target: Session): void {
  target.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwnFile(details.url) }));
  if (__DEVELOPMENT_SERVER__ !== "") return; // hot reload's socket has to get through
  void target.setProxy({ mode: "fixed_servers", proxyRules: "127.0.0.1:9", proxyBypassRules: "<-loopback>" });
}

/** Exactly our origin, or the development server's socket in `npm run dev`. */
export function isOwnFile(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (__DEVELOPMENT_SERVER__ !== "" && `http://${host}` === __DEVELOPMENT_SERVER__) return true;
  return `${protocol}//${host}` === trustedOrigin && username === "" && password === "";
}
