import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useWindowState } from "../store.ts";

interface ButtonProps {
  readonly children: ComponentChildren;
  /** `primary`: the screen's one main action. `danger`: takes something away. `quiet`: beside the screen's matter. Without `onClick` it submits its form. */
  readonly kind?: "primary" | "danger" | "quiet" | undefined;
  readonly label?: string;
  /** Whether it does nothing at the moment, whatever else is under way. */
  readonly isOff?: boolean;
  /** Whether it takes the focus when it appears: the answer to a question that was just asked. */
  readonly takesFocus?: boolean;
  readonly onClick?: () => unknown;
}

/**
 * A button that does nothing while a step is under way. It stays focusable then (`aria-disabled`), so that the keyboard
 * does not lose its place.
 */
export function Button({ children, kind, label, isOff = false, takesFocus = false, onClick }: ButtonProps) {
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
      onClick={(event) => {
        if (isInactive) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
