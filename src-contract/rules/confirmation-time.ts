/** How many seconds a code, a TAN or a text to sign is valid by default (docs/solaris-api.md §6.1, §3b). */
export const CONFIRMATION_SECONDS = 300;
