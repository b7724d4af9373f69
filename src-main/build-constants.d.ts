// Inserted at build time (electron.vite.config.ts), so a release does not contain development code.

/** True in builds for cardholders: no demonstration sign-in, no address from the command line, one https backend. */
declare const __RELEASE__: boolean;
/** The partner backend's origin in a release; empty otherwise. */
declare const __BACKEND_ORIGIN__: string;
/** How long one call to the backend may take in all, in milliseconds. Longer than the backend gives Solaris. */
declare const __CALL_TIMEOUT_MS__: number;
declare const __PRODUCT_NAME__: string;
/** What the partner's profile decides about entering a PIN. */
declare const __POLICY__: import("../src-contract/rules/entry-policy.ts").EntryPolicy;
/** The window's URL under `npm run dev`; empty in every build. */
declare const __DEVELOPMENT_SERVER__: string;
