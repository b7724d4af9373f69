/**
 * What a change request has the restricted key sign (docs/solaris-api.md §3a): letters, digits and hyphens only, so
 * never a JWE of somebody else's making.
 */
export const stringToSign = /^[A-Za-z0-9-]{1,64}$/;
