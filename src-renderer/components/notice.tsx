import type { ComponentChildren } from "preact";

interface NoticeProps {
  readonly kind: "problem" | "success" | "uncertain" | "information";
  readonly children: ComponentChildren;
}

/** A framed message; a problem is announced at once. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === "problem" ? "alert" : "status"}>
      {children}
    </div>
  );
}
