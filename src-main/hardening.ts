import type { App, WebContents } from "electron";
import { log } from "./log.ts";

/**
 * Takes variables away that would weaken TLS or change how Electron starts (checklist row 32). The only place that
 * touches the environment: nothing that matters for security is read from it.
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
  return env;
}

/** Everything that escapes: a code to the log, then out; no dialog with a stack, as Electron would show (row 72). */
export function dieQuietly(target: NodeJS.Process, exit: (code: number) => void): void {
  const leave = (kind: "exception" | "rejection") => {
    log({ event: "unexpected_error", kind });
    exit(70);
  };
  target.on("uncaughtException", () => leave("exception"));
  target.on("unhandledRejection", () => leave("rejection"));
}

/**
 * Contents may not leave their page, open another, embed one (rows 8, 9, 13), move their window about or refuse to be
 * loaded anew: that would be to refuse a lock. Unconditional: there is no exception.
 */
export function hardenContents(contents: Pick<WebContents, "on" | "setWindowOpenHandler">): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  contents.on("will-navigate", refuse);
  contents.on("will-frame-navigate", refuse);
  contents.on("will-redirect", refuse);
  contents.on("will-attach-webview", refuse);
  contents.on("content-bounds-updated", refuse);
  contents.on("will-prevent-unload", refuse); // to prevent the preventing
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/** What concerns the whole app, before it is ready. */
export function hardenApp(app: Pick<App, "enableSandbox" | "on" | "commandLine">): void {
  app.enableSandbox();
  // Electron 33 lets a script paste whatever `enableDeprecatedPaste` says.
  app.commandLine.appendSwitch("blink-settings", "DOMPasteAllowed=false");
  app.on("web-contents-created", (_event, contents) => hardenContents(contents));
}

/**
 * One process per profile (rows 26, 33). What a second start brings with it is not looked at: it only shows the window.
 * @returns false when another instance runs already, and also where the profile's folder cannot be used (profile-folder.ts)
 */
export function isOnlyInstance(app: Pick<App, "requestSingleInstanceLock" | "on">, showWindow: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", () => showWindow());
  return true;
}
