import { words } from "../words/words.ts";
import { Notice } from "./notice.tsx";

/** What of a list could not be shown, and what to do about it; nothing where the list is whole. */
export function LeftOutNotice({ what }: { readonly what: readonly string[] }) {
  if (what.length === 0) return null;
  return (
    <Notice kind="uncertain" testId="left-out">
      {what.map((said) => (
        <p key={said}>
          <strong>{said}</strong>
        </p>
      ))}
      <p>{words().common.somethingMissing}</p>
    </Notice>
  );
}
