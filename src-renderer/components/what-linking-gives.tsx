import { words } from "../words/words.ts";

/**
 * At the first start, before the first question: what it is for, what it takes, and what one has of it.
 * @param isOnToken whether a token is to keep the key, in place of a passcode
 */
export function WhatLinkingGives({ isOnToken }: { readonly isOnToken: boolean }) {
  const { first, confirm, passcode, change } = words().binding.gives;
  return (
    <>
      <p>{first}</p>
      <ol class="gives">
        {[confirm, isOnToken ? words().token.gives : passcode, change].map(({ title, what }, at) => (
          <li key={title}>
            <span class="gives-number" aria-hidden="true">
              {at + 1}
            </span>
            <h2>{title}</h2>
            <p>{what}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
