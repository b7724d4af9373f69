/** Every call that this backend makes to Solaris. */
export type SolarisOperation =
  | "token"
  | "list_cards"
  | "pin_key"
  | "pin_key_of_card"
  | "pin_update"
  | "list_devices"
  | "create_device"
  | "verify_challenge"
  | "list_keys"
  | "add_key"
  | "delete_device";
