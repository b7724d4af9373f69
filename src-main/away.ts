import type { PowerMonitor } from "electron";
import type { PinOutcome } from "./card-pin/pin-outcome.ts";
import { log } from "./log.ts";

/**
 * Nobody may find half a PIN on a screen that was left: the window starts afresh (checklist row 44). Not while it waits
 * for an outcome or shows one: the digits are gone by then, and the outcome would be lost.
 */
export function wipeWhenAway(
  powerMonitor: Pick<PowerMonitor, "on">,
  pinOutcome: PinOutcome,
  reloadWindow: () => void,
): void {
  const wipe = (reason: "lock-screen" | "suspend") => {
    if (pinOutcome.isOpen()) return;
    log({ event: "window_wiped", reason });
    reloadWindow();
  };
  powerMonitor.on("lock-screen", () => wipe("lock-screen"));
  powerMonitor.on("suspend", () => wipe("suspend"));
}
