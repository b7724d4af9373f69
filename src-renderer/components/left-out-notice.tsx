import { words } from "../words/words.ts";
import { Notice } from "./notice.tsx";

/** What is missing from a list, and what to do about it; nothing if the list is complete. */
export function LeftOutNotice({ what }: { readonly what: readonly string[] }) {
  if (what.length === 0) return null;
  return (
    <Notice kind="uncertain" testId="left-out">
      <p>
        <b>{what.join(" ")}</b> {words().common.somethingMissing}
      </p>
    </Notice>
  );
}
