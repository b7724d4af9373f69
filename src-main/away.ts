import type { PowerMonitor } from "electron";
import { log } from "./log.ts";

/** Nobody may find half a PIN on a screen that was left: the window starts afresh (checklist row 44). */
export function wipeWhenAway(powerMonitor: Pick<PowerMonitor, "on">, reloadWindow: () => void): void {
  const wipe = (reason: "lock-screen" | "suspend") => {
    log({ event: "window_wiped", reason });
    reloadWindow();
  };
  powerMonitor.on("lock-screen", () => wipe("lock-screen"));
  powerMonitor.on("suspend", () => wipe("suspend"));
}
