/**
 * What not even a file of its own room may import, but for these few.
 * @typedef {object} Reserved
 * @property {string} file
 * @property {readonly string[]} [names] without them, all that it exports
 * @property {readonly string[]} by
 * @property {string} message
 */

/**
 * A private key is in few hands (docs/threat-model.md#keys-stay-in-main): who makes it, who unwraps it, who signs. So is an
 * update's metadata, before it has been judged (docs/threat-model.md#updates-signed).
 * @type {readonly Reserved[]}
 */
export const reserved = [
  {
    file: "src-main/keys/ecdsa.ts",
    by: inKeys("device-key.ts", "restricted-signer.ts"),
    message: "Two files sign, each for its own key: device-key.ts and restricted-signer.ts.",
  },
  {
    file: "src-main/keys/p256-key-pair.ts",
    by: inKeys("device-key.ts", "restricted-key.ts"),
    message: "A key pair in the clear is for who makes the device's keys: device-key.ts and restricted-key.ts.",
  },
  {
    file: "src-main/keys/device-key.ts",
    names: ["makeKeyPair"],
    by: inKeys("bind-this-computer.ts"),
    message: "The unrestricted key is made where the computer is bound: bind-this-computer.ts.",
  },
  {
    file: "src-main/keys/key-wrapping.ts",
    names: ["unwrapKey"],
    by: inKeys("passcode-attempts.ts"),
    message: "A key is unwrapped where the attempt counts: passcode-attempts.ts.",
  },
  {
    file: "src-main/keys/key-wrapping.ts",
    names: ["wrapKey"],
    by: inKeys("restricted-key.ts"),
    message: "The restricted key is wrapped where it is made: restricted-key.ts.",
  },
  {
    file: "src-main/keys/passcode-attempts.ts",
    names: ["tryPasscode"],
    by: inKeys("restricted-key.ts"),
    message: "The unwrapped key is for restricted-key.ts, which makes a signer of it and wipes it.",
  },
  {
    file: "src-main/keys/restricted-signer.ts",
    names: ["createRestrictedSigner"],
    by: inKeys("restricted-key.ts"),
    message: "A signer is made of the unwrapped key: restricted-key.ts.",
  },
  {
    file: "src-main/keys/token-signer.ts",
    names: ["createTokenSigner"],
    by: inKeys("steps-on-token.ts"),
    message: "A signer is made where the token has checked its PIN: steps-on-token.ts.",
  },
  {
    file: "src-main/updates/signed-metadata.ts",
    names: ["openBuiltInRoot", "openNextRoot", "openRelease"],
    by: ["src-main/updates/trusted-release.ts"],
    message: "What is said of an update is opened where it is judged: trusted-release.ts.",
  },
];

/** Files of the room of the keys. @param {...string} names */
export function inKeys(...names) {
  return names.map((name) => `src-main/keys/${name}`);
}
