import type { HttpRequest } from "./exchange.ts";

/** Every call that this backend makes to Solaris' API. Not the token, which has its own server. */
export type SolarisOperation =
  | "list_accounts"
  | "list_cards"
  | "pin_key"
  | "pin_key_of_card"
  | "pin_update"
  | "create_change_request"
  | "authorize_change_request"
  | "confirm_with_tan"
  | "confirm_with_signature"
  | "list_devices"
  | "create_device"
  | "get_challenge"
  | "verify_challenge"
  | "list_keys"
  | "add_key"
  | "delete_device"
  | "create_activation"
  | "list_activations"
  | "delete_activation"
  | "create_consent"
  | "change_consent";

/** One such call. */
export interface SolarisCall<Operation extends SolarisOperation = SolarisOperation> {
  readonly operation: Operation;
  readonly method: HttpRequest["method"];
  /** The path's segments; each is encoded. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly isPage?: boolean;
}
