import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type PaintSecret, wipePainted } from "../secrets/paint-secret.ts";
import type { SecretBytes } from "../secrets/secret-bytes.ts";
import type { Revealing } from "../secrets/secret-kinds.ts";
import { words } from "../words/words.ts";
import { CoveredByPanel } from "./covered-by-panel.ts";
import { Icon } from "./icon.tsx";

const SHOWN_SECONDS = 5;

interface RevealProps {
  /** The field's label. */
  readonly label: string;
  readonly secret: SecretBytes;
  readonly count: number;
  /** The entry's edit count; a new edit makes what is painted wrong. */
  readonly edits: number;
  readonly paint: PaintSecret;
  readonly text: Revealing;
  /** Whether there is nothing to show, because the entry is being used up. */
  readonly isOff: boolean;
}

/**
 * Shows an entry over its field for five seconds. It is painted on a canvas, so it never enters the document, and
 * wiped when the time is up, the window is left or covered, or anything is typed.
 */
export function Reveal({ label, secret, count, edits, paint, text, isOff }: RevealProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  const [wasShown, setWasShown] = useState(false);
  const shows = secondsLeft > 0;
  const hide = () => setSecondsLeft(0);

  // Before the next paint, so that what is hidden does not stay visible for a frame.
  const isCovered = useContext(CoveredByPanel);
  useLayoutEffect(hide, [edits, isCovered, isOff]);
  useLayoutEffect(() => {
    if (!shows) return;
    const surface = canvas.current;
    const paintAll = () => surface !== null && paint(surface, secret);
    paintAll();
    // Repaints when the slots move or the colours change.
    const looks = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
    for (const look of looks) look.addEventListener("change", paintAll);
    window.addEventListener("resize", paintAll);
    const timer = setInterval(() => setSecondsLeft((left) => left - 1), 1000);
    window.addEventListener("blur", hide);
    window.addEventListener("pagehide", hide);
    document.addEventListener("visibilitychange", hide);
    return () => {
      clearInterval(timer);
      for (const look of looks) look.removeEventListener("change", paintAll);
      window.removeEventListener("resize", paintAll);
      window.removeEventListener("blur", hide);
      window.removeEventListener("pagehide", hide);
      document.removeEventListener("visibilitychange", hide);
      if (surface !== null) wipePainted(surface);
    };
  }, [shows]);

  const { showShort, hideShort } = words().reveal;
  const isInactive = count === 0 || isOff;
  const action = shows ? text.hide : text.show;
  const toggle = () => {
    if (isInactive) return;
    setWasShown(true);
    setSecondsLeft(shows ? 0 : SHOWN_SECONDS);
  };
  return (
    <>
      <span class="revealed" hidden={!shows} aria-hidden="true">
        <canvas ref={canvas} data-testid="revealed" />
      </span>
      <span class="reveal">
        <button
          type="button"
          class="quiet"
          aria-label={`${action}: ${label}`}
          aria-disabled={isInactive}
          onClick={toggle}
        >
          <Icon name="eye" />
          <span class="reveal-word">{shows ? hideShort : showShort}</span>
        </button>
        <span class="seconds" aria-hidden="true">
          {shows && secondsLeft}
        </span>
      </span>
      <span class="unseen" role="status">
        {shows ? text.shown({ seconds: SHOWN_SECONDS }) : wasShown && text.hidden}
      </span>
    </>
  );
}
