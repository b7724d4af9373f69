/**
 * How a device says it protects its restricted key. `keychain`: in the system's keychain, usable without the cardholder.
 * `keychain_passcode`: in the keychain, usable only with the device passcode. `hardware_passcode`: in a security chip that
 * it cannot leave, usable only with the passcode.
 */
export const protectionLevels = ["keychain", "keychain_passcode", "hardware_passcode"] as const;
export type ProtectionLevel = (typeof protectionLevels)[number];
