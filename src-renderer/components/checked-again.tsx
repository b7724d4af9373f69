import { useState } from "preact/hooks";
import { bankNow } from "../bank-time.ts";
import { timeOf } from "../moment.ts";
import { useAnnounced } from "./use-announced.ts";

interface CheckedAgainProps {
  readonly say: (values: { readonly time: string }) => string;
}

/** Says when it was looked again and nothing was new: the same screen comes back at once, as if nothing had been done. */
export function CheckedAgain({ say }: CheckedAgainProps) {
  const [at] = useState(() => new Date(bankNow()));
  const text = say({ time: timeOf(at) });
  return (
    <>
      <p class="hint" data-testid="checked">
        {text}
      </p>
      <p class="unseen" aria-live="polite">
        {useAnnounced(text)}
      </p>
    </>
  );
}
