import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import { derOfSignature } from "../../src-hardware-key/signature-der.ts";
import type { TokenModule } from "../../src-main/token/token-modules.ts";
import type { StartTokenChild } from "../../src-main/token/tokens.ts";
import { must } from "./cardholder.ts";

const name = { serial: "1", label: "card" };
const described = {
  ...name,
  manufacturer: "nobody",
  model: "none",
  isInitialised: true,
  hasPin: true,
  isWriteProtected: false,
  hasOwnKeypad: false,
  tries: "untold",
  pinLength: null,
};
const modules: readonly TokenModule[] = [{ name: "in-memory", path: "/nowhere/module.so", sha256: "0".repeat(64) }];

/** What the app's process for a token is asked. */
interface Question {
  readonly kind: string;
  readonly asked: { readonly keyId?: string; readonly digest?: Uint8Array };
}

/** The order of P-256 (SEC 2 §2.4.2). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const numberOf = (base64url = "") => BigInt(`0x${Buffer.from(base64url, "base64url").toString("hex")}`);
const bytesOf = (number: bigint) => Buffer.from(number.toString(16).padStart(64, "0"), "hex");

/** ECDSA over a digest (SEC 1 §4.1.3), which Node has no function for: it hashes what it signs. @returns DER as hex */
function signOf(key: KeyObject, digest: Uint8Array): string {
  const once = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const r = numberOf(once.x) % ORDER;
  const e = BigInt(`0x${Buffer.from(digest).toString("hex")}`);
  const d = numberOf(key.export({ format: "jwk" }).d);
  const s = (inverse(numberOf(once.d)) * ((e + r * d) % ORDER)) % ORDER;
  return derOfSignature(Buffer.concat([bytesOf(r), bytesOf(s)])).toString("hex");
}

/** By Fermat: the order is a prime. */
function inverse(number: bigint): bigint {
  let result = 1n;
  let base = number;
  for (let exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % ORDER;
    base = (base * base) % ORDER;
  }
  return result;
}

/** A token that answers as its process does, without the process: the keys are here, and outlive the app. */
export function createTokenInMemory() {
  const keys = new Map<string, KeyObject>();
  function answer({ kind, asked }: Question): object {
    const keyId = asked.keyId ?? "";
    const refused = { refused: { why: "no-key", returned: null, tries: null } };
    switch (kind) {
      case "tokens":
        return { answered: { tokens: [described] } };
      case "makeKey": {
        const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
        keys.set(keyId, privateKey);
        return {
          answered: {
            keyId,
            publicKey: publicKey.export({ format: "der", type: "spki" }).subarray(26).toString("hex"),
          },
        };
      }
      case "sign": {
        const key = keys.get(keyId);
        return key === undefined ? refused : { answered: { signature: signOf(key, asked.digest ?? new Uint8Array()) } };
      }
      case "removeKey":
        keys.delete(keyId);
        return { answered: {} };
      default:
        return keys.has(keyId) ? { answered: {} } : refused;
    }
  }
  const start: StartTokenChild = async () => {
    let listening: (message: unknown) => void = () => {};
    let end: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      end = resolve;
    });
    return {
      pid: undefined,
      gone,
      send: (message) => queueMicrotask(() => listening(answer(message as Question))),
      listen(listener) {
        listening = listener;
      },
      kill: end,
    };
  };
  return { modules, start, keys };
}

/** The same calls as of a cardholder with a passcode, by one who has chosen the token and enters its PIN instead. */
export function withToken(bridge: DesktopBridge): DesktopBridge {
  return {
    ...bridge,
    async requestCode(computerName) {
      const [token] = must(await bridge.listTokens());
      await bridge.chooseToken(token?.id ?? "");
      return bridge.requestCode(computerName);
    },
    setPasscode: bridge.setTokenPin,
    enterPasscode: bridge.enterTokenPin,
  };
}
export type TokenInMemory = ReturnType<typeof createTokenInMemory>;
