import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

interface NoticeProps {
  readonly kind: "problem" | "success" | "uncertain" | "information";
  readonly children: ComponentChildren;
  readonly testId?: string;
}

/** A framed message with its sign; a problem is announced at once. */
export function Notice({ kind, children, testId }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === "problem" ? "alert" : "status"} data-testid={testId}>
      <Icon name={kind} />
      <div>{children}</div>
    </div>
  );
}
