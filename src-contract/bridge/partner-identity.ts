import { type Language, languages } from "../rules/languages.ts";

/** What the partner's profile (build/partner.json) tells the cardholder, inserted at build time. */
export interface PartnerIdentity {
  readonly productName: string;
  /** Whether the window has a `logo.svg` beside its page. */
  readonly hasLogo: boolean;
  readonly support: SupportContacts;
  /** Per language, the partner's privacy notice, or the https address of it. */
  readonly privacyNotice: InLanguages;
  /** Per language, what device data are, for who is asked for the consent; without it the window has a text of its own. */
  readonly deviceConsent?: InLanguages;
  /** Messages of the window in the partner's words: by language, then by the message's place, e.g. `outcome.changed.next`. */
  readonly texts: { readonly [L in Language]?: Readonly<Record<string, string>> };
}

/** How a cardholder reaches the partner's support; the window shows only what is given. */
export interface SupportContacts {
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
  readonly hours?: InLanguages;
  /** Those that the app may open in the system's program for them. */
  readonly opens?: readonly OpenedContact[];
}

/** A text that may not be there in each of the window's languages. */
export type InLanguages = { readonly [L in Language]?: string };

/** A text, and the language it is in, by which it is read aloud and hyphenated (`lang`). */
export interface TextInLanguage {
  readonly language: Language;
  readonly text: string;
}

/** The text in a language; where it is not there in English, or else in what there is. Undefined where there is none. */
export function inLanguage(texts: InLanguages, wanted: Language): TextInLanguage | undefined {
  const [found] = [wanted, ...languages].flatMap((language) => {
    const text = texts[language];
    return text === undefined ? [] : [{ language, text }];
  });
  return found;
}

/** What the window can have copied. It names one, and main takes the text from the compiled profile. */
export const copiedContacts = ["phone", "email", "website", "privacy"] as const;
export type CopiedContact = (typeof copiedContacts)[number];

/** What it can have opened, where the profile allows it. */
export const openedContacts = ["phone", "email"] as const;
export type OpenedContact = (typeof openedContacts)[number];
