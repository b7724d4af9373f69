import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface PageProps {
  readonly title: string;
  /** Where the screen stands in a sequence, in words. */
  readonly progress?: string;
  /** With a new value the heading takes the focus again: what had it is gone. */
  readonly changes?: number;
  readonly children: ComponentChildren;
}

/** A screen: one heading, which takes the focus when the screen appears, so that a screen reader begins there. */
export function Page({ title, progress, changes, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const inField = document.activeElement instanceof HTMLInputElement;
    if (!inField) heading.current?.focus();
  }, [title, changes]);
  return (
    <main>
      {progress !== undefined && <p class="progress">{progress}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
