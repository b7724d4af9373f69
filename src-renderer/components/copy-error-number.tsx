import { useState } from "preact/hooks";
import { bridge } from "../bridge.ts";
import { errorWords, firstWords } from "../words/words.ts";
import { Icon } from "./icon.tsx";

/** Copies an error's code and Solaris' id of it. The window says which error; main takes the text from what it remembers. */
export function CopyErrorNumber({ supportId }: { readonly supportId: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    const copied = await bridge().copyErrorNumber(supportId);
    const { support } = firstWords();
    setSaid(copied.ok ? support.copied : errorWords(copied.code).what);
  };
  return (
    <p class="copy-error-number">
      <button type="button" class="quiet" onClick={copy}>
        <Icon name="copy" />
        {firstWords().support.copy}
      </button>
      <span class="hint" role="status">
        {said}
      </span>
    </p>
  );
}
