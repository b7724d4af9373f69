import type { Language } from "../rules/languages.ts";

/** What the partner's profile (build/partner.json) tells the cardholder, inserted at build time. */
export interface PartnerIdentity {
  readonly productName: string;
  /** Whether the window has a `logo.svg` beside its page. */
  readonly hasLogo: boolean;
  readonly support: SupportContacts;
  /** Messages of the window in the partner's words: by language, then by the message's place, e.g. `outcome.changed.next`. */
  readonly texts: { readonly [L in Language]?: Readonly<Record<string, string>> };
}

/** How a cardholder reaches the partner's support; the window shows only what is given. */
export interface SupportContacts {
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
  readonly hours?: { readonly [L in Language]?: string };
}
