import { useLayoutEffect } from "preact/hooks";
import { store } from "../store.ts";

/** macOS moves the caret by a word with Alt and an arrow; its programs go back with Command and [. */
const isMac = () => store.getState().settings?.keychain === "macos-keychain";

/** Marks the button that Escape and Alt+Left press. Where a question is open, its own comes first in the page. */
export const backButton = { "data-back": true } as const;

/**
 * Lets the keys press the page's first button that goes back. They press it and do nothing of their own, so a step that runs
 * keeps them off as it does the button, and an entry is left in the same way.
 * @param isCovered whether a panel is over the page; the keys are the panel's then
 */
export function useBackKeys(isCovered: boolean): void {
  // With the page, not after it: who is quick presses before the next picture is painted.
  useLayoutEffect(() => {
    if (isCovered) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || !meansBack(event)) return;
      if (isSearching(event.target) || document.querySelector("dialog[open]") !== null) return; // theirs is another meaning
      const button = [...document.querySelectorAll<HTMLElement>("main [data-back]")].find(isShown);
      if (button === undefined) return;
      // Electron shows its menu bar once Alt is let go, unless another key reached it meanwhile, and it sees only what the page
      // leaves. Nothing else here has a use for an arrow with Alt.
      if (event.altKey) event.stopPropagation();
      else event.preventDefault();
      button.click();
    };
    // Before a secret field, which keeps its caret where it is.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [isCovered]);
}

/** Escape empties a search field first. */
const isSearching = (at: EventTarget | null) =>
  at instanceof HTMLInputElement && at.type === "search" && at.value !== "";

/** Those of a covered page are in the document, too. */
const isShown = (element: HTMLElement) => element.checkVisibility();

function meansBack({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || shiftKey) return false;
  if (key === "Escape") return !altKey && !metaKey;
  return isMac() ? key === "[" && metaKey && !altKey : key === "ArrowLeft" && altKey && !metaKey;
}
