/** The number pad's keys while Num Lock is off (UI Events KeyboardEvent key values, navigation keys). */
const keysWithoutNumLock = new Set([
  "Home",
  "ArrowUp",
  "PageUp",
  "ArrowLeft",
  "Clear",
  "ArrowRight",
  "End",
  "ArrowDown",
  "PageDown",
  "Insert",
]);

/** Whether somebody pressed a digit on the number pad that Num Lock, being off, turned into another key. */
export function isDigitWithoutNumLock(
  event: Pick<KeyboardEvent, "code" | "key" | "ctrlKey" | "altKey" | "metaKey" | "getModifierState">,
): boolean {
  const { code, key, ctrlKey, altKey, metaKey } = event;
  // With Num Lock on, Shift turns a digit into such a key on purpose.
  if (ctrlKey || altKey || metaKey || event.getModifierState("NumLock")) return false;
  return /^Numpad\d$/.test(code) && keysWithoutNumLock.has(key);
}
