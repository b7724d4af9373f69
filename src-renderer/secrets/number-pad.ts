/** What the digits of the number pad are while Num Lock is off (UI Events KeyboardEvent key values, navigation keys). */
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

/** Whether somebody pressed a digit of the number pad and Num Lock, being off, made it another key. */
export function isDigitWithoutNumLock(
  event: Pick<KeyboardEvent, "code" | "key" | "ctrlKey" | "altKey" | "metaKey" | "getModifierState">,
): boolean {
  const { code, key, ctrlKey, altKey, metaKey } = event;
  // With Shift a digit is such a key although Num Lock is on: then it is meant.
  if (ctrlKey || altKey || metaKey || event.getModifierState("NumLock")) return false;
  return /^Numpad\d$/.test(code) && keysWithoutNumLock.has(key);
}
