/**
 * The Solaris endpoints that the sandbox offers. `family` decides an endpoint's shape for refusals that all endpoints share
 * (docs/solaris-api.md §11): `general` A, `card_pin` B (A for 400), `mfa` C (A for 401 and 409), `monitoring` B, `oauth` RFC 6749 §5.2.
 */
export const solarisOperations = {
  token: { method: "POST", path: "/oauth2/token", family: "oauth" },
  accounts: { method: "GET", path: "/v1/persons/:person_id/accounts", family: "general" },
  cards: { method: "GET", path: "/v1/accounts/:account_id/cards", family: "general" },
  card: { method: "GET", path: "/v1/cards/:card_id", family: "general" },
  pin_key: { method: "GET", path: "/v1/cards/pin_keys/latest", family: "card_pin" },
  pin_key_of_card: { method: "GET", path: "/v1/cards/:card_id/pin_keys/latest", family: "card_pin" },
  pin_update: { method: "POST", path: "/v1/cards/:card_id/pin_update_requests", family: "card_pin" },
  sca_pin_update: { method: "POST", path: "/v1/cards/:card_id/sca_pin_update_requests", family: "card_pin" },
  authorize_change_request: {
    method: "POST",
    path: "/v1/change_requests/:change_request_id/authorize",
    family: "general",
  },
  confirm_change_request: { method: "POST", path: "/v1/change_requests/:change_request_id/confirm", family: "general" },
  create_device: { method: "POST", path: "/v1/mfa/devices", family: "mfa" },
  list_devices: { method: "GET", path: "/v1/mfa/devices", family: "mfa" },
  get_device: { method: "GET", path: "/v1/mfa/devices/:device_id", family: "mfa" },
  delete_device: { method: "DELETE", path: "/v1/mfa/devices/:device_id", family: "mfa" },
  get_keys: { method: "GET", path: "/v1/mfa/devices/:device_id/keys", family: "mfa" },
  add_key: { method: "POST", path: "/v1/mfa/devices/:device_id/keys", family: "mfa" },
  get_challenge: { method: "GET", path: "/v1/mfa/challenges/signatures/:challenge_id", family: "mfa" },
  verify_challenge: { method: "PUT", path: "/v1/mfa/challenges/signatures/:challenge_id", family: "mfa" },
  create_activation: { method: "POST", path: "/v1/mfa/challenges/activation", family: "mfa" },
  list_activations: { method: "GET", path: "/v1/mfa/challenges/activation", family: "mfa" },
  get_activation: { method: "GET", path: "/v1/mfa/challenges/activation/:challenge_id", family: "mfa" },
  delete_activation: { method: "DELETE", path: "/v1/mfa/challenges/activation/:challenge_id", family: "mfa" },
  create_device_consent: { method: "POST", path: "/v1/persons/:person_id/device_consents", family: "monitoring" },
  update_device_consent: {
    method: "PATCH",
    path: "/v1/persons/:person_id/device_consents/:device_consent_id",
    family: "monitoring",
  },
  create_device_challenge: { method: "POST", path: "/v1/mfa/challenges/devices", family: "mfa" },
  get_device_challenge: { method: "GET", path: "/v1/mfa/challenges/devices/:challenge_id", family: "mfa" },
  verify_device_challenge: { method: "PUT", path: "/v1/mfa/challenges/devices/:challenge_id", family: "mfa" },
} as const satisfies Record<
  string,
  { method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; path: string; family: string }
>;

export type OperationName = keyof typeof solarisOperations;
export type Family = (typeof solarisOperations)[OperationName]["family"];

export const operationNames = Object.keys(solarisOperations) as [OperationName, ...OperationName[]];
