import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ProfileError } from "../../../build/partner-profile/profile-error.ts";
import { readProfile } from "../../../build/partner-profile/read-profile.ts";
import { en } from "../../../src-renderer/words/en.ts";
import { enPanels } from "../../../src-renderer/words/en-panels.ts";

const examples = path.resolve(import.meta.dirname, "../../../build/partner-profile/examples");
const fileOf = (name: string) => path.join(examples, name, "partner.json");
const read = (name: string) => readProfile(fileOf(name), { ...en, ...enPanels });
const written = (name: string) => JSON.parse(readFileSync(fileOf(name), "utf8"));

function faultsOf(name: string): readonly string[] {
  try {
    read(name);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.faults;
    throw error;
  }
}

describe("the example of a second brand", () => {
  it("passes, with its logo, its colours and its words", () => {
    const profile = read("fjord");
    expect(profile.identity).toMatchObject({ productName: "Fjord Card Desk", hasLogo: true });
    expect(profile.logo).toMatch(/^<svg/);
    expect(profile.colours.light.accent).toBe("#0b6a62");
    expect(Object.keys(profile.identity.texts)).toEqual(["en", "de", "fr", "it", "es"]);
    expect(profile.policy).toEqual({ weakPins: "refuse", reveal: false, keypad: true, birthDateCheck: true });
  });
});

describe("the example that is ugly on purpose", () => {
  it("is refused for these pairs and no others", () => {
    const pairs = faultsOf("ugly").flatMap((fault) => {
      const [, theme, foreground, background] = /^colours\.(\w+): (\w+) \(\S+\) on (\w+) /.exec(fault) ?? [];
      return theme === undefined ? [] : [`${theme}: ${foreground} on ${background}`];
    });
    expect(pairs).toEqual([
      "light: quiet on ground",
      "light: quiet on surface",
      "light: quiet on line_tint",
      "light: line on ground",
      "light: line on surface",
      "light: accent on ground",
      "light: accent on surface",
      "light: accent on accent_tint",
      "light: on_accent on accent",
      "light: on_accent on accent_hover",
      "light: success on ground",
      "light: success on surface",
      "light: success on success_tint",
      "dark: quiet on surface",
      "dark: quiet on line_tint",
      "dark: line on surface",
      "dark: accent on ground",
      "dark: accent on surface",
      "dark: accent on accent_tint",
      "dark: problem on surface",
      "dark: problem on problem_tint",
      "dark: success on success_tint",
      "dark: uncertain on uncertain_tint",
    ]);
  });

  it("is told for each pair how far it is from what is needed", () => {
    expect(faultsOf("ugly")).toContain(
      "colours.light: on_accent (#ffffff) on accent (#ffd400) has a contrast of 1.43; expected at least 4.5 (text of the main button)",
    );
    expect(faultsOf("ugly")).toHaveLength(23 + 2); // and one line of advice for each theme
  });

  it("passes once the advice is followed to the letter, and that is the corrected example", () => {
    const corrected = written("ugly");
    for (const fault of faultsOf("ugly")) {
      const [, theme = "", advice] = /^colours\.(\w+): write instead (.*)$/.exec(fault) ?? [];
      if (advice !== undefined) Object.assign(corrected.colours[theme], JSON.parse(`{${advice}}`));
    }
    expect(corrected).toEqual(written("ugly-corrected"));
    expect(faultsOf("ugly-corrected")).toEqual([]);
  });
});
