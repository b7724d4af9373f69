import { useEffect, useState } from "preact/hooks";
import { partner } from "../partner.ts";
import { createLeftEntryTimer } from "../secrets/left-entry-timer.ts";
import { holdsEntry, wipeEntries } from "../secrets/wipe-when-left.ts";
import { words } from "../words/words.ts";
import { asClock, useSecondsLeft } from "./countdown.tsx";
import { Notice } from "./notice.tsx";

/**
 * Notices that the window is not in use, because another has the focus or it is hidden. Wipes an abandoned entry after a
 * warning, in the window and in its title, which shows in the task bar. Lock, sleep and sign-out do not wait for this.
 */
export function LeftEntryWarning() {
  const [wipesAt, setWipesAt] = useState<number | null>(null);
  useEffect(() => {
    const { leave, comeBack } = createLeftEntryTimer({ holdsEntry, warn: setWipesAt, wipe: wipeEntries });
    const onVisibility = () => {
      if (document.hidden) leave();
      else if (document.hasFocus()) comeBack();
    };
    window.addEventListener("blur", leave);
    window.addEventListener("focus", comeBack);
    window.addEventListener("pagehide", wipeEntries);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      comeBack();
      window.removeEventListener("blur", leave);
      window.removeEventListener("focus", comeBack);
      window.removeEventListener("pagehide", wipeEntries);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, []);
  return wipesAt === null ? null : <Warning wipesAt={wipesAt} />;
}

function Warning({ wipesAt }: { readonly wipesAt: number }) {
  const clock = asClock(useSecondsLeft(wipesAt));
  const text = words().entry;
  const title = `${text.leftTitle} – ${partner.productName}`;
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      if (document.title === title) document.title = before;
    };
  }, [title]);
  return (
    <div class="left-alone">
      <Notice kind="uncertain" isQuiet testId="left-alone">
        <p role="alert">{text.left}</p>
        {/* Outside the alert, which would be read out again every second. */}
        <p role="timer" data-testid="wipe-countdown">
          {text.wipedIn({ clock })}
        </p>
      </Notice>
    </div>
  );
}
