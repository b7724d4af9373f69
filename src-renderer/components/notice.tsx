import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

interface NoticeProps {
  readonly kind: "problem" | "success" | "uncertain" | "information";
  readonly children: ComponentChildren;
  /** Whether somebody else announces it: what holds it, where that was there before. */
  readonly isQuiet?: boolean;
  readonly testId?: string;
}

const roles = { problem: "alert", success: "status", uncertain: "status", information: undefined } as const;

/** A framed message with its sign; a problem is announced at once, mere information is read where it stands. */
export function Notice({ kind, children, isQuiet = false, testId }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={isQuiet ? undefined : roles[kind]} data-testid={testId}>
      <Icon name={kind} />
      <div>{children}</div>
    </div>
  );
}
