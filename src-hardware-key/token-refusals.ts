/** Why a token, or its module, did not do what was asked. docs/hardware-key.md says what each means. */
export const tokenRefusals = [
  ...["module-missing", "module-changed", "module-unusable"],
  ...["no-token", "two-tokens", "pin-not-set", "own-keypad", "pin-length", "last-try", "wrong-pin", "locked"],
  ...["no-key", "not-ours", "two-keys", "not-capable", "token-full", "failed"],
] as const satisfies readonly string[];
export type TokenRefusal = (typeof tokenRefusals)[number];

/** Return values of PKCS#11 (v2.40, pkcs11t.h) that mean more than "failed". */
export const CKR = {
  OK: 0x00,
  DEVICE_MEMORY: 0x31,
  DEVICE_REMOVED: 0x32,
  DEVICE_ERROR: 0x30,
  KEY_HANDLE_INVALID: 0x60,
  MECHANISM_INVALID: 0x70,
  OBJECT_HANDLE_INVALID: 0x82,
  PIN_INCORRECT: 0xa0,
  PIN_INVALID: 0xa1,
  PIN_LEN_RANGE: 0xa2,
  PIN_LOCKED: 0xa4,
  TEMPLATE_INCONSISTENT: 0xd1,
  TOKEN_NOT_PRESENT: 0xe0,
  TOKEN_NOT_RECOGNIZED: 0xe1,
  TOKEN_WRITE_PROTECTED: 0xe2,
  USER_NOT_LOGGED_IN: 0x101,
  USER_PIN_NOT_INITIALIZED: 0x102,
  FUNCTION_NOT_SUPPORTED: 0x54,
} as const;

/** What is not here is "failed", and is told by its number. */
const meanings: ReadonlyMap<number, TokenRefusal> = new Map<number, TokenRefusal>([
  [CKR.DEVICE_MEMORY, "token-full"],
  [CKR.DEVICE_REMOVED, "no-token"],
  [CKR.TOKEN_NOT_PRESENT, "no-token"],
  [CKR.TOKEN_NOT_RECOGNIZED, "no-token"],
  [CKR.PIN_INCORRECT, "wrong-pin"],
  [CKR.PIN_INVALID, "wrong-pin"],
  [CKR.PIN_LEN_RANGE, "pin-length"],
  [CKR.PIN_LOCKED, "locked"],
  [CKR.USER_PIN_NOT_INITIALIZED, "pin-not-set"],
  [CKR.KEY_HANDLE_INVALID, "no-key"],
  [CKR.OBJECT_HANDLE_INVALID, "no-key"],
  // What a PIV module says that makes keys for an administrator alone is the third of these.
  [CKR.MECHANISM_INVALID, "not-capable"],
  [CKR.FUNCTION_NOT_SUPPORTED, "not-capable"],
  [CKR.USER_NOT_LOGGED_IN, "not-capable"],
  [CKR.TEMPLATE_INCONSISTENT, "not-capable"],
  [CKR.TOKEN_WRITE_PROTECTED, "not-capable"],
]);

/** A refusal, with the module's return value if it came from there. */
export class TokenError extends Error {
  readonly why: TokenRefusal;
  readonly returned: number | null;

  constructor(why: TokenRefusal, returned: number | null = null) {
    super(why);
    this.why = why;
    this.returned = returned;
  }
}

/** Does what cannot be mended if a module refuses it, as on the way back from a failure, which says more. */
export function despiteRefusal(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
  }
}

/** @throws TokenError unless the module says `CKR_OK` */
export function requireOk(returned: number): void {
  if (returned !== CKR.OK) throw new TokenError(meanings.get(returned) ?? "failed", returned);
}
