import { createHash } from "node:crypto";
import { stringToSign } from "../../src-contract/rules/string-to-sign.ts";
import { AppError } from "../app-error.ts";
import { isOurEncryptedPin } from "../change-pin/pin-jwe.ts";
import type { KnownTokenKey, Tokens } from "../token/tokens.ts";
import type { RestrictedSigner } from "./restricted-signer.ts";
import { isSignatureOf } from "./verify-signature.ts";

/**
 * The restricted key on a token, with the PIN that was entered for one change: in the same two forms as restricted-signer.ts.
 * A signature that the key's public half does not verify is not handed on.
 * @param pin copied, so the caller can wipe it at once; `end` wipes the copy
 */
export function createTokenSigner(
  deviceId: string,
  key: KnownTokenKey,
  tokens: Pick<Tokens, "sign">,
  pin: Uint8Array,
): RestrictedSigner {
  const own = Uint8Array.from(pin);
  let isOver = false;
  const sign = async (ascii: string) => {
    if (isOver) throw new Error("the PIN is wiped");
    const message = Buffer.from(ascii, "ascii");
    // Its own copy: the process starts before it is asked, and a PIN that was wiped by then would count as a wrong one.
    const given = Uint8Array.from(own);
    const signature = await tokens
      .sign(key, given, createHash("sha256").update(message).digest())
      .finally(() => given.fill(0));
    if (!isSignatureOf(key.publicKey, message, signature)) throw new AppError("ERR_TOKEN_KEY_MISSING");
    return signature;
  };
  return {
    deviceId,
    isOnToken: true,
    async signEncryptedPin(encryptedPin) {
      if (!isOurEncryptedPin(encryptedPin)) throw new Error("not a PIN that was encrypted here");
      return sign(encryptedPin.compact);
    },
    async signStringToSign(text) {
      if (typeof text !== "string" || !stringToSign.test(text)) throw new Error("not a string to sign");
      return sign(text);
    },
    end() {
      isOver = true;
      own.fill(0);
    },
  };
}
