/** What the identity provider is asked for. */
export type ProviderOperation = "discovery" | "keys" | "introspection";
/** Why there is no usable answer of it. */
export type ProviderFailure =
  | "connect"
  | "timeout"
  | "connection_lost"
  | "status"
  | "unreadable"
  | "wrong_issuer"
  | "not_offered";
