import type { App } from "electron";

/**
 * Kills the program on quit if the keychain is busy. Node waits for its threads, and one may wait minutes for the keychain;
 * the program would stay without a window, and block a new start.
 */
export function quitDespiteKeychain(app: Pick<App, "once">, isKeychainBusy: () => boolean): void {
  app.once("quit", () => isKeychainBusy() && process.kill(process.pid, "SIGKILL"));
}
