import { wordsIn } from "../screens/spoken-words.ts";

/** What Orca says by itself, whatever the window does: keys that were pressed, and how it will take the next ones. */
const own = new Set(["tab", "return", "backspace", "escape", "Focus mode", "Browse mode"]);

/** What is told where the program has to wait for longer than it does on a quiet computer. */
const { binding, cards, code, common, passcode, sending } = wordsIn("en");
const { answer: _, ...stages } = sending.stages; // the tests hold the bank back at the last one
const waits = new Set([
  ...[common.working, cards.loading, code.checking, passcode.checking, binding.finishing],
  ...Object.values(stages).map(({ now }) => now),
]);

/** A masked character, or several that came at once. */
const bullets = /^(•+|\d+ bullet characters)$/;

/** What Orca has said of the window, but for those. However many of a secret's characters it has met at once, they are one "•". */
export function withoutOrcasOwn(said: readonly string[]): string[] {
  return said
    .filter((text) => !own.has(text) && !waits.has(text))
    .map((text) => (bullets.test(text) ? "•" : text))
    .filter((text, at, all) => text !== "•" || all[at - 1] !== "•");
}
