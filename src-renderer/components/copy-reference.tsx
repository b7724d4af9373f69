import { useState } from "preact/hooks";
import type { Failure } from "../../src-contract/errors/result.ts";
import { bridge } from "../bridge.ts";
import { words } from "../words/words.ts";
import { FailureNotice } from "./failure-notice.tsx";
import { Icon } from "./icon.tsx";

/**
 * A change's reference, with a button that copies it. Main copies its own: the window never writes the clipboard. No step:
 * what fails is told here, as the screen of a success tells of no other failure.
 */
export function CopyReference({ reference }: { readonly reference: string }) {
  const [isCopied, setCopied] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const text = words().moment;
  const copy = async () => {
    setCopied(false);
    setFailure(null);
    const copied = await bridge().copyReference();
    setCopied(copied.ok);
    if (!copied.ok) setFailure(copied);
  };
  return (
    <>
      <span class="reference-id" data-testid="change-reference">
        {reference}
      </span>
      <button type="button" class="quiet" aria-label={text.copyReference} onClick={copy}>
        <Icon name={isCopied ? "tick" : "copy"} />
        {text.copy}
      </button>
      <span class="copied" role="status">
        {isCopied && text.copied}
      </span>
      <FailureNotice failure={failure} />
    </>
  );
}
