import { useEffect, useState } from "preact/hooks";

/** Longer than from one key to the next while somebody types: each key would be told of otherwise. */
const REST_MS = 700;

/** Long enough to be read out of the document; afterwards nobody meets it there a second time. */
const STAYS_MS = 5000;

/** Ends every second text: Orca takes the same text twice in a row, from wherever, for one announcement. */
const NO_BREAK_SPACE = "\u00a0";
let announcements = 0;

/**
 * What a live region is to hold of a text that changes often: each text once it has rested, and then for a moment. A screen
 * reader tells what a live region gets, so that it tells the last of several quick changes alone.
 * @param text null for nothing; the same text again is told again only after another
 * @param restMs how long it has to stay the same, in milliseconds
 */
export function useAnnounced(text: string | null, restMs = REST_MS): string {
  const [announced, announce] = useState("");
  useEffect(() => {
    announce("");
    if (text === null) return;
    let timer = setTimeout(() => {
      announcements++;
      announce(announcements % 2 === 0 ? text : text + NO_BREAK_SPACE);
      timer = setTimeout(() => announce(""), STAYS_MS);
    }, restMs);
    return () => clearTimeout(timer);
  }, [text, restMs]);
  return announced;
}
