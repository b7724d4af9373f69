/**
 * How a device keeps its restricted key, as it says of itself. `keychain`: in the system's keychain, usable without the
 * cardholder. `keychain_passcode`: there, and usable only with the device passcode. `hardware_passcode`: in a security
 * chip that it cannot leave, and usable only with the passcode.
 */
export const protectionLevels = ["keychain", "keychain_passcode", "hardware_passcode"] as const;
export type ProtectionLevel = (typeof protectionLevels)[number];
