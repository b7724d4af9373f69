import { useEffect, useRef } from "preact/hooks";
import { words } from "../words/words.ts";
import { WIPED_AFTER_MINUTES } from "./left-entry-timer.ts";

/** Something that is being entered on the screen. */
interface Entry {
  readonly isEmpty: () => boolean;
  readonly wipe: () => void;
}

const entries = new Set<Entry>();

/**
 * Wipes an entry when the window has been left for too long, or its page goes away (components/left-entry-warning.tsx;
 * docs/threat-model.md#entry-wiped-when-left).
 * @param wipe wipes, and tells the cardholder if they would wonder
 */
export function useWipeWhenLeft(wipe: () => void, isEmpty: () => boolean): void {
  const latest = useRef({ wipe, isEmpty });
  latest.current = { wipe, isEmpty };
  useEffect(() => {
    const entry: Entry = { wipe: () => latest.current.wipe(), isEmpty: () => latest.current.isEmpty() };
    entries.add(entry);
    return () => void entries.delete(entry);
  }, []);
}

/** The message that replaces a wiped entry. */
export const sayWiped = () => words().entry.wiped({ minutes: WIPED_AFTER_MINUTES });

/** Whether there is an entry that leaving would wipe. */
export function holdsEntry(): boolean {
  return [...entries].some(({ isEmpty }) => !isEmpty());
}

/** Wipes all entries. */
export function wipeEntries(): void {
  for (const { isEmpty, wipe } of entries) if (!isEmpty()) wipe();
}
