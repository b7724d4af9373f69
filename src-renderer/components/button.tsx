import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useWindowState } from "../store.ts";
import { backButton } from "./use-back-keys.ts";

interface ButtonProps {
  readonly children: ComponentChildren;
  /**
   * `primary`: the screen's one main action. `danger`: removes something. `quiet`: secondary. Without `onClick` it submits
   * its form.
   */
  readonly kind?: "primary" | "danger" | "quiet" | undefined;
  readonly label?: string;
  /** Whether it is disabled, apart from a running step. */
  readonly isOff?: boolean;
  /** Whether it takes the focus when it appears, as the answer to a new question. */
  readonly takesFocus?: boolean;
  /** Whether Escape and Alt+Left press it, too. */
  readonly goesBack?: boolean;
  readonly onClick?: () => unknown;
}

/**
 * A button that is disabled while a step runs. It stays focusable (`aria-disabled`), so the keyboard keeps its place. A press
 * counts once: the second half of a double click would land on the screen that the first has brought, and Enter held down
 * would press on.
 */
export function Button(props: ButtonProps) {
  const { children, kind, label, isOff = false, takesFocus = false, goesBack = false, onClick } = props;
  const isInactive = useWindowState((state) => state.busy) || isOff;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <button
      ref={button}
      type={onClick ? "button" : "submit"}
      class={kind}
      aria-label={label}
      aria-disabled={isInactive}
      {...(goesBack && backButton)}
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
      }}
      onClick={(event) => {
        if (isInactive || event.detail > 1) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
