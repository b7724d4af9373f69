import type { InputEvent, Screen, WebContents } from "electron";
import type { SessionLock } from "../sign-in/session-lock.ts";
import { withTimeout } from "../with-timeout.ts";

const presses: ReadonlySet<string> = new Set(["mouseDown", "rawKeyDown", "keyDown", "touchStart", "pointerDown"]);
const turns: ReadonlySet<string> = new Set(["mouseWheel", "touchMove"]);
/** A world of its own in the page's process: what the page's script redefines is not redefined there. */
const OWN_WORLD = 1928;
/** A page that dies or is loaded anew while it is asked never answers (measured): its call must not stay open (call-limits.ts). */
const ASKED_FOR_MS = 2_000;

/**
 * Counts the input that the system gives to the window, where no script of the page can forge it: Electron tells of it in
 * main, before the page sees it. Assistive technology acts without any input; Chromium takes its actions for the
 * cardholder's (HTML §6.4, transient activation), and so is asked, too.
 * @returns asks whether somebody has pressed something while the warning is due, or is acting at this moment
 */
export function watchUserActivity(
  contents: Pick<WebContents, "on" | "executeJavaScriptInIsolatedWorld">,
  { getCursorScreenPoint }: Pick<Screen, "getCursorScreenPoint">,
  lock: Pick<SessionLock, "noteInput" | "quietMs">,
): () => Promise<boolean> {
  let pressedAt = Number.NEGATIVE_INFINITY;
  let cursor = "";

  /** A pointer that rests is told of again when windows come and go under it. */
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
    if (performance.now() - pressedAt < lock.quietMs()) return true; // later than the last that counted
    const code = "navigator.userActivation.isActive";
    const isActive = contents.executeJavaScriptInIsolatedWorld(OWN_WORLD, [{ code }]).catch(() => false);
    const answer: unknown = await withTimeout(ASKED_FOR_MS, isActive, false);
    return answer === true;
  };
}
