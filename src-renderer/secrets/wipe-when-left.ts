import { useEffect, useRef } from "preact/hooks";

/** How long half a PIN may stay while the window is not in use. */
const WIPE_AFTER_BLUR_MS = 60_000;

/** Calls back when the page goes or cannot be seen, and when the window has not been in use for a minute (checklist row 44). */
export function useWipeWhenLeft(wipe: () => void): void {
  const latest = useRef(wipe);
  latest.current = wipe;
  useEffect(() => {
    const wipeNow = () => latest.current();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onBlur = () => {
      timer = setTimeout(wipeNow, WIPE_AFTER_BLUR_MS);
    };
    const onFocus = () => clearTimeout(timer);
    const onVisibility = () => document.hidden && wipeNow();
    window.addEventListener("blur", onBlur);
    window.addEventListener("focus", onFocus);
    window.addEventListener("pagehide", wipeNow);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("blur", onBlur);
      window.removeEventListener("focus", onFocus);
      window.removeEventListener("pagehide", wipeNow);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, []);
}
