import type { PowerMonitor } from "electron";
import type { SessionLock } from "./sign-in/session-lock.ts";

/** How often Linux is asked, where Electron does not tell of a locked screen. */
const ASK_LINUX_MS = 5_000;
/** Only `locked` is looked at; from when on somebody counts as idle does not matter. */
const ANY_SECONDS = 60;

type Monitor = Pick<PowerMonitor, "on" | "getSystemIdleState">;

/** Nobody may find a session, or half a PIN, on a computer that was left (checklist row 44). */
export function lockWhenAway(powerMonitor: Monitor, { lock }: SessionLock, platform: NodeJS.Platform): void {
  powerMonitor.on("lock-screen", () => lock("screen"));
  powerMonitor.on("suspend", () => lock("suspend"));
  if (platform !== "linux") return;
  const ask = () => {
    if (powerMonitor.getSystemIdleState(ANY_SECONDS) === "locked") lock("screen");
  };
  setInterval(ask, ASK_LINUX_MS).unref();
}
