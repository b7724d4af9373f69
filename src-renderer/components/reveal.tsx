import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SecretBytes } from "../secrets/secret-bytes.ts";
import { words } from "../words/words.ts";
import { CoveredByPanel } from "./covered-by-panel.ts";
import { Icon } from "./icon.tsx";

const SHOWN_SECONDS = 5;

interface RevealProps {
  /** The field's label. */
  readonly label: string;
  readonly secret: SecretBytes;
  readonly count: number;
  /** The entry's edit count; a new edit makes the painted digits wrong. */
  readonly edits: number;
}

/**
 * Shows the digits over their slots for five seconds. They are painted on a canvas, so they never enter the document, and
 * wiped when the time is up, the window is left or covered, or anything is typed.
 */
export function Reveal({ label, secret, count, edits }: RevealProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [secondsLeft, setSecondsLeft] = useState(0);
  const [wasShown, setWasShown] = useState(false);
  const shows = secondsLeft > 0;
  const hide = () => setSecondsLeft(0);

  // Before the next paint, so hidden digits do not stay visible for a frame.
  const isCovered = useContext(CoveredByPanel);
  useLayoutEffect(hide, [edits, isCovered]);
  useLayoutEffect(() => {
    if (!shows) return;
    const surface = canvas.current;
    const paint = () => surface !== null && paintDigits(surface, secret);
    paint();
    // Repaints when the slots move or the colours change.
    const looks = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
    for (const look of looks) look.addEventListener("change", paint);
    window.addEventListener("resize", paint);
    const timer = setInterval(() => setSecondsLeft((left) => left - 1), 1000);
    window.addEventListener("blur", hide);
    window.addEventListener("pagehide", hide);
    document.addEventListener("visibilitychange", hide);
    return () => {
      clearInterval(timer);
      for (const look of looks) look.removeEventListener("change", paint);
      window.removeEventListener("resize", paint);
      window.removeEventListener("blur", hide);
      window.removeEventListener("pagehide", hide);
      document.removeEventListener("visibilitychange", hide);
      if (surface !== null) wipe(surface);
    };
  }, [shows]);

  const text = words().reveal;
  const action = shows ? text.hide : text.show;
  const toggle = () => {
    if (count === 0) return;
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
          aria-disabled={count === 0}
          onClick={toggle}
        >
          <Icon name="eye" />
          {action}
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

/** Paints one digit into the middle of each slot, in the page's colours. */
function paintDigits(canvas: HTMLCanvasElement, secret: SecretBytes): void {
  const slots = canvas.closest(".slots-field")?.querySelector(".slots");
  const context = canvas.getContext("2d");
  if (!slots || context === null) return;
  const whole = slots.getBoundingClientRect();
  const scale = devicePixelRatio;
  canvas.width = whole.width * scale;
  canvas.height = whole.height * scale;
  canvas.style.width = `${whole.width}px`;
  context.scale(scale, scale);
  const style = getComputedStyle(slots);
  context.textAlign = "center";
  context.textBaseline = "middle";
  secret.read((digits) => {
    [...slots.children].slice(0, digits.length).forEach((slot, at) => {
      const { left, width, height } = slot.getBoundingClientRect();
      const x = left - whole.left;
      context.fillStyle = getComputedStyle(slot).backgroundColor;
      context.fillRect(x + 2, 2, width - 4, height - 4);
      context.fillStyle = style.color;
      context.font = `600 ${height * 0.5}px ${style.fontFamily}`;
      context.fillText(String.fromCharCode(digits[at] ?? 0), x + width / 2, height / 2);
    });
    return null;
  });
}

/** Resizing blanks a canvas and frees its old pixels. */
function wipe(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
