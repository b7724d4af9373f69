import "./english-words.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PASSCODE_LONGEST } from "../../src-contract/rules/passcode.ts";
import { createSecretBytes } from "../../src-renderer/secrets/secret-bytes.ts";
import { applyEdit, takeOverText } from "../../src-renderer/secrets/secret-edits.ts";
import { cardPin, devicePasscode, type SecretKind } from "../../src-renderer/secrets/secret-kinds.ts";
import { words } from "../../src-renderer/words/words.ts";
import { textOf } from "./typed-secret.ts";

function field(kind: SecretKind) {
  const secret = createSecretBytes(kind === cardPin ? 4 : PASSCODE_LONGEST);
  const edit = (inputType: string, data: string | null = null, selected = false) =>
    applyEdit(secret, kind, { inputType, data, selected })?.() ?? null;
  return {
    secret,
    edit,
    type: (data: string) => edit("insertText", data),
    paste: (data: string, selected = false) => edit("insertFromPaste", data, selected),
  };
}

describe("a card PIN", () => {
  it("takes digits and nothing else, with a word why", () => {
    const { secret, type } = field(cardPin);
    expect(type("2")).toBeNull();
    for (const other of ["a", " ", "²", "五", "é", "😀", "\0"]) expect(type(other)).toBe(words().pin.digitsOnly);
    expect(textOf(secret)).toBe("2");
  });

  it("takes digits of every script by their value", () => {
    for (const digits of ["２５８０", "٢٥٨٠", "۲۵۸۰", "२५८०", "𝟐𝟓𝟖𝟎", "2５٨۰"]) {
      const { secret, type } = field(cardPin);
      expect(type(digits)).toBeNull();
      expect(textOf(secret)).toBe("2580");
      expect(takeOverText(secret, cardPin, `••${[...digits].at(-1)}`)).toBeNull();
      expect(textOf(secret)).toBe("250");
    }
  });

  it("has room for four", () => {
    const { secret, type } = field(cardPin);
    expect(type("25801")).toBe(words().pin.full({ length: 4 }));
    expect(textOf(secret)).toBe("2580");
  });

  it.each(["insertFromPaste", "insertFromDrop"])("cannot come by %s", (inputType) => {
    const { secret, edit } = field(cardPin);
    expect(edit(inputType, "2580")).toBe(words().pin.noPaste);
    expect(secret.count()).toBe(0);
  });
});

describe("a device passcode", () => {
  const printable = String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i));

  it("takes every printable ASCII character", () => {
    for (const character of printable) {
      const { secret, type } = field(devicePasscode);
      expect(type(character)).toBeNull();
      expect(textOf(secret)).toBe(character);
    }
  });

  it("is the same bytes on every keyboard", () => {
    for (const written of ["Rain 7!", "Ｒａｉｎ\u3000７！", "Rain\u00a0٧!", "Rain\u202f۷!"]) {
      const { secret, type, paste } = field(devicePasscode);
      expect(type(written)).toBeNull();
      expect(textOf(secret)).toBe("Rain 7!");
      expect(paste(written)).toBeNull();
      expect(textOf(secret)).toBe("Rain 7!");
    }
  });

  it("takes no other character, with a word why", () => {
    const meantAsAscii = /^[\p{Nd}\p{Zs}\uff01-\uff5e]$/u;
    fc.assert(
      fc.property(
        fc
          .string({ unit: "binary", minLength: 1, maxLength: 1 })
          .filter((character) => !printable.includes(character) && !meantAsAscii.test(character)),
        (character) => {
          const { secret, type, paste } = field(devicePasscode);
          type("abc");
          expect(type(character)).toBe(words().passcode.refused);
          expect(paste(`x${character}y`)).toBe(words().passcode.refused);
          expect(textOf(secret)).toBe("abc");
        },
      ),
    );
  });

  it("what is pasted takes the place of what was there, however full the field", () => {
    const { secret, paste, type } = field(devicePasscode);
    type("ab");
    expect(paste("c d~")).toBeNull();
    expect(textOf(secret)).toBe("c d~");
    expect(paste("c d~")).toBeNull();
    expect(textOf(secret)).toBe("c d~");
    type("x".repeat(60));
    expect(paste("new one", true)).toBeNull();
    expect(textOf(secret)).toBe("new one");
    expect(paste("\r\n")).toBeNull();
    expect(textOf(secret)).toBe("new one");
  });

  it("is pasted whole or not at all", () => {
    const { secret, paste, type } = field(devicePasscode);
    type("ab");
    expect(paste("passwörd")).toBe(words().passcode.refused);
    expect(paste("line\nbreak")).toBe(words().passcode.refused);
    expect(paste("x".repeat(65), true)).toBe(words().passcode.full({ most: 64 }));
    expect(textOf(secret)).toBe("ab");
    expect(paste("x".repeat(64))).toBeNull();
    expect(secret.count()).toBe(64);
  });

  it("is pasted without the line break at its end", () => {
    const { secret, paste } = field(devicePasscode);
    expect(paste("correct horse\r\n")).toBeNull();
    expect(textOf(secret)).toBe("correct horse");
  });
});

describe("deleting", () => {
  it("takes one away backwards, and all of a selection", () => {
    const { secret, edit, type } = field(devicePasscode);
    type("abc");
    edit("deleteContentBackward");
    expect(textOf(secret)).toBe("ab");
    edit("deleteContentBackward", null, true);
    expect(secret.count()).toBe(0);
  });

  it.each(["deleteContentForward", "deleteWordBackward", "deleteByCut"])("takes all away by %s", (inputType) => {
    const { secret, edit, type } = field(devicePasscode);
    type("abc");
    edit(inputType);
    expect(secret.count()).toBe(0);
  });

  it("is what typing over a selection begins with", () => {
    const { secret, edit, type } = field(devicePasscode);
    type("abc");
    edit("insertText", "z", true);
    expect(textOf(secret)).toBe("z");
  });
});

describe("a text that got into the field", () => {
  it.each([
    ["•••d", "abcd"],
    ["••", "ab"],
    ["xyz", "xyz"],
    ["•••••", "abc"],
    ["•x•", "axb"],
    ["•••é", "abc"],
    ["", ""],
  ])("after abc, %s becomes %s", (shown, expected) => {
    const { secret, type } = field(devicePasscode);
    type("abc");
    takeOverText(secret, devicePasscode, shown);
    expect(textOf(secret)).toBe(expected);
  });

  it("is refused with a word why where it does not belong", () => {
    const { secret } = field(devicePasscode);
    expect(takeOverText(secret, devicePasscode, "aéb")?.()).toBe(words().passcode.refused);
    expect(textOf(secret)).toBe("ab");
  });
});
