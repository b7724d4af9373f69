import type { App } from "electron";

/**
 * Kills the program on quit if something is under way that quitting would wait for, or not survive. Node waits for its
 * threads, and one may wait minutes for the keychain: the program would stay without a window, and block a new start. A
 * picture of the window that is still being taken reports to a JavaScript engine that is gone by then: the program would
 * crash, and the system tell the cardholder so (Electron 33: each time). All that has to be on disk is there before the quit.
 */
export function quitDespite(app: Pick<App, "once">, underWay: readonly (() => boolean)[]): void {
  app.once("quit", () => underWay.some((isUnderWay) => isUnderWay()) && process.kill(process.pid, "SIGKILL"));
}
