import type { App, Session, WebContents } from "electron";
import { log } from "../log.ts";

/**
 * Logs a code for every uncaught error and exits, instead of Electron's dialog with a stack
 * (docs/threat-model.md#crash-without-words).
 */
export function dieQuietly(target: NodeJS.Process, exit: (code: number) => void): void {
  const leave = (kind: "exception" | "rejection") => {
    log({ event: "unexpected_error", kind });
    exit(70);
  };
  target.on("uncaughtException", () => leave("exception"));
  target.on("unhandledRejection", () => leave("rejection"));
}

type Contents = Pick<WebContents, "on" | "setWindowOpenHandler" | "setWebRTCIPHandlingPolicy" | "closeDevTools">;

/**
 * Contents may not leave their page (docs/threat-model.md#no-navigation), open or embed another
 * (docs/threat-model.md#no-new-windows), move their window, or prevent a reload, which would prevent a lock. WebRTC, which
 * neither the page's policy nor `webRequest` stops, gets no UDP. There are no exceptions.
 */
export function hardenContents(contents: Contents): void {
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  contents.on("will-navigate", refuse);
  contents.on("will-frame-navigate", refuse);
  contents.on("will-redirect", refuse);
  contents.on("will-attach-webview", refuse);
  contents.on("content-bounds-updated", refuse);
  contents.on("will-prevent-unload", refuse); // overrides the page's attempt to stay
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  if (__RELEASE__) contents.on("devtools-opened", () => contents.closeDevTools());
}

/**
 * Applies to every session, including the default one that Electron creates: no permissions, no downloads, and no spell
 * checking, for which Chromium would fetch dictionaries.
 */
export function hardenSession(target: Session): void {
  denyPermissions(target);
  target.on("will-download", (event) => event.preventDefault());
  target.setSpellCheckerEnabled(false);
  target.setSpellCheckerLanguages([]); // otherwise Chromium still fetched a dictionary with checking off
}

/** Electron grants by default; this denies every kind of permission request (docs/threat-model.md#nothing-granted). */
function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  target.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }));
}

/** Hardens the whole app before it is ready, because Electron creates its default session then. */
export function hardenApp(app: Pick<App, "enableSandbox" | "commandLine" | "on">): void {
  app.enableSandbox();
  // Electron 33 lets scripts paste even with `enableDeprecatedPaste` off, and copy without anybody having pressed anything: by
  // itself a script could put another account's number in place of the one that was copied. And `<link rel="dns-prefetch">`
  // would look up, and so leak, any name despite the page's policy and the proxy.
  app.commandLine.appendSwitch(
    "blink-settings",
    "javaScriptCanAccessClipboard=false,DOMPasteAllowed=false,dnsPrefetchingEnabled=false",
  );
  app.on("session-created", hardenSession);
  app.on("web-contents-created", (_event, contents) => hardenContents(contents));
  refuseServers(app);
}

/**
 * Refuses what a server could request through a page: bad certificates stay bad, and no client certificate, name or password
 * is given (docs/threat-model.md#server-questions-refused). The app's own calls have no page; a call that may need a
 * password handles its own `login`.
 */
function refuseServers(app: Pick<App, "on">): void {
  app.on("certificate-error", (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault();
    decide(false);
  });
  app.on("select-client-certificate", (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
  app.on("login", (event, _contents, _details, _authInfo, answer) => {
    event.preventDefault();
    answer();
  });
}

/**
 * One process per profile (docs/threat-model.md#second-start-ignored). A second start only shows the window; its arguments
 * are ignored.
 * @returns false if another instance is running, or the profile's folder cannot be used (profile-folder.ts)
 */
export function isOnlyInstance(app: Pick<App, "requestSingleInstanceLock" | "on">, showWindow: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", () => showWindow());
  return true;
}
