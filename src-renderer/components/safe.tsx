import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

/** What keeps the cardholder safe, said in passing. */
export function Safe({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="safe">
      <Icon name="shield" />
      <p>{children}</p>
    </div>
  );
}
