/**
 * Every variable that holds a secret. Each may be given as NAME_FILE instead, with the path of a file that holds it
 * (docs/operations.md#secrets-from-files): systemd, Docker and Kubernetes hand secrets over as files, and what is in the
 * environment can be read by every child and by whoever may look at the process.
 */
export const secretVariables = [
  "SOLARIS_CLIENT_SECRET",
  "SOLARIS_PROXY_URL",
  "DATABASE_URL",
  "CUSTOMER_ID_SECRET",
  "CUSTOMER_ID_PREVIOUS_SECRET",
  "PERSON_LOOKUP_TOKEN",
  "OIDC_INTROSPECTION_CLIENT_SECRET",
] as const;
export type SecretVariable = (typeof secretVariables)[number];

/** Those that are read again, without a restart, once what they are for refuses them. */
export type RotatedVariable = Extract<
  SecretVariable,
  "SOLARIS_CLIENT_SECRET" | "DATABASE_URL" | "PERSON_LOOKUP_TOKEN" | "OIDC_INTROSPECTION_CLIENT_SECRET"
>;
