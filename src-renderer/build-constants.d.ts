// Inserted at build time (electron.vite.config.ts).

/** False in development builds. */
declare const __RELEASE__: boolean;
/** What the partner's profile (build/partner.json) tells the cardholder. */
declare const __PARTNER__: import("../src-contract/bridge/partner-identity.ts").PartnerIdentity;
/** The list that the build puts here once it knows what it has bundled (build/licences/licences-plugin.ts). */
declare const __LICENCES__: readonly import("../src-contract/bridge/licence.ts").Licence[];
/** What the partner's profile decides about entering a PIN. */
declare const __POLICY__: import("../src-contract/rules/entry-policy.ts").EntryPolicy;
