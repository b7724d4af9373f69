/** This backend's operations: the operation ids of the OpenAPI document, and the names in the log. */
export const routeOperations = [
  "get_openapi",
  "get_health",
  "get_me",
  "list_cards",
  "get_pin_key",
  "change_pin",
  "create_change_request",
  "authorize_change_request",
  "confirm_change_request",
  "settle_pin_change",
  "get_policy",
  "get_waits",
  "list_devices",
  "create_device",
  "get_device",
  "remove_device",
  "verify_device",
  "add_device_key",
  "list_demo_customers",
  "demo_sign_in",
] as const;
export type RouteOperation = (typeof routeOperations)[number];
