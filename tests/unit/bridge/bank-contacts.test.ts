import { expect, it } from "vitest";
import type { Language } from "../../../src-contract/rules/languages.ts";
import { createBankContacts } from "../../../src-main/bridge/bank-contacts.ts";

function setUp(language: Language = "de") {
  const copied: string[] = [];
  const contacts = createBankContacts({
    profile: {
      support: { email: "help@partner.example", website: "https://partner.example/help" },
      privacyNotice: { en: "The notice.", de: "Der Hinweis." },
    },
    language: () => language,
    writeClipboard: async (text) => void copied.push(text),
    openContact: async () => true,
  });
  return { contacts, copied };
}

it("a contact is copied as the profile has it, the privacy notice in the window's language", async () => {
  const { contacts, copied } = setUp();
  for (const contact of ["email", "website", "privacy"] as const) await contacts.copy(contact);
  expect(copied).toEqual(["help@partner.example", "https://partner.example/help", "Der Hinweis."]);
  const italian = setUp("it");
  await italian.contacts.copy("privacy");
  expect(italian.copied).toEqual(["The notice."]);
});

it("a contact that the profile has not is refused, and nothing is copied", async () => {
  const { contacts, copied } = setUp();
  await expect(contacts.copy("phone")).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
  expect(copied).toEqual([]);
});
