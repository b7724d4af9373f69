/**
 * How long a code, a TAN or a text to be signed can be used, in seconds, where nobody says (docs/solaris-api.md §6.1,
 * §3b).
 */
export const CONFIRMATION_SECONDS = 300;
