import {
  type CopiedContact,
  inLanguage,
  type OpenedContact,
  type PartnerIdentity,
} from "../../src-contract/bridge/partner-identity.ts";
import type { Language } from "../../src-contract/rules/languages.ts";
import { AppError } from "../app-error.ts";

/** What the compiled profile says of how to reach the partner. */
export type ContactsOfProfile = Pick<PartnerIdentity, "support" | "privacyNotice">;

interface Dependencies {
  readonly profile: ContactsOfProfile;
  /** The window's. */
  readonly language: () => Language;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** open-browser.ts. @returns whether the system was asked @throws AppError for what the profile does not allow */
  readonly openContact: (contact: OpenedContact) => Promise<boolean>;
}

/** The partner's contacts for the window, which only names one: no text of its own leaves it that way. */
export type BankContacts = ReturnType<typeof createBankContacts>;

export function createBankContacts({ profile, language, writeClipboard, openContact }: Dependencies) {
  const textOf = (contact: CopiedContact) =>
    contact === "privacy" ? inLanguage(profile.privacyNotice, language())?.text : profile.support[contact];
  return {
    /** @throws AppError ERR_BAD_ARGUMENT if the profile has none, as the window then offers none */
    copy: async (contact: CopiedContact): Promise<void> => {
      const text = textOf(contact);
      if (text === undefined) throw new AppError("ERR_BAD_ARGUMENT");
      await writeClipboard(text);
    },
    open: openContact,
  };
}
