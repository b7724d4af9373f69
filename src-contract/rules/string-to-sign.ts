/**
 * The text that the restricted key signs for a change request (docs/solaris-api.md §3a): letters, digits and hyphens only,
 * so never a JWE from elsewhere.
 */
export const stringToSign = /^[A-Za-z0-9-]{1,64}$/;
