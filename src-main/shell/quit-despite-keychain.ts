import type { App } from "electron";

/**
 * Lets nothing keep the program alive whose window has gone: Node's end waits for its threads, and one that waits for the
 * keychain may do so for minutes. The program would stay without a window, and no other could be started beside it.
 */
export function quitDespiteKeychain(app: Pick<App, "once">, isKeychainBusy: () => boolean): void {
  app.once("quit", () => isKeychainBusy() && process.kill(process.pid, "SIGKILL"));
}
