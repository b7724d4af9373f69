import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src-contract/rules/languages.ts";
import { menuTemplate } from "../../../src-main/shell/menu.ts";
import { menuWords } from "../../../src-main/shell/menu-words.ts";

const platforms = ["linux", "win32", "darwin"] as const;
const each = platforms.flatMap((platform) => languages.map((language) => [platform, language] as const));
const entriesOf = ({ submenu }: MenuItemConstructorOptions) => (Array.isArray(submenu) ? submenu : []);
const isShown = ({ visible, type }: MenuItemConstructorOptions) => visible !== false && type !== "separator";
const lettersIn = (entries: readonly MenuItemConstructorOptions[]) =>
  entries.filter(isShown).map(({ label = "" }) => /&(\p{Letter})/u.exec(label)?.[1]?.toLowerCase());

describe.each(each)("the menu on %s, in %s", (platform, language) => {
  const opened: string[] = [];
  const steps: number[] = [];
  const menu = menuTemplate({
    platform,
    language,
    openPanel: (panel) => opened.push(panel),
    changeTextSize: (step) => steps.push(step),
  });
  const entries = menu.flatMap(entriesOf);

  it("has a word for each entry", () => {
    for (const entry of [...menu, ...entries]) {
      if (entry.type !== "separator") expect(entry.label, String(entry.role)).toMatch(/\p{Letter}/u);
    }
  });

  it("opens each entry by a letter of its own", () => {
    if (platform === "darwin") return; // has no such letters
    for (const level of [menu, ...menu.map(entriesOf)]) {
      const letters = lettersIn(level);
      expect(letters).not.toContain(undefined);
      expect(new Set(letters).size, letters.join()).toBe(letters.length);
    }
  });

  it("draws everything larger, smaller and as usual, by the shortcuts that people know", () => {
    const press = (accelerator: string) =>
      entries
        .find((one) => one.accelerator === accelerator)
        ?.click?.(undefined as never, undefined, undefined as never);
    for (const key of ["Plus", "=", "-", "0"]) press(`CommandOrControl+${key}`);
    expect(steps.splice(0)).toEqual([1, 1, -1, 0]);
  });

  it("opens the settings, help and what is said of the program, by the platform's shortcuts", () => {
    const { settings, helpAndDiagnosis, about } = menuWords[language];
    for (const label of [settings, helpAndDiagnosis, about("Cardbound")]) {
      const entry = entries.find((one) => one.label === label);
      entry?.click?.(undefined as never, undefined, undefined as never);
    }
    expect(opened.splice(0)).toEqual(["settings", "help", "about"]);
    expect(entries.map(({ accelerator }) => accelerator).filter((one) => one !== undefined)).toEqual(
      expect.arrayContaining(["CommandOrControl+,", platform === "darwin" ? "Command+?" : "F1"]),
    );
  });
});

it("every language says all of it in its own words", () => {
  const text = (language: (typeof languages)[number]) =>
    Object.values(menuWords[language]).map((word) => (typeof word === "string" ? word : word("X")));
  for (const language of languages.filter((one) => one !== "en")) {
    const same = text(language).filter((word, i) => word === text("en")[i]);
    expect(same.length, same.join()).toBeLessThanOrEqual(language === "it" ? 1 : 0); // Italian says "File", too
  }
});
