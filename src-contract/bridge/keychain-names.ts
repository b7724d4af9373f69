/** The keychains that keys are kept in: one for each system. */
export const keychainNames = ["secret-service", "macos-keychain", "windows-credentials"] as const;
export type KeychainName = (typeof keychainNames)[number];
