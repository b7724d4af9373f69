import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

interface NoticeProps {
  readonly kind: "problem" | "success" | "uncertain" | "information";
  readonly children: ComponentChildren;
  /** Whether its container, which was there before, announces it instead. */
  readonly isQuiet?: boolean;
  readonly testId?: string;
}

const roles = { problem: "alert", success: "status", uncertain: "status", information: undefined } as const;

/** A framed message with an icon. A problem is announced at once; information is only read in place. */
export function Notice({ kind, children, isQuiet = false, testId }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={isQuiet ? undefined : roles[kind]} data-testid={testId}>
      <Icon name={kind} />
      <div>{children}</div>
    </div>
  );
}
