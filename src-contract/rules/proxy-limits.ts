/** How much a cardholder can enter for a proxy, in characters: what directories allow, and some more. */
export const PROXY_NAME_LONGEST = 256;
export const PROXY_PASSWORD_LONGEST = 128;
