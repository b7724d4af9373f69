import { accessSync, constants } from "node:fs";
import type { App, Session, WebContents } from "electron";
import { log } from "../log.ts";

/**
 * Takes variables away that would weaken TLS or change how Electron starts
 * (docs/threat-model.md#environment-cleaned). The only place that touches the environment: nothing that matters for security
 * is read from it. A TMPDIR that cannot be used goes, too: Chromium makes a socket there to tell a first instance from a
 * second, and without it the start would end without a word.
 * @returns what is left of it
 */
export function cleanEnvironment(env: NodeJS.ProcessEnv): Readonly<NodeJS.ProcessEnv> {
  const named = [
    "NODE_TLS_REJECT_UNAUTHORIZED",
    "NODE_EXTRA_CA_CERTS",
    "NODE_USE_ENV_PROXY",
    "NODE_OPTIONS",
    "SSLKEYLOGFILE",
  ];
  for (const name of Object.keys(env)) {
    const upper = name.toUpperCase(); // Windows reads a variable whatever its case
    if (named.includes(upper) || upper.startsWith("ELECTRON_")) delete env[name];
  }
  if (env.TMPDIR !== undefined && !canMakeFilesIn(env.TMPDIR)) delete env.TMPDIR; // /tmp takes its place
  return env;
}

function canMakeFilesIn(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Everything that escapes: a code to the log, then out; no dialog with a stack, as Electron would show
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

type Contents = Pick<WebContents, "on" | "setWindowOpenHandler" | "setWebRTCIPHandlingPolicy">;

/**
 * Contents may not leave their page (docs/threat-model.md#no-navigation), open another or embed one
 * (docs/threat-model.md#no-new-windows), move their window about or refuse to be loaded anew: that would be to refuse a
 * lock. WebRTC, which neither a page's policy nor `webRequest` holds back, gets no UDP. Unconditional: there is no exception.
 */
export function hardenContents(contents: Contents): void {
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  contents.on("will-navigate", refuse);
  contents.on("will-frame-navigate", refuse);
  contents.on("will-redirect", refuse);
  contents.on("will-attach-webview", refuse);
  contents.on("content-bounds-updated", refuse);
  contents.on("will-prevent-unload", refuse); // to prevent the preventing
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/**
 * What holds for every session there is, the default one too, which Electron makes by itself: nothing is granted, nothing
 * downloaded, and no spelling checked, for which Chromium would fetch dictionaries from elsewhere.
 */
export function hardenSession(target: Session): void {
  denyPermissions(target);
  target.on("will-download", (event) => event.preventDefault());
  target.setSpellCheckerEnabled(false);
  target.setSpellCheckerLanguages([]); // without it a dictionary was still asked for, although checking was off
}

/** Electron grants by default; here nothing is granted, on any way of asking (docs/threat-model.md#nothing-granted). */
function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  target.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }));
}

/** What concerns the whole app, before it is ready: Electron makes its default session only then. */
export function hardenApp(app: Pick<App, "enableSandbox" | "commandLine" | "on">): void {
  app.enableSandbox();
  // Electron 33 lets a script paste whatever `enableDeprecatedPaste` says. And `<link rel="dns-prefetch">` would look up any
  // name, and so tell it, whatever the page's policy and the proxy say.
  app.commandLine.appendSwitch("blink-settings", "DOMPasteAllowed=false,dnsPrefetchingEnabled=false");
  app.on("session-created", hardenSession);
  app.on("web-contents-created", (_event, contents) => hardenContents(contents));
  refuseServers(app);
}

/**
 * What a server could ask of the app by way of a page is refused: a bad certificate stays bad, no certificate of the
 * cardholder's is shown, no name and password are given (docs/threat-model.md#server-questions-refused). The app's own
 * calls have no page; who makes one that may be asked for a password answers its own `login`.
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
 * One process per profile (docs/threat-model.md#second-start-ignored). What a second start brings with it
 * is not looked at: it only shows the window.
 * @returns false when another instance runs already, and also where the profile's folder cannot be used (profile-folder.ts)
 */
export function isOnlyInstance(app: Pick<App, "requestSingleInstanceLock" | "on">, showWindow: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", () => showWindow());
  return true;
}
