import type { TokenView } from "../../src-contract/bridge/views.ts";
import { AppError } from "../app-error.ts";
import type { KnownTokenKey } from "../token/tokens.ts";
import type { BindingDependencies, KeyPlace } from "./bind-this-computer.ts";
import type { Enrolment } from "./enrolment-state.ts";
import type { UnlockedKey } from "./unlocked-key.ts";

/** What only a key on a token needs. A PIN is the caller's to wipe. */
export interface TokenSteps {
  /** Whether this program can use tokens. */
  readonly areThere: boolean;
  /** The tokens among which the cardholder chooses, and which of them the entry names already. */
  list(enrolment: Enrolment): Promise<readonly TokenView[]>;
  /** Remembers the choice for the next code. @param place `chooseToken`'s @throws AppError ERR_TOKEN_MISSING */
  choose(scope: string, place: string): Promise<void>;
  /** Takes this customer's choice out, once. */
  take(scope: string): Promise<KeyPlace>;
  /** Has the token make the restricted key, and completes the binding with it. */
  makeKey(dependencies: BindingDependencies, pin: Uint8Array): Promise<void>;
  /**
   * Has the token check its PIN, and holds that for the next change only. A wrong one counts at the token, and nothing here.
   * @param begin called when the slow part begins
   * @throws AppError ERR_TOKEN_…, ERR_NOT_SIGNED_IN if the session was locked meanwhile, or why there is no such key
   */
  enterPin(dependencies: ToUnlock, pin: Uint8Array, begin?: () => void): Promise<void>;
  /** Call before the first wait. @returns whether whoever asked has gone since: no token is asked for nobody */
  stay(): () => boolean;
  /** @throws AppError ERR_TOKEN_… unless the PIN is right, and the key there */
  checkKey(key: KnownTokenKey, pin: Uint8Array): Promise<void>;
  /**
   * Removes a key that nobody needs any more from its token. That it is still there does no harm: Solaris has forgotten it.
   * @returns why it may still be there; null if it is not
   */
  tryRemoveKey(key: KnownTokenKey, pin: Uint8Array): Promise<AppError | null>;
  /** The session is over, or the page gone: ends what waits for a token. */
  leave(): void;
}

/** What a key is unlocked with. */
export interface ToUnlock {
  readonly enrolment: Enrolment;
  /** The signed-in customer's. */
  readonly session: () => object | null;
  readonly unlocked: UnlockedKey;
}

const noModule = () => Promise.reject(new AppError("ERR_TOKEN_MODULE"));

/** Of a program that uses none. It may find a key that one of another profile had made on a token. */
export const noTokenSteps: TokenSteps = {
  areThere: false,
  list: async () => [],
  choose: noModule,
  take: async () => "as-before",
  makeKey: noModule,
  enterPin: noModule,
  stay: () => () => false,
  checkKey: noModule,
  tryRemoveKey: noModule,
  leave() {},
};
