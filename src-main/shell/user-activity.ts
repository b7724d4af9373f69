import type { InputEvent, Screen, WebContents } from "electron";
import type { SessionLock } from "../sign-in/session-lock.ts";
import { withTimeout } from "../with-timeout.ts";

const presses: ReadonlySet<string> = new Set(["mouseDown", "rawKeyDown", "keyDown", "touchStart", "pointerDown"]);
const turns: ReadonlySet<string> = new Set(["mouseWheel", "touchMove"]);
/** An isolated world in the page's process, which the page's script cannot tamper with. */
const OWN_WORLD = 1928;
/** A page that dies or reloads meanwhile never answers (measured), and its call must not stay open (call-limits.ts). */
const ASKED_FOR_MS = 2_000;

/**
 * Watches the input that the system gives the window. No script can forge it: Electron reports it in main, before the page
 * sees it. Assistive technology acts without input events, so this also asks Chromium, which counts its actions as the
 * user's (HTML §6.4, transient activation).
 * @returns a check whether somebody has pressed something since the warning was due, or is acting right now
 */
export function watchUserActivity(
  contents: Pick<WebContents, "on" | "executeJavaScriptInIsolatedWorld">,
  { getCursorScreenPoint }: Pick<Screen, "getCursorScreenPoint">,
  lock: Pick<SessionLock, "noteInput" | "quietMs">,
): () => Promise<boolean> {
  let pressedAt = Number.NEGATIVE_INFINITY;
  let cursor = "";

  /** Chromium also reports a resting pointer when windows come and go under it. */
  const hasMoved = () => {
    const before = cursor;
    const { x, y } = getCursorScreenPoint();
    cursor = `${x} ${y}`;
    return cursor !== before;
  };
  contents.on("input-event", (_event: unknown, { type }: Pick<InputEvent, "type">) => {
    if (presses.has(type)) pressedAt = performance.now();
    if (presses.has(type) || turns.has(type) || (type === "mouseMove" && hasMoved())) lock.noteInput();
  });

  return async () => {
    if (performance.now() - pressedAt < lock.quietMs()) return true; // pressed since the last counted input
    const code = "navigator.userActivation.isActive";
    const isActive = contents.executeJavaScriptInIsolatedWorld(OWN_WORLD, [{ code }]).catch(() => false);
    const answer: unknown = await withTimeout(ASKED_FOR_MS, isActive, false);
    return answer === true;
  };
}
