import type { ComponentChildren } from "preact";
import { useWindowState } from "../store.ts";

interface ButtonProps {
  readonly children: ComponentChildren;
  /** The screen's one main action. Without `onClick` it submits its form. */
  readonly primary?: boolean;
  readonly label?: string;
  readonly onClick?: () => unknown;
}

/**
 * A button that does nothing while a step is under way. It stays focusable then (`aria-disabled`), so that the keyboard
 * does not lose its place.
 */
export function Button({ children, primary = false, label, onClick }: ButtonProps) {
  const { busy } = useWindowState();
  return (
    <button
      type={onClick ? "button" : "submit"}
      class={primary ? "primary" : ""}
      aria-label={label}
      aria-disabled={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
