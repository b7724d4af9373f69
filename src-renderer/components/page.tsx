import type { ComponentChildren } from "preact";
import { useContext, useEffect, useRef } from "preact/hooks";
import { partner } from "../partner.ts";
import type { ScreenState } from "../screen-states.ts";
import { CoveredByPanel } from "./covered-by-panel.ts";
import { Steps, type StepsProps } from "./steps.tsx";

interface PageProps {
  readonly title: string;
  readonly state: ScreenState;
  /** The screen's step in a sequence. */
  readonly steps?: StepsProps;
  /** A new value moves the focus to the heading again, because the element that had it is gone. */
  readonly changes?: number;
  readonly children: ComponentChildren;
}

/**
 * A screen with one heading, which takes the focus when the screen appears, so screen readers begin there. After a panel
 * closes, the element that had the focus before gets it back.
 */
export function Page({ title, state, steps, changes, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isCovered = useContext(CoveredByPanel);
  const left = useRef<{ wasCovered: boolean; at: EventTarget | null }>({ wasCovered: false, at: null });
  useEffect(() => {
    const { wasCovered, at } = left.current;
    left.current.wasCovered = isCovered;
    if (isCovered) return;
    const inField = document.activeElement instanceof HTMLInputElement;
    const goesBack = wasCovered && at instanceof HTMLElement && at.isConnected;
    if (!inField) (goesBack ? at : heading.current)?.focus();
    document.title = `${title} – ${partner.productName}`;
  }, [title, changes, isCovered]);
  // The focused element may be gone, and keyboard users must not start again at the top of the window.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  });
  return (
    <main
      data-state={isCovered ? undefined : state}
      onFocusIn={({ target }) => {
        left.current.at = target;
      }}
    >
      {steps !== undefined && <Steps {...steps} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
