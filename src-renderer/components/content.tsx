import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** How far a key scrolls, in CSS px; a page leaves a few lines to find one's place by, as in Chromium. */
const ways: Readonly<Record<string, (region: Element) => number>> = {
  ArrowDown: () => 40,
  ArrowUp: () => -40,
  PageDown: ({ clientHeight }) => clientHeight * 0.875,
  PageUp: ({ clientHeight }) => clientHeight * -0.875,
  " ": ({ clientHeight }) => clientHeight * 0.875,
  Home: ({ scrollHeight }) => -scrollHeight,
  End: ({ scrollHeight }) => scrollHeight,
};

/**
 * What is between the bar on top and the last line, and scrolls there, so that both span the window and stay in sight. Keys
 * scroll it also while the focus is in one of them, or nowhere: Chromium itself scrolls only what the focus is in.
 */
export function Content({ children }: { readonly children: ComponentChildren }) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { current } = region;
      const by = ways[event.key];
      // In a low window the whole page scrolls, by itself.
      if (by === undefined || current === null || current.scrollHeight <= current.clientHeight) return;
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!isBeside(event.target) || (event.key === " " && event.target !== document.body)) return;
      event.preventDefault();
      current.scrollBy({ top: by(current) });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div class="content" ref={region}>
      {children}
    </div>
  );
}

/** Neither in the region, where Chromium scrolls, nor in a dialog over it. */
const isBeside = (at: EventTarget | null) =>
  at === document.body || (at instanceof Element && at.closest("header, footer") !== null);
