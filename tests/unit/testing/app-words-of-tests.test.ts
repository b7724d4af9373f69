import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { wordsIn } from "../../../src-testing/app-words.ts";

it("the words for tests are the app's own, in each language", () => {
  expect(wordsIn("en").cards.title).toBe("Your cards");
  expect(wordsIn("de").cards.title).toBe("Ihre Karten");
  expect(wordsIn("fr").cards.changePinOf({ lastDigits: "1234" })).toContain("1234");
});

it("are in the words of the partner whose profile the app was built with", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cardbound-words-"));
  const profile = path.join(folder, "partner.json");
  writeFileSync(profile, JSON.stringify({ texts: { de: { "cards.title": "Deine Karten" } } }));
  expect(wordsIn("de", profile).cards.title).toBe("Deine Karten");
  expect(wordsIn("en", profile).cards.title).toBe("Your cards");
  rmSync(folder, { recursive: true });
});

it("name the keychain as the system does", () => {
  const named = { darwin: "keychain", win32: "Credential Manager" } as Record<string, string>;
  expect(wordsIn("en").keychain.unavailable.title).toContain(named[process.platform] ?? "keyring");
});

it("of a language or a profile that there is not, they say which option is wrong", () => {
  expect(() => wordsIn("xx" as "en")).toThrow('the option "language" is "xx", which is none of: en, de, fr, it, es');
  expect(() => wordsIn("en", "/no/profile.json")).toThrow(/^the option "partnerProfile" names no profile: ENOENT/);
});
