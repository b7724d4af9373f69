import type { PowerMonitor } from "electron";
import type { SessionLock } from "../sign-in/session-lock.ts";

/**
 * Nobody may find a session, or half a PIN, on an unattended computer (docs/threat-model.md#locked-when-away). Electron
 * reports a locked screen only on macOS and Windows. Linux' `getSystemIdleState` mistakes a blank screen for a locked one,
 * so there only the quiet time and suspending lock.
 */
export function lockWhenAway(powerMonitor: Pick<PowerMonitor, "on">, { lock }: SessionLock): void {
  powerMonitor.on("lock-screen", () => lock("screen"));
  powerMonitor.on("suspend", () => lock("suspend"));
}
