// Inserted at build time (electron.vite.config.ts).

/** False in development builds. */
declare const __RELEASE__: boolean;
/** What the partner's profile (build/partner.json) tells the cardholder. */
declare const __PARTNER__: import("../src-contract/bridge/partner-identity.ts").PartnerIdentity;
/** What the partner's profile decides about entering a PIN. */
declare const __POLICY__: import("../src-contract/rules/entry-policy.ts").EntryPolicy;
