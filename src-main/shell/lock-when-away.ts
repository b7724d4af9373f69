import type { PowerMonitor } from "electron";
import type { SessionLock } from "../sign-in/session-lock.ts";

/**
 * Nobody may find a session, or half a PIN, on a computer that was left (docs/threat-model.md#locked-when-away).
 * Electron tells of a locked screen on macOS and Windows only. What could be asked on Linux (`getSystemIdleState`) takes a
 * screen that is merely blank for a locked one, so there the quiet time and suspending have to do.
 */
export function lockWhenAway(powerMonitor: Pick<PowerMonitor, "on">, { lock }: SessionLock): void {
  powerMonitor.on("lock-screen", () => lock("screen"));
  powerMonitor.on("suspend", () => lock("suspend"));
}
