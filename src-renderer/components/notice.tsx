import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { useAnnounced } from "./use-announced.ts";

interface NoticeProps {
  readonly kind: "problem" | "success" | "uncertain" | "information";
  readonly children: ComponentChildren;
  /** Whether its container, which was there before, announces it instead. */
  readonly isQuiet?: boolean;
  readonly testId?: string;
}

/**
 * A framed message with an icon. A problem is announced at once, success and uncertainty after the heading that mostly comes
 * with them; information is only read in place. For what stands out in an announced text use `b`: screen readers are told of
 * a `strong` element apart, and some read it out twice.
 */
export function Notice({ kind, children, isQuiet = false, testId }: NoticeProps) {
  const message = useRef<HTMLDivElement>(null);
  const [text, setText] = useState<string | null>(null);
  const isTold = !isQuiet && (kind === "success" || kind === "uncertain");
  useLayoutEffect(() => setText(isTold ? (message.current?.textContent ?? null) : null));
  // What comes into the document together with its live region is not told reliably.
  const announced = useAnnounced(text);
  return (
    <div class={`notice ${kind}`} role={kind === "problem" && !isQuiet ? "alert" : undefined} data-testid={testId}>
      <Icon name={kind} />
      <div ref={message}>{children}</div>
      {isTold && (
        <p class="unseen" aria-live="polite">
          {announced}
        </p>
      )}
    </div>
  );
}
