import type { Language } from "../rules/languages.ts";

/** What the partner's profile (build/partner.json) says to the cardholder, put in when the app is built. */
export interface PartnerIdentity {
  readonly productName: string;
  /** Whether the window has a `logo.svg` beside its page. */
  readonly hasLogo: boolean;
  readonly support: SupportContacts;
  /** Messages of the window in the partner's words: by language, then by the message's place, e.g. `outcome.changed.next`. */
  readonly texts: { readonly [L in Language]?: Readonly<Record<string, string>> };
}

/** How a cardholder reaches the partner's support; what is not there is not offered. */
export interface SupportContacts {
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
  readonly hours?: { readonly [L in Language]?: string };
}
