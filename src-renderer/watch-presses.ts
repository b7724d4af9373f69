import { options } from "preact";

/**
 * Calls `note` for every press of something that handles it, by whatever means. Not by a listener of the window's: one for
 * clicks makes Chromium tell screen readers that each heading and text is clickable, and Orca says so.
 * @returns what ends it
 */
export function watchPresses(note: () => void): () => void {
  const { event: before } = options;
  options.event = (event) => {
    if (event.type === "click") note();
    return before === undefined ? event : before(event);
  };
  return () => {
    if (before === undefined) delete options.event;
    else options.event = before;
  };
}
