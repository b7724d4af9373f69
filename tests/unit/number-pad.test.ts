import { describe, expect, it } from "vitest";
import { isDigitWithoutNumLock } from "../../src-renderer/secrets/number-pad.ts";

const pressed = (code: string, key: string, held: readonly string[] = []) =>
  isDigitWithoutNumLock({
    code,
    key,
    ctrlKey: held.includes("Control"),
    altKey: held.includes("Alt"),
    metaKey: held.includes("Meta"),
    getModifierState: (name) => held.includes(name),
  });

describe("a digit of the number pad that Num Lock, being off, makes another key", () => {
  it.each([
    ["Numpad7", "Home"],
    ["Numpad8", "ArrowUp"],
    ["Numpad5", "Clear"],
    ["Numpad0", "Insert"],
  ])("is %s as %s", (code, key) => {
    expect(pressed(code, key)).toBe(true);
  });

  it.each([
    ["a digit", "Numpad7", "7", []],
    ["a digit of another script", "Numpad7", "٧", []],
    ["what an input method has taken", "Numpad7", "Process", []],
    ["a key that is no digit ever", "NumpadEnter", "Enter", []],
    ["its point", "NumpadDecimal", "Delete", []],
    ["a key beside the pad", "Home", "Home", []],
    ["with Shift, Num Lock being on", "Numpad7", "Home", ["NumLock"]],
    ["a character by its number", "Numpad7", "Home", ["Alt"]],
  ])("is not %s", (_what, code, key, held) => {
    expect(pressed(code, key, held)).toBe(false);
  });
});
