import type { TokenChild } from "../../src-hardware-key/ask-token.ts";
import type { TokenModule } from "./token-modules.ts";

/** Where a key is: a token that one of the profile's modules reaches, as the module and the token name themselves. */
export interface TokenPlace {
  readonly module: string;
  readonly serial: string;
  readonly label: string;
}

/** A key on a token: its id there, 16 bytes as hex. */
export interface TokenKey {
  readonly token: TokenPlace;
  readonly keyId: string;
}

/** One that the token has made, by its public half besides, `04‖X‖Y` as hex. */
export interface KnownTokenKey extends TokenKey {
  readonly publicKey: string;
}

/**
 * The tokens that are plugged in. Each call loads one module, in a process of its own that ends with the call
 * (docs/hardware-key.md#the-process). A PIN is the caller's to wipe.
 */
export interface Tokens {
  /** Those that may be able to keep a key. A module that fails has none. */
  list(): Promise<readonly TokenPlace[]>;
  /**
   * Makes it under this id, in place of one of ours that has it, and has it sign at once.
   * @param digest SHA-256 of a challenge
   * @returns the public key, `04‖X‖Y`, and the signature, DER; hex, both. Neither is believed unless they fit
   * @throws AppError ERR_TOKEN_…
   */
  makeKey(key: TokenKey, pin: Uint8Array, digest: Uint8Array): Promise<{ publicKey: string; signature: string }>;
  /** Whether the PIN is right, and the key there. @throws AppError ERR_TOKEN_… */
  checkKey(key: KnownTokenKey, pin: Uint8Array): Promise<void>;
  /** @param digest SHA-256 @returns DER as hex @throws AppError ERR_TOKEN_… */
  sign(key: KnownTokenKey, pin: Uint8Array, digest: Uint8Array): Promise<string>;
  /** @throws AppError ERR_TOKEN_… if it may still be there, ERR_TOKEN_KEY_OTHER if another one is, which stays */
  removeKey(key: KnownTokenKey, pin: Uint8Array): Promise<void>;
  /** Ends each process that still waits for its token, with the PIN in it: whoever asked has gone. */
  leave(): void;
}

/**
 * Starts the process that loads a module.
 * @throws AppError ERR_PROGRAM_CHANGED if what loads it is not the build's
 */
export type StartTokenChild = (module: { readonly file: string; readonly sha256: string }) => Promise<TokenChild>;

/** What tokens are reached by. */
export interface TokenOptions {
  /** Those of this system. */
  readonly modules: readonly TokenModule[];
  readonly start: StartTokenChild;
  /** Tells that a token keeps a step waiting, as for a touch, and that it does no longer. */
  readonly tellWaits: (waits: boolean) => void;
}
